import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Tests must not depend on the zone of the machine: a zone nobody here lives in finds those that do.
    env: { TZ: 'Pacific/Chatham', NO_COLOR: '1' },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
