import { describe, expect, it } from 'vitest';
import { findStretches } from '../../../digests/quotes/marks.ts';

const between = (text: string): string[] =>
  findStretches(text).map(({ start, end }) => text.slice(start, end));

describe('findStretches', () => {
  it.each([
    ['straight marks', 'She said "the road is open" today.', ['the road is open']],
    ['curly marks', 'She said “the road is open” today.', ['the road is open']],
    [
      'an opening curly and a closing straight mark',
      'She said “the road is open" today.',
      ['the road is open'],
    ],
    ['a closing mark of the wrong direction', 'She said “the road is open“ today.', ['the road is open']],
    ['two apostrophes', "''The road is open,'' she said.", ['The road is open,']],
    ['two grave accents and two apostrophes', "``The road is open,'' she said.", ['The road is open,']],
    ['guillemets', 'Elle a dit : « la route est ouverte ».', ['la route est ouverte']],
    ['guillemets that point inwards', '»Die Straße ist offen«, sagte sie.', ['Die Straße ist offen']],
    ['low and high marks', '„Die Straße ist offen“, sagte sie.', ['Die Straße ist offen']],
    ['corner brackets', '彼女は「道は開いている」と述べた。', ['道は開いている']],
    ['single marks, where the article has no other', '‘The road is open,’ she said.', ['The road is open,']],
    ['straight single marks', "'The road is open,' she said.", ['The road is open,']],
  ])('finds %s', (_, text, expected) => {
    expect(between(text)).toEqual(expected);
  });

  it('keeps a quotation within a quotation as part of the outer one', () => {
    expect(between('“He told me ‘go home’ and I went,” she said.')).toEqual([
      'He told me ‘go home’ and I went,',
    ]);
    expect(between('"He told me “go home” and I went," she said.')).toEqual([
      'He told me “go home” and I went,',
    ]);
    expect(between('« Il a dit « rentre » hier », dit-elle.')).toEqual(['Il a dit « rentre » hier']);
    expect(between('“He told me “go home” and I went,” she said.')).toEqual([
      'He told me “go home” and I went,',
    ]);
    expect(between('‘He told me “go home” and I went,’ she said. ‘It was late.’')).toEqual([
      'He told me “go home” and I went,',
      'It was late.',
    ]);
  });

  it('keeps what is quoted within a paragraph that leaves its quotation open', () => {
    const text = '“He told me “go home” and I went.\n\n“It was late,” she said.';
    expect(between(text)).toEqual(['He told me “go home” and I went.', 'It was late,']);
  });

  it('begins anew where an opening mark shows that the last was left open', () => {
    expect(
      between('“The road is open, she said. “It will stay open.” He left. “Not for long,” he said.'),
    ).toEqual(['The road is open, she said.', 'It will stay open.', 'Not for long,']);
  });

  it('reads doubled marks, and those beside a lost space', () => {
    expect(between('She said: ““The road is open,” and left.')).toEqual(['The road is open,']);
    expect(between('She spoke of"the open road" and left.')).toEqual(['the open road']);
    expect(between('It is open." She left. "It will stay open," she said.')).toEqual(['It will stay open,']);
  });

  it('ends guillemets with their paragraph', () => {
    expect(between('« La route est ouverte.\n\nIl pleut.')).toEqual(['La route est ouverte.']);
  });

  it('ends an unclosed quotation with its paragraph, and takes up the next one', () => {
    const text = '“The road is open.\n\n“It will stay open,” she said.';
    expect(findStretches(text).map(({ closed }) => closed)).toEqual([false, true]);
    expect(between(text)).toEqual(['The road is open.', 'It will stay open,']);
  });

  it('takes neither apostrophes nor inches nor HTML attributes for marks', () => {
    expect(between('The boys’ dog isn’t Anna’s, it’s the ’90s dog.')).toEqual([]);
    expect(between('A 6" pipe and a 12" one.')).toEqual([]);
    expect(between('<a href="https://example.org">link</a> and <b class=”wide”>')).toEqual([]);
  });

  it('reads a quotation that ends with a number', () => {
    expect(between('He said "we need 12" and left.')).toEqual(['we need 12']);
  });
});
