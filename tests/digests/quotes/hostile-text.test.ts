import { describe, expect, it } from 'vitest';
import { extractQuotes, flattenStretches, wordCount } from '../../../digests/quotes/extract-quotes.ts';

/** A quadratic step would take hours at these sizes: the test then fails by vitest's own limit. */
describe('hostile articles', () => {
  it.each([
    ['100,000 straight marks', '"'.repeat(100_000)],
    ['100,000 opening marks', '“'.repeat(100_000)],
    ['50,000 quotations that each begin within another', '“We go home '.repeat(50_000)],
    ['50,000 that close the wrong way', '“We go “home” now. '.repeat(50_000)],
    ['50,000 quotations in one paragraph', '“We go home,” Ann Lee said. '.repeat(50_000)],
    [
      '20,000 paragraphs that each leave a quotation open',
      'Ann Lee spoke. “We go home now\n\n'.repeat(20_000),
    ],
    ['5 MB without a paragraph', 'The senator said he will meet Ann Lee there and then '.repeat(100_000)],
    ['5 MB in one word', 'a'.repeat(5_000_000)],
    [
      '20,000 bearers of one surname',
      Array.from({ length: 20_000 }, (_, at) => `Ann${at} Lee told Lee that. `).join(''),
    ],
    ['direction marks and zero-width characters', '\u202e“\u200bAnn\u2066 Lee” said '.repeat(20_000)],
    ['lone surrogates', '\ud800"\udc00 said "'.repeat(20_000)],
  ])('of %s are read', (_, text) => {
    const { quotes } = extractQuotes({ id: 'a', text });
    for (const quote of quotes.slice(0, 1000)) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  });

  it('keep their offsets true behind astral characters and direction marks', () => {
    const text = '\u202e🚢🚢 Ingrid Dahl said: “The ferry \u200bwill sail again 🚢 in May.”';
    const [quote] = extractQuotes({ id: 'a', text }).quotes;
    expect(quote?.text).toBe('The ferry \u200bwill sail again 🚢 in May.');
    expect(text.slice(quote?.start, quote?.end)).toBe(quote?.text);
  });
});

describe('wordCount', () => {
  it('counts the words of all stretches of a quotation', () => {
    const [quote] = extractQuotes({
      id: 'a',
      text: '“The ferry,” said Ingrid Dahl, “will sail again in May if the ice allows it.”',
    }).quotes;
    expect(quote && wordCount(quote)).toBe(12);
  });
});

describe('flattenStretches', () => {
  it('gives a row a stretch, each with the speaker of the whole', () => {
    const text = '“The ferry,” said Ingrid Dahl, “will sail again in May if the ice allows it.”';
    const rows = flattenStretches(text, extractQuotes({ id: 'a', text }).quotes);
    expect(rows.map((row) => text.slice(row.start, row.end))).toEqual([
      'The ferry,',
      'will sail again in May if the ice allows it.',
    ]);
    expect(rows.map((row) => row.speaker)).toEqual(['Ingrid Dahl', 'Ingrid Dahl']);
    expect(rows.map((row) => text.slice(row.speakerStart ?? 0, row.speakerEnd ?? 0))).toEqual([
      'Ingrid Dahl',
      'Ingrid Dahl',
    ]);
  });

  it('leaves out stretches between pairs of apostrophes, which the annotated corpus does not know', () => {
    const text = "''The ferry will sail again in May,'' Ingrid Dahl said.";
    const { quotes } = extractQuotes({ id: 'a', text });
    expect(quotes).toHaveLength(1);
    expect(flattenStretches(text, quotes)).toEqual([]);
  });
});
