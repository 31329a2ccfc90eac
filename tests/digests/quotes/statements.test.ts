import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../../digests/quotes/extract-quotes.ts';

const read = (text: string) =>
  extractQuotes({ id: 'a', text }).statements.map(({ speaker, cue }) => [speaker.name, cue.text]);

describe('indirect statements', () => {
  it.each([
    ['said that', 'Ingrid Dahl said that the ferry would sail again in May.', 'Ingrid Dahl', 'said'],
    ['said without that', 'Ingrid Dahl said the ferry would sail again in May.', 'Ingrid Dahl', 'said'],
    [
      'told somebody that',
      'Ingrid Dahl told reporters that the ferry would sail again in May.',
      'Ingrid Dahl',
      'told',
    ],
    ['said behind', 'The ferry will sail again in May, Ingrid Dahl said.', 'Ingrid Dahl', 'said'],
    [
      'according to',
      'According to Ingrid Dahl, the ferry will sail again in May.',
      'Ingrid Dahl',
      'According to',
    ],
    [
      'as noted by',
      'As noted by Ingrid Dahl last week, the ferry needs a new engine.',
      'Ingrid Dahl',
      'As noted by',
    ],
    [
      'an adverb between',
      'Ingrid Dahl later confirmed that the ferry would stay.',
      'Ingrid Dahl',
      'confirmed',
    ],
  ])('are read from "%s"', (_, text, speaker, cue) => {
    expect(read(text)).toEqual([[speaker, cue]]);
  });

  it('are the whole sentence with its stop, byte for byte', () => {
    const text = 'It rained.\n\nIngrid Dahl said the ferry would sail again in May. Nobody listened.';
    const [statement] = extractQuotes({ id: 'a', text }).statements;
    expect(statement?.text).toBe('Ingrid Dahl said the ferry would sail again in May.');
    expect(text.slice(statement?.start, statement?.end)).toBe(statement?.text);
  });

  it('follow a pronoun to the person', () => {
    const text = 'Ingrid Dahl came late. She said the ferry would sail again in May.';
    expect(read(text)).toEqual([['Ingrid Dahl', 'said']]);
  });

  it('are not made of direct quotations, nor of deeds, nor of an open "they"', () => {
    expect(read('“The ferry will sail again in May,” Ingrid Dahl said.')).toEqual([]);
    expect(read('Ingrid Dahl walked down to the harbour in the rain.')).toEqual([]);
    expect(read('They said the ferry would sail again in May.')).toEqual([]);
  });
});
