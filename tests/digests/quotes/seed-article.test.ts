import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../../digests/quotes/extract-quotes.ts';

const folder = new URL('../../../../shared/data/seed/', import.meta.url);
const article = new URL('riyadh-talks.txt', folder);

type Expected = {
  readonly quotes: readonly {
    readonly begins: string;
    readonly ends: string;
    readonly speaker: string;
    readonly role?: string;
  }[];
  readonly indirect: readonly { readonly speaker: string; readonly role: string; readonly gist: string }[];
};

/** The owner's example lies outside of the repository; where it is absent there is nothing to check. */
describe.skipIf(!existsSync(article))('the owner’s example article', () => {
  const read = () => {
    const text = readFileSync(article, 'utf8');
    const expected: Expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));
    return { expected, ...extractQuotes({ id: 'seed', text }) };
  };

  it('has exactly its direct quotations, word for word, with speakers and roles', () => {
    const { expected, quotes } = read();
    expect(quotes).toHaveLength(expected.quotes.length);
    expected.quotes.forEach((wanted, at) => {
      const quote = quotes[at];
      expect(quote?.text.startsWith(wanted.begins)).toBe(true);
      expect(quote?.text.endsWith(wanted.ends)).toBe(true);
      expect(quote?.speaker?.name).toBe(wanted.speaker);
      if (wanted.role !== undefined) expect(quote?.speaker?.role).toBe(wanted.role);
    });
  });

  it('has its indirect statement with speaker and role', () => {
    const { expected, statements } = read();
    for (const wanted of expected.indirect) {
      const statement = statements.find(({ text }) => text.includes(wanted.gist));
      expect(statement?.speaker).toMatchObject({ name: wanted.speaker, role: wanted.role });
    }
  });
});
