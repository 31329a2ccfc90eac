import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/domain/parse-query.ts';
import type { Query } from '../../src/domain/query.ts';
import { topicQuery } from '../../src/domain/topic-query.ts';

/** The query in the notation of logic, short enough to compare. */
function say(query: Query): string {
  switch (query.kind) {
    case 'word':
      return query.text;
    case 'phrase':
      return `"${query.words.join(' ')}"`;
    case 'outlet':
    case 'speaker':
      return `${query.kind}:${query.name}`;
    case 'and':
      return `(${query.parts.map(say).join(' & ')})`;
    case 'or':
      return `(${query.parts.map(say).join(' | ')})`;
    case 'not':
      return `!${say(query.part)}`;
    case 'all':
      return '*';
  }
}

describe('a search as people type it', () => {
  it.each([
    ['ukraine', 'ukraine'],
    ['  interest   rates ', '(interest & rates)'],
    ['"interest rates"', '"interest rates"'],
    ['“interest rates” OR inflation', '("interest rates" | inflation)'],
    ['ukraine OR kyiv ceasefire', '((ukraine | kyiv) & ceasefire)'],
    ['ukraine -football', '(ukraine & !football)'],
    ['ukraine NOT "world cup"', '(ukraine & !"world cup")'],
    ['(ukraine OR russia) talks', '((ukraine | russia) & talks)'],
    ['outlet:Reuters ukraine', '(outlet:Reuters & ukraine)'],
    ['outlet:"The Times"', 'outlet:The Times'],
    ['speaker:rubio', 'speaker:rubio'],
    ['-outlet:Reuters', '!outlet:Reuters'],
    ['U.S.-Russia', '(U.S & Russia)'],
    ['ukraine AND russia', '(ukraine & russia)'],
    ['Київ', 'Київ'],
    ['"one"', 'one'],
    ['', '*'],
    ['OR', '*'],
    ['- " ( ) *', '*'],
    ['OR ukraine OR', 'ukraine'],
    ['((ukraine', 'ukraine'],
    ['ukraine))) russia', '(ukraine & russia)'],
    ['"never closed', '("never closed")'.slice(1, -1)],
    ['foo:bar', '(foo & bar)'],
  ])('%s', (text, expected) => {
    expect(say(parseQuery(text))).toBe(expected);
  });

  it('is never refused, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(say(parseQuery(text))).toBeTypeOf('string');
      }),
    );
  });

  it('is read in linear time, however long and nested', () => {
    expect(parseQuery('('.repeat(100_000)).kind).toBe('all');
    expect(parseQuery(`${'"a '.repeat(50_000)}`)).toBeDefined();
  });
});

describe('a topic', () => {
  const topic = {
    slug: 't',
    title: 'T',
    query: 'ukraine',
    synonyms: ['Київ', '"south of Kyiv"'],
    exclude: ['football'],
    outlets: ['Reuters', 'AP'],
  };

  it('matches its query or a synonym, without what it excludes, of its outlets', () => {
    expect(say(topicQuery(topic))).toBe(
      '((ukraine | Київ | "south of Kyiv") & (outlet:Reuters | outlet:AP) & !football)',
    );
  });

  it('without a query matches everything', () => {
    expect(say(topicQuery({ ...topic, query: '', exclude: [], outlets: [] }))).toBe('*');
  });
});
