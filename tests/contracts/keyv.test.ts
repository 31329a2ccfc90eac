import { describe } from 'vitest';
import { runKeyvSuite } from './keyv.contract.ts';

const inMemory = new Map();

describe('Keyv’s own store in memory, which shows what its suite asks of Keyv and not of a store,', () => {
  runKeyvSuite(() => inMemory);
});
