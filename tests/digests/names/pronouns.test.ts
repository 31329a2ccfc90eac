import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../../digests/quotes/extract-quotes.ts';

const QUOTE = '“The treaty holds for another year,”';

function speakerOf(text: string): string | null {
  const { quotes } = extractQuotes({ id: 'a', text });
  return quotes.find((quote) => quote.text.startsWith('The treaty'))?.speaker?.name ?? null;
}

describe('he and she are', () => {
  it.each([
    [
      'who said, not whom they spoke of',
      'Spokesman Erik Berg said Jonas Vik has kept every promise.',
      'he said',
      'Erik Berg',
    ],
    [
      'the subject of the sentence before, not who is named last in it',
      'Erik Berg went further than others in his speech about Jonas Vik.',
      'he said',
      'Erik Berg',
    ],
    [
      'the subject behind an opening clause',
      'In his speech on Monday, Erik Berg would not blame Jonas Vik.',
      'he said',
      'Erik Berg',
    ],
    [
      'the subject of the main clause behind another',
      'When Jonas Vik spoke at the same rally, Erik Berg laughed at every word.',
      'he said',
      'Erik Berg',
    ],
    [
      'nobody that the sentence names behind them',
      'Lawyer Erik Berg said Jonas Vik wanted a row.',
      'he said, and Vik knew it, he said of Jonas Vik',
      'Erik Berg',
    ],
    ['who was asked', 'Erik Berg asked Jonas Vik whether the port would close.', 'he said', 'Jonas Vik'],
    ['who is presented', 'Jonas Vik spoke first. Then there is Erik Berg.', 'he wrote', 'Erik Berg'],
    [
      'whose deeds open the sentence',
      'It rained on the port. Erik Berg’s posts about it earned much praise.',
      'he wrote',
      'Erik Berg',
    ],
    [
      'somebody new who speaks without a name',
      'Jonas Vik won the vote. A sailor said the doors were shut.',
      'he said',
      'A sailor',
    ],
    [
      'of one gender with the name',
      'Anna Vik said the port would close, and Erik Berg was at her side.',
      'she said',
      'Anna Vik',
    ],
  ])('%s', (_, before, tag, name) => {
    expect(speakerOf(`Anna Holm, Erik Berg and Jonas Vik met on Sunday. ${before} ${QUOTE} ${tag}.`)).toBe(
      name,
    );
  });

  it('hardly whom the words name', () => {
    const text =
      'Erik Berg argues for the port. Jonas Vik came too. “The treaty holds as long as Jonas Vik holds,” he said.';
    expect(speakerOf(text)).toBe('Erik Berg');
  });

  it('not a country or a crowd', () => {
    const text = `Erik Berg came to the talks on Monday. France has asked for more time, and France was given it. ${QUOTE} he said.`;
    expect(speakerOf(text)).toBe('Erik Berg');
  });

  it('women and men where a name is borne by both', () => {
    const text = `Senator Lindsay Berg and Jonas Vik met. Berg said it was late. Jonas Vik left. Berg said: “We stay.” ${QUOTE} he added.`;
    expect(speakerOf(text)).toBe('Lindsay Berg');
  });
});
