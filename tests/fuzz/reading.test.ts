import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownSpecimens } from './corpus.ts';
import { cases, readAsPolled } from './reading.ts';

it('feeds and pages, changed at random, are read or refused', () => {
  const specimens = ownSpecimens();
  expect(specimens.length).toBeGreaterThanOrEqual(8);
  // `npm run fuzz` tries 10,000 from another seed each time.
  fc.assert(fc.property(cases(specimens), readAsPolled), { numRuns: 300, seed: 20_250_602 });
});
