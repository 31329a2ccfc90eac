import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../../digests/quotes/extract-quotes.ts';

const speakerOf = (text: string) => extractQuotes({ id: 'a', text }).quotes.at(-1)?.speaker?.name;
const quotation = '“The treaty holds for another year,”';

describe('several who speak together', () => {
  it.each([
    [`${quotation} Anna Dahl and Erik Moe said in a joint statement.`, 'Anna Dahl and Erik Moe'],
    [`${quotation} said Anna Dahl and Erik Moe, who chaired the talks.`, 'Anna Dahl and Erik Moe'],
    [`${quotation} said Anna Dahl, Erik Moe and Ida Lund.`, 'Anna Dahl, Erik Moe and Ida Lund'],
    [`${quotation} Foreign Ministers Anna Dahl and Erik Moe said.`, 'Anna Dahl and Erik Moe'],
    [
      'Anna Dahl, a Liberal, and Erik Moe, a Conservative, wrote: “The treaty holds for another year.”',
      'Anna Dahl and Erik Moe',
    ],
    [`${quotation} Norway and Sweden said in a statement.`, 'Norway and Sweden'],
  ])('are named all: %s', (text, name) => {
    expect(speakerOf(text)).toBe(name);
  });

  it('have their full names, and one place in the text for all', () => {
    const text = `Anna Dahl met Erik Moe in Oslo. ${quotation} Dahl and Moe said.`;
    const { quotes, speakers } = extractQuotes({ id: 'a', text });
    expect(quotes[0]).toMatchObject({
      speaker: { name: 'Anna Dahl and Erik Moe', role: null, kind: 'organisation' },
      speakerMention: { text: 'Dahl and Moe' },
    });
    expect(speakers).toEqual([quotes[0]?.speaker]);
  });

  it('are told from one who speaks beside another', () => {
    expect(speakerOf(`${quotation} Anna Dahl said, and Erik Moe nodded.`)).toBe('Anna Dahl');
    expect(speakerOf('Anna Dahl told Erik Moe and Ida Lund: “The treaty holds for another year.”')).toBe(
      'Anna Dahl',
    );
    expect(speakerOf('Reporters met Anna Dahl and Erik Moe said: “The treaty holds for another year.”')).toBe(
      'Erik Moe',
    );
    expect(speakerOf(`${quotation} said Anna Dahl and her brother.`)).toBe('Anna Dahl');
  });

  it('give statements together too', () => {
    const { statements } = extractQuotes({
      id: 'a',
      text: 'Anna Dahl and Erik Moe said the ferry would sail again in May.',
    });
    expect(statements.map(({ speaker }) => speaker.name)).toEqual(['Anna Dahl and Erik Moe']);
  });
});
