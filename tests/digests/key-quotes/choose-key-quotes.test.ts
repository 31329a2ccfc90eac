import { describe, expect, it } from 'vitest';
import { chooseKeyQuotes, type QuoteOfArticle } from '../../../digests/key-quotes/choose-key-quotes.ts';
import { report } from '../wire.ts';

/** What an article with this text is found to quote. */
function quoted(text: string, outlet = 'The Coast Mail'): QuoteOfArticle[] {
  const { article, quotes } = report({
    id: `${outlet}: ${text.slice(0, 40)}`,
    outlet,
    hours: 1,
    title: 'News',
    text,
  });
  return quotes.map((quote) => ({ quote, outlet, url: article.url, language: 'en' }));
}

const mayor = (words: string) => `“${words}” said Lotte Vane, the mayor of Port Verrin.`;
const chosen = (quotes: readonly QuoteOfArticle[], max = 3) =>
  chooseKeyQuotes(quotes, max).map(({ text }) => text);

describe('key quotes', () => {
  it('let each speaker have one before any has a second', () => {
    const text = [
      mayor('The harbour will stay closed until every litre of fuel is out of the water,'),
      '“Nobody in this town will have to pay for the cleaning of the beach,” Vane said.',
      '“We counted forty seabirds covered with oil this morning,” said Jon Ruhl, a warden at the reserve.',
    ].join('\n\n');
    const speakers = chooseKeyQuotes(quoted(text), 3).map(({ speaker }) => speaker?.name);
    expect(speakers.slice(0, 2).toSorted()).toEqual(['Jon Ruhl', 'Lotte Vane']);
    expect(speakers[2]).toBe('Lotte Vane');
  });

  it('are one where outlets cut the same words differently, and say who carried them', () => {
    const [quote, ...more] = chooseKeyQuotes(
      [
        ...quoted(mayor('The harbour will stay closed until every litre of fuel is out of the water,')),
        ...quoted(mayor('harbour will stay closed until every litre of fuel is out,'), 'Harbour Radio'),
      ],
      3,
    );
    expect(more).toEqual([]);
    expect(quote?.text).toContain('out of the water');
    expect(quote?.outlets).toEqual(['The Coast Mail', 'Harbour Radio']);
  });

  it('are one where two outlets have a piece each of what a third has whole', () => {
    const [start, end] = [
      'The harbour stays closed until the fuel is out of the water.',
      'Nobody in this town will pay for the cleaning of the beach,',
    ];
    const all = [
      quoted(mayor(start.replace('water.', 'water,')), 'Harbour Radio'),
      quoted(mayor(end), 'Port News'),
      quoted(mayor(`${start} ${end}`)),
    ];
    const [quote, ...more] = chooseKeyQuotes(all.flat(), 3);
    expect(more).toEqual([]);
    expect(quote?.text).toContain(start);
    expect(quote?.outlets).toHaveLength(3);
  });

  it('are others, where there are others, than what the summary quotes', () => {
    const [first, second] = [
      'The harbour stays closed until the fuel is out of the water,',
      'Nobody in this town will pay for the cleaning of the beach,',
    ];
    const both = quoted(`${mayor(first)}\n\n${mayor(second)}`);
    const summary = (words: string) => [
      {
        text: `The mayor of Port Verrin said: “${words.replace(',', '.')}”`,
        articleId: 'a',
        start: 0,
        end: 1,
        compressed: false,
      },
    ];
    const [best] = chooseKeyQuotes(both, 1, summary(first));
    const [other] = chooseKeyQuotes(both, 1, summary(second));
    expect(best?.text).toContain('Nobody in this town');
    expect(other?.text).toContain('The harbour stays closed');
  });

  it('stay two where two people say nearly the same', () => {
    const text = [
      mayor('The harbour will stay closed for the whole week,'),
      '“The harbour will stay closed for the whole week,” said Ines Tarrow, commander of the coastguard.',
    ].join('\n\n');
    expect(chooseKeyQuotes(quoted(text), 3)).toHaveLength(2);
  });

  it('are one where outlets name different people for the same words: whom most name', () => {
    const words = 'The harbour will stay closed until every litre of fuel is out of the water,';
    const tarrow = `“${words}” said Ines Tarrow, commander of the coastguard.`;
    const all = [quoted(tarrow), quoted(mayor(words), 'Harbour Radio'), quoted(mayor(words), 'Port News')];
    const [quote, ...more] = chooseKeyQuotes(all.flat(), 3);
    expect(more).toEqual([]);
    expect(quote?.speaker?.name).toBe('Lotte Vane');
    expect(quote?.outlets).toEqual(['The Coast Mail', 'Harbour Radio', 'Port News']);
  });

  it('are no scraps of a sentence that say nothing by themselves', () => {
    const text = mayor('a very, very large scale,');
    expect(quoted(text)).toHaveLength(1);
    expect(chosen(quoted(text))).toEqual([]);
  });

  it('are no questions in passing', () => {
    const text = '“How do we look at that now, sir?” asked Jon Ruhl at the harbour.';
    expect(quoted(text)[0]?.quote.speaker?.name).toBe('Jon Ruhl');
    expect(chosen(quoted(text))).toEqual([]);
  });

  it('are no titles of works', () => {
    const text = mayor('The Long Winter of the Old Harbour,');
    expect(quoted(text)).toHaveLength(1);
    expect(chosen(quoted(text))).toEqual([]);
  });

  it('prefer what can be understood alone to what points at something unsaid', () => {
    const text = [
      mayor('That was what they wanted from him all along, and it worked,'),
      '“The harbour office never received a single warning about the reef,” said Ines Tarrow, commander of the coastguard.',
    ].join('\n\n');
    expect(chosen(quoted(text), 1)).toEqual([
      'The harbour office never received a single warning about the reef,',
    ]);
  });

  it.each([
    'We will appeal it in court as soon as we have read the whole ruling,',
    'We never said that, and everybody at the table knows we did not,',
  ])('prefer another to "%s"', (dangling) => {
    const text = [
      mayor(dangling),
      '“I think it is time that the harbour office answered for the reef,” said Ines Tarrow, commander of the coastguard.',
    ].join('\n\n');
    expect(chosen(quoted(text), 1)).toEqual([
      'I think it is time that the harbour office answered for the reef,',
    ]);
  });

  it('leave out scraps and words of nobody in particular', () => {
    const scrap = quoted('Lotte Vane, the mayor of Port Verrin, called it “a black day” for the harbour.');
    const [whole] = quoted(
      mayor('The harbour will stay closed until every litre of fuel is out of the water,'),
    );
    if (!whole) throw new Error('no quote');
    const unknown = { ...whole, quote: { ...whole.quote, speaker: null } };
    expect(scrap).toHaveLength(1);
    expect(chosen([...scrap, unknown])).toEqual([]);
  });

  it('stand word for word in their article', () => {
    const text = mayor('The harbour will stay closed until every litre of fuel is out of the water,');
    for (const { text: words, start, end } of chooseKeyQuotes(quoted(text), 3))
      expect(text.slice(start, end)).toBe(words);
  });

  it('are found fast in a text of nothing but quotations', () => {
    const [one] = quoted(
      mayor('The harbour will stay closed until every litre of fuel is out of the water,'),
    );
    if (!one) throw new Error('no quote');
    const many = Array.from(
      { length: 100_000 },
      (_, n): QuoteOfArticle => ({
        ...one,
        quote: {
          ...one.quote,
          text: Array.from({ length: 9 }, (_, at) => `w${(n * 9 + at).toString(36)}`).join(' '),
        },
      }),
    );
    expect(chooseKeyQuotes(many, 3)).toHaveLength(3);
  });
});
