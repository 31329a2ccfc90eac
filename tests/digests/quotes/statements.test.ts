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

  it.each([
    ['Ann Roe, a member of the port board, said the fare had not been fixed.', 'Ann Roe'],
    ['His widow, Ann Roe, says her stepson, Tom Poe, forged the letter that was found.', 'Ann Roe'],
    ['The agent of the port, Ann Roe, told the newspaper that the fare was too low.', 'Ann Roe'],
    ['The lawsuit, filed in a court in the capital, says the city was warned.', 'The lawsuit'],
    ['A spokesman for the port in the capital said the ferry would sail again.', 'A spokesman for the port'],
    ['Sen. Ann Roe (D) said the law does not ask for that.', 'Ann Roe'],
    ['The ferry will sail again in May, said port director Ann Roe.', 'Ann Roe'],
    ['The ferry will sail again in May, the director, Ann Roe, said on Monday.', 'Ann Roe'],
  ])('are given to the subject of the verb, not to what stands beside it: %s', (text, speaker) => {
    expect(read(text).map(([name]) => name)).toEqual([speaker]);
  });

  it('are not made of what somebody announces or confirms without a clause behind it', () => {
    expect(read('His daughter, Ann Roe, confirmed the death of the old composer.')).toEqual([]);
    expect(read('Ann Roe announced a plan for a larger harbour in the north.')).toEqual([]);
    expect(read('It was never proven, and the operator has denied it.')).toEqual([]);
    expect(read('Ann Roe maintained high costs for raising that money in the north.')).toEqual([]);
  });

  it('are not given to whom or where others stand', () => {
    expect(read('Of those who named a candidate said one in four would change their mind.')).toEqual([]);
    expect(read('Officials in the port and at the Harbour Board have said the fare is too low.')).toEqual([]);
  });
});
