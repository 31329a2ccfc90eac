/** From the articles of one event to the story a reader gets: how it ranks, and how it is told. */
import type { AnalysedArticle } from '../src/domain/analysed-article.ts';
import { type Article, articleRef } from '../src/domain/article.ts';
import type { Speaker } from '../src/domain/quote.ts';
import type { Story, StoryRanking } from '../src/domain/story.ts';
import { contestedClaims } from './contested/contested-claims.ts';
import type { DigestRequest } from './digest-request.ts';
import { chooseKeyQuotes, type QuoteOfArticle, withoutTold } from './key-quotes/choose-key-quotes.ts';
import { keywords } from './keywords/keywords.ts';
import { mergeSpeakers } from './names/merge-speakers.ts';
import { feedbackScore } from './ranking/feedback-score.ts';
import { rankingOf } from './ranking/rank-stories.ts';
import { copyGroups } from './stories/copies.ts';
import type { Gathered } from './stories/gather-stories.ts';
import { leadArticle } from './stories/lead-article.ts';
import { type ToldBefore, toldBefore } from './stories/told-before.ts';
import { summarize } from './summary/summarize.ts';

export type RankedStory = {
  readonly id: string;
  readonly gathered: Gathered;
  readonly told: ToldBefore;
  /** What its readers have not had, oldest first; empty when they had all of it. */
  readonly fresh: readonly AnalysedArticle[];
  readonly outlets: readonly string[];
  readonly ranking: StoryRanking;
};

const mostContested = 2;
const mostKeywords = 6;
/** The newest articles of a long story are enough to tell it. */
const articlesTold = 12;

export function rankGathered(gathered: Gathered, request: DigestRequest): RankedStory {
  const current = gathered.members.map(({ analysis }) => analysis);
  const all = [...gathered.before, ...current];
  const told = toldBefore(request.seen, all);
  const fresh = current.filter((analysis) => !told.isKnown(analysis));
  // An agency's text stands under the name of whoever had it first.
  const outlets = [...new Set(copyGroups(all).map(([original]) => original?.article.outlet ?? ''))];
  const articles = current.map(({ article }) => article);
  return {
    id: told.storyId ?? `s${articles[0]?.id}`,
    gathered,
    told,
    fresh,
    outlets,
    ranking: rankingOf(
      {
        independentOutlets: outlets.length,
        lastSeen: Math.max(...articles.map(({ publishedAt }) => publishedAt)),
        relevance: Math.max(...gathered.members.map(({ relevance }) => relevance)),
        novelty: fresh.length / all.length,
        feedback:
          request.feedback.length === 0
            ? 0
            : feedbackScore({ outlets, keywords: keywordsOf(articles) }, request.feedback),
      },
      request.window.to,
    ),
  };
}

/** An update tells what came after the readers' last digest; a new story tells all. */
export function tellStory(story: RankedStory, request: DigestRequest): Story {
  const { gathered, told, fresh } = story;
  const relevance = new Map(gathered.members.map((member) => [member.analysis, member.relevance]));
  const articles = [...gathered.before, ...gathered.members.map(({ analysis }) => analysis)]
    .map(({ article }) => article)
    .toReversed();
  const newestFirst = copyGroups(fresh.toReversed())
    .flatMap(([newest]) => newest ?? [])
    .slice(0, articlesTold);
  const lead = leadArticle(newestFirst, (analysis) => relevance.get(analysis) ?? 0).article;
  const quotes = withoutTold(underOneName(newestFirst), told.stories);
  const summary = summarize(
    [lead, ...newestFirst.map(({ article }) => article).filter((article) => article !== lead)],
    { words: request.summaryWords, underHeadline: true },
  );
  return {
    id: story.id,
    headline: lead.title,
    url: lead.url,
    articles: articles.map(articleRef),
    summary,
    keyQuotes: chooseKeyQuotes(quotes, request.quotesPerStory, summary),
    statements: newestFirst.flatMap(({ statements }) => statements),
    contested: newestFirst.flatMap(({ article }) => contestedClaims(article)).slice(0, mostContested),
    keywords: keywordsOf(gathered.members.map(({ analysis }) => analysis.article)),
    outlets: story.outlets,
    firstSeen: Math.min(...articles.map(({ publishedAt }) => publishedAt)),
    lastSeen: Math.max(...articles.map(({ publishedAt }) => publishedAt)),
    update: told.storyId === null ? null : { since: told.since, newArticles: fresh.length },
    ranking: story.ranking,
  };
}

/** @param articles the oldest first */
function keywordsOf(articles: readonly Article[]): readonly string[] {
  return keywords(articles.slice(-articlesTold), { max: mostKeywords });
}

/** Quotes with each speaker under the one name and role that the story's articles agree on. */
function underOneName(analyses: readonly AnalysedArticle[]): QuoteOfArticle[] {
  const merged = new Map<Speaker, { readonly name: string; readonly role: string | null }>();
  const speakers = analyses.map(({ quotes, statements }) => [
    ...new Set(
      [...quotes, ...statements].map(({ speaker }) => speaker).filter((speaker) => speaker !== null),
    ),
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
