import type { AnalysedArticle } from '../../src/domain/analysed-article.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { Story } from '../../src/domain/story.ts';
import type { Instant } from '../../src/domain/time.ts';
import { isNearCopy, readSignature } from './copies.ts';

/** What the readers of a story have had of it. */
export type ToldBefore = {
  /** The id under which they had it; null for a new story. */
  readonly storyId: string | null;
  /** End of the window of the newest digest that had it. */
  readonly since: Instant;
  /** The stories of their digests, newest first. */
  readonly stories: readonly Story[];
  /** Tells them nothing: they had this article, or one with the same text. */
  readonly isKnown: (analysis: AnalysedArticle) => boolean;
};

/** @param seen Digests the readers have had, newest first. */
export function toldBefore(seen: readonly Digest[], analyses: readonly AnalysedArticle[]): ToldBefore {
  const ids = new Set(analyses.map(({ article }) => article.id));
  const told = seen.flatMap(({ stories, window }) =>
    stories
      .filter(({ articles }) => articles.some(({ id }) => ids.has(id)))
      .map((story) => ({ story, until: window.to })),
  );
  const had = new Set(told.flatMap(({ story }) => story.articles.map(({ id }) => id)));
  const originals = analyses
    .filter(({ article }) => had.has(article.id))
    .map(({ signature }) => readSignature(signature));
  return {
    storyId: told[0]?.story.id ?? null,
    since: told[0]?.until ?? 0,
    stories: told.map(({ story }) => story),
    isKnown: ({ article, signature }) => {
      if (had.has(article.id)) return true;
      if (originals.length === 0) return false;
      const read = readSignature(signature);
      return originals.some((original) => isNearCopy(original, read));
    },
  };
}
