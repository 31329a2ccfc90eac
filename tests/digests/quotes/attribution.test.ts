import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../../digests/quotes/extract-quotes.ts';

const read = (text: string) => extractQuotes({ id: 'a', text }).quotes;
const speakers = (text: string): (string | null)[] => read(text).map((quote) => quote.speaker?.name ?? null);

describe('who said it', () => {
  it.each([
    ['behind the quotation', '“The ferry will sail again in May,” Ingrid Dahl said.', 'Ingrid Dahl'],
    ['behind the verb', '“The ferry will sail again in May,” said Ingrid Dahl.', 'Ingrid Dahl'],
    ['before the quotation', 'Ingrid Dahl said, “The ferry will sail again in May.”', 'Ingrid Dahl'],
    ['before a colon', 'Ingrid Dahl put it plainly: “The ferry will sail again in May.”', 'Ingrid Dahl'],
    [
      'in the paragraph before, behind a colon',
      'Ingrid Dahl, the harbour master, wrote:\n\n“The ferry will sail again in May, whatever the weather.”',
      'Ingrid Dahl',
    ],
    [
      'named by "according to"',
      '“The ferry will sail again in May,” according to Ingrid Dahl.',
      'Ingrid Dahl',
    ],
    [
      'in a statement',
      '“The ferry will sail again in May,” Ingrid Dahl said in a statement on Friday.',
      'Ingrid Dahl',
    ],
    [
      'who told a news agency',
      '“The ferry will sail again in May,” Ingrid Dahl told Reuters.',
      'Ingrid Dahl',
    ],
    ['who tweeted', 'Ingrid Dahl tweeted: “The ferry will sail again in May.”', 'Ingrid Dahl'],
    [
      'with an apposition',
      '“The ferry will sail again in May,” said Ingrid Dahl, who runs the harbour of Bodø.',
      'Ingrid Dahl',
    ],
    [
      'that is a body',
      'The Port Authority said in a statement: “The ferry will sail again in May.”',
      'Port Authority',
    ],
    ['that is a document', 'The report says: “The ferry was not fit to sail in that weather.”', 'The report'],
    ['who is unnamed', '“The ferry was not fit to sail,” said a senior official.', 'a senior official'],
    [
      'who is known by what he or she knows',
      'A person familiar with the talks said “the ferry was not fit to sail.”',
      'A person familiar with the talks',
    ],
    [
      'who is one of several',
      '“The ferry was not fit to sail,” one of the officials said.',
      'one of the officials',
    ],
    [
      'who told somebody',
      'Per Holm was told by Ingrid Dahl that “the ferry will sail again in May.”',
      'Ingrid Dahl',
    ],
    [
      'who asked somebody',
      'Per Holm was asked by Ingrid Dahl whether “anybody had looked at the engine.”',
      'Ingrid Dahl',
    ],
    [
      'whom an agency quoted',
      '“The ferry was not fit to sail,” Reuters quoted Ingrid Dahl as saying.',
      'Ingrid Dahl',
    ],
    ['who spoke of somebody', '“He has never seen an engine,” Ingrid Dahl said of Per Holm.', 'Ingrid Dahl'],
    [
      'behind a relative clause',
      'Ingrid Dahl, who met Per Holm on Monday, said “the ferry will sail again in May.”',
      'Ingrid Dahl',
    ],
    [
      'of a participle, and not whom it speaks of',
      'Ingrid Dahl praised Per Holm for his work, adding that he “has never let anybody down.”',
      'Ingrid Dahl',
    ],
    ['whose name is a small word too', '“The ferry will sail in May,” Will Berg said.', 'Will Berg'],
  ])('finds a speaker %s', (_, text, expected) => {
    expect(speakers(text)).toEqual([expected]);
  });

  it('gives a split sentence as one quotation of two stretches', () => {
    const [quote, ...others] = read(
      '“The ferry,” said Ingrid Dahl, “will sail again in May if the ice allows it.”',
    );
    expect(others).toEqual([]);
    expect(quote?.text).toBe('The ferry,');
    expect(quote?.continuations.map((stretch) => stretch.text)).toEqual([
      'will sail again in May if the ice allows it.',
    ]);
    expect(quote?.speaker?.name).toBe('Ingrid Dahl');
  });

  it('gives a quotation of several paragraphs as one', () => {
    const quotes = read(
      'Ingrid Dahl spoke last. “The ferry will sail again in May, she is ready.\n\n“Nobody will have to drive around the fjord,” Dahl said.',
    );
    expect(quotes).toHaveLength(1);
    expect(quotes[0]?.continuations).toHaveLength(1);
    expect(quotes[0]?.speaker?.name).toBe('Ingrid Dahl');
  });

  it.each([
    '“The ferry will sail again,” said Ingrid Dahl, who called the repair “a small wonder of the north.”',
    '“The ferry will sail again,” Ingrid Dahl said, adding that it was “a small wonder of the north.”',
  ])('is not made of two that different verbs give: %s', (text) => {
    const { quotes } = extractQuotes({ id: 'a', text });
    expect(quotes.map((quote) => [quote.speaker?.name, quote.continuations.length])).toEqual([
      ['Ingrid Dahl', 0],
      ['Ingrid Dahl', 0],
    ]);
  });

  it('follows he and she back to the person', () => {
    const text =
      'Ingrid Dahl met the engineer Per Holm on Monday. “The ferry needs a new engine this year,” Holm said. He added: “It will cost a lot of money.”\n\nDahl was not pleased. “We do not have that kind of money,” she said.';
    expect(speakers(text)).toEqual(['Per Holm', 'Per Holm', 'Ingrid Dahl']);
  });

  it('keeps two speakers of one paragraph apart', () => {
    const text =
      '“The ferry is safe and she is on time,” said Ingrid Dahl, but “nobody believes that any more,” said Per Holm of the seamen’s union.';
    expect(speakers(text)).toEqual(['Ingrid Dahl', 'Per Holm']);
  });

  it('reads the sentence that follows the speaker as said by the same', () => {
    const text = '“The ferry is safe,” Ingrid Dahl said. “We have looked at every bolt of her hull twice.”';
    expect(speakers(text)).toEqual(['Ingrid Dahl', 'Ingrid Dahl']);
  });

  it('reads a transcript', () => {
    const text =
      'DAHL: “The ferry is safe, I say it again.”\n\nHOLM: “Then why does she lie in the harbour?”';
    expect(speakers(text)).toEqual(['DAHL', 'HOLM']);
  });

  it('takes the letters of an interview for nobody', () => {
    expect(
      speakers('Q: “Will the ferry sail again in May?”\n\nA: “She will, if the ice allows it.”'),
    ).toEqual([null, null]);
  });

  it('says so where nobody is named', () => {
    expect(speakers('“Whoever comes last must close the gate behind them.”')).toEqual([null]);
  });

  it('gives the verb of saying and the mention it was read from', () => {
    const [quote] = read('Ingrid Dahl came late. “The ferry will sail again in May,” Dahl told reporters.');
    expect(quote?.cue?.text).toBe('told');
    expect(quote?.speakerMention?.text).toBe('Dahl');
    expect(quote?.speaker?.name).toBe('Ingrid Dahl');
  });
});

describe('what is no quotation', () => {
  it.each([
    ['the title of a film', 'The cinema shows “The Last Winter of the North” every evening at eight.'],
    ['the title of a song', 'The band closed with “Harbour Lights,” their only hit.'],
    ['a word held at arm’s length', 'The company sells what it calls “smart” bricks in its shops.'],
    ['a nickname', 'Ole “Tiny” Berg won the race for the third time.'],
  ])('leaves out %s', (_, text) => {
    expect(read(text).filter((quote) => quote.text.split(' ').length >= 2)).toEqual([]);
  });
});
