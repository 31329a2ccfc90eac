import type { ArticleRef } from '../../src/domain/article.ts';
import type { KeyQuote, Sentence, Story } from '../../src/domain/story.ts';
import type { DigestLength } from '../../src/domain/subscription.ts';
import { datesIn } from './dates.ts';
import { joinIsolated } from './direction.ts';
import { counted, labelsFor } from './labels/labels.ts';
import type { Action, QuoteLine, SourceLink, StoryCard } from './message.ts';

export type StoryCardOptions = {
  readonly zone: string;
  readonly locale: string;
  readonly length: DigestLength;
  readonly quotes: boolean;
  readonly feedback: boolean;
};

type Amount = {
  readonly sentences: number;
  readonly quotes: number;
  readonly contested: number;
  readonly sources: number;
};

const amounts: Readonly<Record<DigestLength, Amount>> = {
  headlines: { sentences: 0, quotes: 0, contested: 0, sources: 3 },
  short: { sentences: 3, quotes: 1, contested: 1, sources: 4 },
  full: { sentences: 6, quotes: 3, contested: 3, sources: 8 },
};

/** One story as readers get it: as much of it as the length asks for. */
export function storyCard(digestId: string, story: Story, options: StoryCardOptions): StoryCard {
  const { locale, length } = options;
  const labels = labelsFor(locale);
  const amount = amounts[length];
  const contested = story.contested.slice(0, amount.contested);
  const badges = [
    ...(story.update ? [labels.update] : []),
    ...(story.contested.length > 0 ? [labels.disputed] : []),
  ];
  return {
    kind: 'story',
    storyId: story.id,
    headline: story.headline,
    href: story.url,
    badges,
    meta: metaOf(story, options),
    summary: summaryOf(story).slice(0, amount.sentences),
    contested: contested.map(({ claim, contestedBy }) => ({
      label: labels.contested,
      claim: claim.text,
      contestedBy: contestedBy.text,
    })),
    quotes: options.quotes
      ? story.keyQuotes
          .filter(hasSpeaker)
          .slice(0, amount.quotes)
          .map((quote) => quoteLine(quote, locale))
      : [],
    sources: sourcesOf(story.articles).slice(0, amount.sources),
    sourcesLabel: labels.sources,
    actions: options.feedback ? feedback(digestId, story.id, locale) : [],
  };
}

/** "3 outlets · 9:10 – 10:40 AM", and for a story the channel has had before what is new. */
function metaOf(story: Story, { locale, zone }: StoryCardOptions): string {
  const labels = labelsFor(locale);
  return joinIsolated(
    [
      counted(labels.outlets, story.outlets.length, locale),
      datesIn(locale, zone).span(story.firstSeen, story.lastSeen),
      story.update ? counted(labels.newArticles, story.update.newArticles, locale) : '',
    ],
    ' · ',
  );
}

/** The summary without the sentences that are shown as a contested claim anyway. */
function summaryOf({ summary, contested }: Story): readonly string[] {
  const place = ({ articleId, start }: Sentence): string => `${articleId}@${start}`;
  const elsewhere = new Set(
    contested.flatMap(({ claim, contestedBy }) => [place(claim), place(contestedBy)]),
  );
  return summary.filter((sentence) => !elsewhere.has(place(sentence))).map(({ text }) => text);
}

/** Words nobody is named for are never a key quote. */
function hasSpeaker(
  quote: KeyQuote,
): quote is KeyQuote & { readonly speaker: NonNullable<KeyQuote['speaker']> } {
  return quote.speaker !== null;
}

function quoteLine(
  quote: KeyQuote & { readonly speaker: NonNullable<KeyQuote['speaker']> },
  locale: string,
): QuoteLine {
  const { speaker } = quote;
  const others =
    quote.outlets.length > 1 ? [counted(labelsFor(locale).outlets, quote.outlets.length, locale)] : [];
  return {
    stretches: [quote.text, ...quote.continuations.map(({ text }) => text)],
    speaker: speaker.name,
    role: speaker.role,
    source: joinIsolated([quote.outlet, ...others], ' · '),
    href: quote.url,
  };
}

/** One link an outlet, its newest article, in the order the articles have. */
function sourcesOf(articles: readonly ArticleRef[]): readonly SourceLink[] {
  const byOutlet = new Map<string, SourceLink>();
  for (const { outlet, title, url } of articles) {
    if (!byOutlet.has(outlet)) byOutlet.set(outlet, { outlet, title, href: url });
  }
  return [...byOutlet.values()];
}

function feedback(digestId: string, storyId: string, locale: string): readonly Action[] {
  const labels = labelsFor(locale);
  const value = `${digestId}:${storyId}`;
  return [
    { name: 'useful', label: labels.useful, value },
    { name: 'not-useful', label: labels.notUseful, value },
  ];
}
