import type { ArticleRef } from '../../src/domain/article.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { KeyQuote, Sentence, Story } from '../../src/domain/story.ts';
import type { DigestLength } from '../../src/domain/subscription.ts';
import type { Window } from '../../src/domain/time.ts';
import { datesIn } from './dates.ts';
import { directionOf, directionOfLocale, joinIsolated } from './direction.ts';
import { counted, labelLocale, labelsFor } from './labels/labels.ts';
import type { Action, QuoteLine, SourceLink, StoryCard } from './message.ts';
import { commaIn } from './quoted.ts';

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
export function storyCard(
  digest: Pick<Digest, 'id' | 'window'>,
  story: Story,
  options: StoryCardOptions,
): StoryCard {
  const { locale, length } = options;
  const labels = labelsFor(locale);
  const amount = amounts[length];
  const contested = story.contested.slice(0, amount.contested);
  const sources = sourcesOf(story.articles).slice(0, amount.sources);
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
    meta: metaOf(story, digest.window, options),
    summary: summaryOf(story).slice(0, amount.sentences),
    contested: contested.map(({ claim, contestedBy }) => ({
      label: labels.contested,
      claim: claim.text,
      contestedBy: contestedBy.text,
    })),
    quotes: options.quotes ? quotesOf(story, amount.quotes, locale) : [],
    sources,
    sourcesLabel: sources.length === 1 ? labels.source : labels.sources,
    actions: options.feedback ? feedback(digest.id, story.id, locale) : [],
  };
}

/** "3 outlets · 9:10 – 10:40 AM", only the time where the one outlet is named anyway; and what is new in an update. */
function metaOf(story: Story, window: Window, { locale, zone }: StoryCardOptions): string {
  const labels = labelsFor(locale);
  return joinIsolated(
    [
      story.outlets.length > 1 ? counted(labels.outlets, story.outlets.length, locale) : '',
      datesIn(locale, zone).span(story.firstSeen, story.lastSeen, window),
      story.update ? counted(labels.newArticles, story.update.newArticles, locale) : '',
    ],
    ' · ',
    directionOfLocale(labelLocale(locale)),
  );
}

/** The summary without the sentences that are shown as a contested claim anyway. */
function summaryOf({ summary, contested }: Story): readonly string[] {
  const place = ({ articleId, start }: Sentence): string => `${articleId}@${start}`;
  const elsewhere = new Set(
    contested.flatMap(({ claim, contestedBy }) => [place(claim), place(contestedBy)]),
  );
  return summary.filter((sentence) => !elsewhere.has(place(sentence))).map(({ text }) => goingOn(text));
}

/** Feeds cut their texts, and what stands under a headline often has no stop: it must not run into the next sentence. */
function goingOn(sentence: string): string {
  return withoutStop.test(sentence) ? `${sentence}…` : sentence;
}

const withoutStop = /[\p{Ll}\p{Lu}\p{N}]$/u;

type AttributedQuote = KeyQuote & { readonly speaker: NonNullable<KeyQuote['speaker']> };

/** Words nobody is named for are never a key quote. */
function hasSpeaker(quote: KeyQuote): quote is AttributedQuote {
  return quote.speaker !== null;
}

/** A speaker's role is said once, with the first of their quotes, as fully as any article of the story gives it. */
function quotesOf({ keyQuotes }: Story, most: number, locale: string): readonly QuoteLine[] {
  const attributed = keyQuotes.filter(hasSpeaker);
  const roles = new Map<string, string>();
  for (const { speaker } of attributed) {
    const known = roles.get(speaker.name) ?? '';
    if (speaker.role && speaker.role.length > known.length) roles.set(speaker.name, speaker.role);
  }
  return attributed.slice(0, most).map((quote) => {
    const { name } = quote.speaker;
    const role = roles.get(name) ?? null;
    roles.delete(name);
    return quoteLine(quote, role, locale);
  });
}

/** Where it stands: "Reuters", or "Reuters, 2 more" when several outlets carry the same words. */
function quoteLine(quote: AttributedQuote, role: string | null, locale: string): QuoteLine {
  const further = quote.outlets.length - 1;
  const more = further > 0 ? counted(labelsFor(locale).moreSources, further, locale) : '';
  return {
    stretches: [quote.text, ...quote.continuations.map(({ text }) => text)],
    speaker: quote.speaker.name,
    role,
    source: joinIsolated([quote.outlet, more], commaIn(directionOf(quote.outlet), locale)),
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
