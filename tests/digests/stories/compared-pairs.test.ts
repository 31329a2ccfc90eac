import { describe, expect, it } from 'vitest';
import { articleTerms } from '../../../digests/stories/article-terms.ts';
import { daysBetween } from '../../../digests/stories/candidates.ts';
import { comparePairs, comparisonWidth } from '../../../digests/stories/compared-pairs.ts';
import { numberTerms, vectorSpace } from '../../../digests/stories/vector-space.ts';
import { day, ferry, hour, monday } from '../wire.ts';

const told = (...texts: string[]) =>
  vectorSpace(numberTerms(texts.map((text) => articleTerms({ title: '', text }))));

describe('pairs of articles', () => {
  it('are near beside what else there is: most for those nearest to each other', () => {
    const near = 'Halcyon ferry struck Kestrel reef passengers lifeboat';
    const space = told(
      near,
      `${near} yesterday`,
      'Halcyon ferry timetable criticised by passengers in Verrin',
    );
    const { earlier, later, features } = comparePairs(space, [null, null, null]);
    const greaterShare = Object.fromEntries(
      Array.from(earlier, (one, pair) => [
        `${one}-${later[pair]}`,
        features[(pair + 1) * comparisonWidth - 1],
      ]),
    );
    expect(greaterShare['0-1']).toBe(1);
    expect(greaterShare['0-2']).toBeGreaterThan(0);
    expect(greaterShare['1-2']).toBeLessThanOrEqual(1);
    const lesserShare = features[2 * comparisonWidth - 2];
    expect(lesserShare).toBeLessThan(1);
  });

  it('share what several articles have; a word of one article alone is left out', () => {
    const space = told(ferry.grounding[0].text, ferry.grounding[1].text, 'Zebra');
    expect(space.starts[3]).toBe(space.starts[2]);
  });

  it('lie as far apart in time as they must; a date without a time of day is any hour of it', () => {
    const times = [monday + 9 * hour, monday + 21 * hour, null, 0, day, day + 6 * hour];
    expect(daysBetween(times, 0, 1)).toBe(0.5);
    expect(daysBetween(times, 1, 0)).toBe(0.5);
    expect(daysBetween(times, 0, 2)).toBe(0);
    expect(daysBetween(times, 3, 4)).toBe(0);
    expect(daysBetween(times, 5, 3)).toBe(0.25);
  });
});
