import { describe, expect, it } from 'vitest';
import { compress } from '../../../digests/summary/compress.ts';

const kept = (sentence: string) => compress(sentence, { mayHaveDateline: true }).text;

describe('a dateline goes', () => {
  it.each([
    'OSLO (NTB) - ',
    'OSLO, Norway (NTB) — ',
    'OSLO/BERGEN, March 4 (NTB) - ',
    'OSLO, March 4, 2031 /Press Wire/ -- ',
    'Oslo (ntb) – ',
    'Oslo, 4 March (NTB) -- ',
    'Oslo (NTB)',
    'Oslo, 4 mars (NTB).- ',
    'March 4 (NTB) - ',
    'NEW BERGEN--',
    '(NTB) — ',
  ])('%s', (dateline) => {
    expect(kept(`${dateline}The ferry stopped running on Monday.`)).toBe(
      'The ferry stopped running on Monday.',
    );
  });

  it('only at the beginning of an article', () => {
    expect(compress('OSLO — The ferry stopped.', { mayHaveDateline: false }).compressed).toBe(false);
  });

  it('and nothing that looks a little like one', () => {
    const sentence = 'Roe - The Musical opened in Oslo on Monday.';
    expect(kept(sentence)).toBe(sentence);
  });
});

describe('who said it goes from the end', () => {
  it('with the comma before', () => {
    expect(kept('The ferry to the island stopped running on Monday, the council said.')).toBe(
      'The ferry to the island stopped running on Monday.',
    );
  });

  it('but no half of a name that holds a comma', () => {
    const sentence =
      'Income rose to 412 million crowns in the year, the St. Olav, Norw.-based company said on Monday.';
    expect(kept(sentence)).toBe(sentence);
  });
});

it('what a colon announces is not promised', () => {
  expect(kept('The captain wrote to all passengers on Friday:')).toBe(
    'The captain wrote to all passengers on Friday.',
  );
});

it('brackets in a sea of spaces are found as fast as elsewhere', () => {
  const sentence = `The ferry (an old one) ${' '.repeat(1_000_000)}stopped.`;
  expect(kept(sentence).startsWith('The ferry ')).toBe(true);
});
