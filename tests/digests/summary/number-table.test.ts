import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberTable } from '../../../digests/summary/number-table.ts';

test('members are numbered in the order they come, each once, however many', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 2000 }), (members) => {
      const table = new NumberTable();
      for (const member of members) table.add(member);
      const distinct = [...new Set(members)];
      expect(table.members).toEqual(distinct);
      expect(distinct.map((member) => table.find(member))).toEqual([...distinct.keys()]);
    }),
    { numRuns: 50 },
  );
});

test('what was never added has no number', () => {
  const table = new NumberTable();
  table.add(7);
  expect(table.find(8)).toBe(-1);
  expect(table.find(-1)).toBe(-1);
});
