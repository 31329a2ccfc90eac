import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberSet } from '../../../digests/summary/number-set.ts';

const LIMIT = 100;
const numbers = fc.array(fc.nat({ max: LIMIT - 1 }), { maxLength: 60 });

function setOf(members: readonly number[]): NumberSet {
  const set = new NumberSet(LIMIT);
  for (const member of members) set.add(member);
  return set;
}

test('counts its members, and what it shares, as a Set does', () => {
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      expect(setOf(one).size).toBe(new Set(one).size);
      expect(setOf(one).countShared(setOf(other))).toBe(new Set(one).intersection(new Set(other)).size);
    }),
  );
});
