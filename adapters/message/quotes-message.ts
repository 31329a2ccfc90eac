import type { Article } from '../../src/domain/article.ts';
import type { Quote } from '../../src/domain/quote.ts';
import { datesIn } from './dates.ts';
import { joinIsolated } from './direction.ts';
import { counted, labelsFor } from './labels/labels.ts';
import { titleAbout } from './labels/title-about.ts';
import type { Message, QuoteGroup } from './message.ts';

/** A quote and where it stands, as the store finds them. */
export type QuoteInArticle = {
  readonly quote: Quote;
  readonly article: Pick<Article, 'outlet' | 'url' | 'publishedAt'>;
};

export type QuotesMessageOptions = {
  /** What was asked for: a person or a topic. */
  readonly about: string;
  readonly zone: string;
  readonly locale: string;
  readonly speakers: number;
  readonly perSpeaker: number;
};

/**
 * Who said what, word for word: one group a speaker, both speakers and quotes in the order found.
 * Quotes the article names nobody for come last, under "speaker not named".
 */
export function quotesMessage(found: readonly QuoteInArticle[], options: QuotesMessageOptions): Message {
  const { about, locale } = options;
  const labels = labelsFor(locale);
  return {
    title: titleAbout(labels.quotesTitle, about, locale),
    context: counted(labels.quotes, found.length, locale),
    blocks: quoteGroups(found, options),
    actions: [],
    footer: null,
    locale,
    layout: 'single',
  };
}

function quoteGroups(found: readonly QuoteInArticle[], options: QuotesMessageOptions): readonly QuoteGroup[] {
  const { locale, zone, speakers, perSpeaker } = options;
  const dates = datesIn(locale, zone);
  const bySpeaker = Map.groupBy(found, ({ quote }) => quote.speaker?.name ?? null);
  const named = [...bySpeaker].filter(([speaker]) => speaker !== null);
  const unnamed = [...bySpeaker].filter(([speaker]) => speaker === null);
  return [...named, ...unnamed].slice(0, speakers).map(([name, said]) => {
    const speaker = name ?? labelsFor(locale).speakerNotNamed;
    const role = said.find(({ quote }) => quote.speaker?.role)?.quote.speaker?.role ?? null;
    return {
      kind: 'quotes',
      speaker,
      role,
      quotes: said.slice(0, perSpeaker).map(({ quote, article }) => ({
        stretches: [quote.text, ...quote.continuations.map(({ text }) => text)],
        speaker,
        role,
        source: joinIsolated([article.outlet, dates.moment(article.publishedAt)], ' · '),
        href: article.url,
      })),
    };
  });
}
