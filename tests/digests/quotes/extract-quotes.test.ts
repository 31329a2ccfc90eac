import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuotes, wordCount } from '../../../digests/quotes/extract-quotes.ts';

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '“',
        '”',
        '‘',
        '’',
        "''",
        '«',
        '»',
        '„',
        '「',
        '」',
        '\n',
        '\n\n',
        ' ',
        '\u202e',
        '\u200b',
        '\ud800',
        '\udc00',
      ),
      fc.constantFrom(
        'he said',
        'Ann Smith',
        ', ',
        '. ',
        'according to',
        'the senator',
        'told',
        ': ',
        'Mr. Smith',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('extractQuotes', () => {
  it('gives every quotation byte for byte, in order and without overlap, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { quotes, statements } = extractQuotes({ id: 'a', text });
        const stretches = quotes
          .flatMap((quote) => [quote, ...quote.continuations])
          .sort((a, b) => a.start - b.start);
        let last = 0;
        for (const { start, end, text: said } of stretches) {
          expect(text.slice(start, end)).toBe(said);
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
        for (const statement of statements)
          expect(text.slice(statement.start, statement.end)).toBe(statement.text);
        for (const quote of quotes) {
          expect(wordCount(quote)).toBeGreaterThanOrEqual(0);
          const mention = quote.speakerMention;
          if (mention !== null) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads who said it from the name beside the verb of saying', () => {
    const { quotes } = extractQuotes({
      id: 'a',
      text: 'Maria Lopez met the board. “We will build the bridge next year,” Lopez said.',
    });
    expect(quotes).toHaveLength(1);
    expect(quotes[0]?.text).toBe('We will build the bridge next year,');
    expect(quotes[0]?.speaker?.name).toBe('Maria Lopez');
    expect(quotes[0]?.speakerMention?.text).toBe('Lopez');
  });
});
