import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairTable } from '../../../digests/summary/pair-table.ts';

test('pairs are numbered as they come, whatever their order and however many', () => {
  const pair = fc.tuple(fc.nat(300), fc.nat(300));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 5000, size: 'max' }), (pairs) => {
      const table = new PairTable();
      const numbers = new Map<string, number>();
      for (const [first, second] of pairs) {
        const name = `${first} ${second}`;
        expect(table.find(first, second)).toBe(numbers.get(name) ?? -1);
        if (!numbers.has(name)) numbers.set(name, numbers.size);
        expect(table.add(first, second)).toBe(numbers.get(name));
      }
      expect(table.size).toBe(numbers.size);
      expect(table.firsts.map((first, at) => `${first} ${table.seconds[at]}`)).toEqual([...numbers.keys()]);
    }),
    { numRuns: 30 },
  );
});
