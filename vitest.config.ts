import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/run-folder.ts'],
    setupFiles: ['tests/fixed-seed.ts'],
    // Tests must not depend on the zone of the machine: a zone nobody here lives in finds those that do.
    env: { TZ: 'Pacific/Chatham', NO_COLOR: '1' },
    // Many tests wait for processes and sockets: more workers than a small machine has cores keep these busy.
    maxWorkers: Math.max(4, availableParallelism()),
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
