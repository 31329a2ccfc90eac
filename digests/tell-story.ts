/** From the articles of one event to the story a reader gets: how it ranks, and how it is told. */
import { articleRef } from '../src/domain/article.ts';
import type { Digest } from '../src/domain/digest.ts';
import type { Speaker } from '../src/domain/quote.ts';
import type { Story, StoryRanking } from '../src/domain/story.ts';
import type { Instant } from '../src/domain/time.ts';
import { contestedClaims } from './contested/contested-claims.ts';
import type { Candidate, DigestRequest } from './digest-request.ts';
import { chooseKeyQuotes, type QuoteOfArticle } from './key-quotes/choose-key-quotes.ts';
import { keywords } from './keywords/keywords.ts';
import { mergeSpeakers } from './names/merge-speakers.ts';
import { feedbackScore } from './ranking/feedback-score.ts';
import { rankingOf } from './ranking/rank-stories.ts';
import { copyGroups } from './stories/copies.ts';
import { summarize } from './summary/summarize.ts';

/** Articles that tell one event, oldest first. */
export type Gathered = { readonly members: readonly Candidate[] };

export type RankedStory = Gathered & {
  readonly id: string;
  readonly outlets: readonly string[];
  readonly keywords: readonly string[];
  readonly ranking: StoryRanking;
  readonly update: Story['update'];
  /** False when its readers have had every article of it. */
  readonly hasNews: boolean;
};

const mostContested = 2;
const mostKeywords = 6;
/** The newest articles of a long story are enough to tell it. */
const articlesTold = 12;

export function rankGathered({ members }: Gathered, request: DigestRequest): RankedStory {
  const articles = members.map(({ analysis }) => analysis.article);
  const [first] = articles;
  if (!first) throw new Error('a story has at least one article');
  const copies = copyGroups(members.map(({ analysis }) => analysis));
  // An agency's text stands under the name of whoever had it first.
  const outlets = [...new Set(copies.map(([original]) => original?.article.outlet ?? ''))];
  const earlier = earlierTold(request.seen, new Set(articles.map(({ id }) => id)));
  const unseen = articles.filter(({ id }) => !earlier.articleIds.has(id));
  const words = keywords(articles, { max: mostKeywords });
  return {
    members,
    id: earlier.storyId ?? `s${first.id}`,
    outlets,
    keywords: words,
    update: earlier.storyId === null ? null : { since: earlier.since, newArticles: unseen.length },
    hasNews: unseen.length > 0,
    ranking: rankingOf(
      {
        independentOutlets: outlets.length,
        lastSeen: Math.max(...articles.map(({ publishedAt }) => publishedAt)),
        relevance: Math.max(...members.map(({ relevance }) => relevance)),
        novelty: unseen.length / articles.length,
        feedback: feedbackScore({ outlets, keywords: words }, request.feedback),
      },
      request.window.to,
    ),
  };
}

export function tellStory(story: RankedStory, request: DigestRequest): Story {
  const newestFirst = story.members.map(({ analysis }) => analysis).toReversed();
  const articles = newestFirst.map(({ article }) => article);
  const told = copyGroups(newestFirst)
    .flatMap(([original]) => original ?? [])
    .slice(0, articlesTold);
  const newFirst = toldAnew(told, story.update);
  const lead = leadOf(story, newFirst);
  return {
    id: story.id,
    headline: lead.title,
    url: lead.url,
    articles: articles.map(articleRef),
    summary: summarize(
      newFirst.map(({ article }) => article),
      { maxWords: request.summaryWords },
    ),
    keyQuotes: chooseKeyQuotes(underOneName(newFirst), request.quotesPerStory),
    statements: newFirst.flatMap(({ statements }) => statements),
    contested: newFirst.flatMap(({ article }) => contestedClaims(article)).slice(0, mostContested),
    keywords: story.keywords,
    outlets: story.outlets,
    firstSeen: Math.min(...articles.map(({ publishedAt }) => publishedAt)),
    lastSeen: Math.max(...articles.map(({ publishedAt }) => publishedAt)),
    update: story.update,
    ranking: story.ranking,
  };
}

type Analyses = readonly Candidate['analysis'][];

/** An update tells what came after the readers' last digest; a new story tells all. */
function toldAnew(told: Analyses, update: Story['update']): Analyses {
  if (!update) return told;
  const fresh = told.filter(({ article }) => article.publishedAt >= update.since);
  return fresh.length > 0 ? fresh : told;
}

/** The article that gives the headline: the most relevant one, the newest of equals. */
function leadOf({ members }: RankedStory, among: Analyses) {
  const relevance = new Map(members.map((member) => [member.analysis.article.id, member.relevance]));
  const [lead] = among
    .map(({ article }) => article)
    .toSorted(
      (a, b) => (relevance.get(b.id) ?? 0) - (relevance.get(a.id) ?? 0) || b.publishedAt - a.publishedAt,
    );
  if (!lead) throw new Error('a story has at least one article');
  return lead;
}

/** Quotes with each speaker under the one name and role that the story's articles agree on. */
function underOneName(analyses: Analyses): QuoteOfArticle[] {
  const merged = new Map<Speaker, { readonly name: string; readonly role: string | null }>();
  const speakers = analyses.map(({ quotes }) => [
    ...new Set(quotes.map(({ speaker }) => speaker).filter((speaker) => speaker !== null)),
  ]);
  for (const { name, role, members } of mergeSpeakers(speakers)) {
    for (const member of members) merged.set(member, { name, role: member.role ?? role });
  }
  return analyses.flatMap(({ article, quotes }) =>
    quotes.map((quote) => ({
      quote: quote.speaker
        ? { ...quote, speaker: { ...quote.speaker, ...merged.get(quote.speaker) } }
        : quote,
      outlet: article.outlet,
      url: article.url,
      language: article.language,
    })),
  );
}

type EarlierTold = {
  readonly storyId: string | null;
  /** End of the window of the newest digest that had it. */
  readonly since: Instant;
  readonly articleIds: ReadonlySet<string>;
};

/** What the readers have had of these articles' story. */
function earlierTold(seen: readonly Digest[], ids: ReadonlySet<string>): EarlierTold {
  const articleIds = new Set<string>();
  let newest: { storyId: string; since: Instant } | null = null;
  for (const digest of seen) {
    for (const story of digest.stories) {
      const known = story.articles.filter(({ id }) => ids.has(id));
      for (const { id } of known) articleIds.add(id);
      if (known.length > 0 && newest === null) newest = { storyId: story.id, since: digest.window.to };
    }
  }
  return { storyId: newest?.storyId ?? null, since: newest?.since ?? 0, articleIds };
}
