import { describe, expect, it } from 'vitest';
import { articleTerms, readTerms, serializeTerms } from '../../../digests/stories/article-terms.ts';
import { ferry } from '../wire.ts';

describe('the terms of an article', () => {
  it('begin with those of the title', () => {
    const { terms, titleTerms } = articleTerms({
      title: 'Ferry aground',
      text: 'The ferry Halcyon struck a reef.',
    });
    expect(terms.slice(0, titleTerms)).toEqual(['ferri', 'aground']);
    expect(terms).toContain('halcyon');
    expect(new Set(terms).size).toBe(terms.length);
  });

  it('come back from the store as they went in', () => {
    const made = articleTerms(ferry.grounding[0]);
    const read = readTerms(serializeTerms(made));
    expect(read.terms).toEqual(made.terms);
    expect(read.titleTerms).toBe(made.titleTerms);
    for (const [at, weight] of made.weights.entries()) expect(read.weights[at]).toBeCloseTo(weight, 2);
    expect(readTerms('')).toEqual({ terms: [], weights: [], titleTerms: 0 });
  });

  it('are read in any order: an older store has those of the title among the others', () => {
    expect(readTerms('reef\t150\n*ferri\t210\nhalcyon\t100')).toEqual({
      terms: ['ferri', 'reef', 'halcyon'],
      weights: [2.1, 1.5, 1],
      titleTerms: 1,
    });
  });
});
