import { createHash } from 'node:crypto';
import { z } from 'zod';
import { faultsOfRewrite } from '../../digests/rewrite/faults-of-rewrite.ts';
import type { Digest } from '../domain/digest.ts';
import type { Sentence, Story } from '../domain/story.ts';
import type { KeyValueStore } from '../store/store.ts';

/** Asks a model once; resolves with its text. May throw anything: a rewriter takes it for "no". */
export type Complete = (prompt: {
  system: string;
  user: string;
  maxTokens: number;
  signal: AbortSignal;
}) => Promise<string>;

export type RewriterParts = {
  readonly complete: Complete;
  /** Names the model in the cache: another model writes otherwise. */
  readonly model: string;
  readonly cache: Pick<KeyValueStore, 'get' | 'set'>;
  readonly note: (fields: object, message: string) => void;
  /** Starts the time a digest may wait, all its stories together: `() => AbortSignal.timeout(8000)`. */
  readonly deadline: () => AbortSignal;
  /** Most tokens a digest may ask for, prompts and answers together, reckoned at four characters a token. */
  readonly tokenBudget: number;
};

/** Article id -> text, for every article of a story. */
export type Sources = ReadonlyMap<string, string>;

const cacheLifetime = 30 * 86_400_000;
const charactersPerToken = 4;
const system =
  'You edit news summaries. Rewrite each numbered sentence so that it reads more smoothly. Use only words, names and numbers of the sentence itself; add nothing, judge nothing, keep every “not”. Keep quotations word for word. Answer with a JSON array of strings, one for each sentence, in the same order, and nothing else.';

/**
 * Rewrites the summaries of a digest where every check is passed; whatever goes wrong (a lie, a fault, silence),
 * the extractive sentences stay. Never throws, never takes longer than the time budget.
 */
export async function rewriteDigest(parts: RewriterParts, digest: Digest, sources: Sources): Promise<Digest> {
  const signal = parts.deadline();
  let tokens = parts.tokenBudget;
  const stories = await Promise.all(
    digest.stories.map((story) => {
      const cost = tokensOf(story);
      if (story.summary.length === 0 || cost > tokens) return story;
      tokens -= cost;
      return rewriteStory(parts, story, digest.language, sources, signal);
    }),
  );
  return { ...digest, stories };
}

async function rewriteStory(
  parts: RewriterParts,
  story: Story,
  language: string,
  sources: Sources,
  signal: AbortSignal,
): Promise<Story> {
  try {
    const written = await raced(
      cached(parts, story, () => ask(parts, story, signal)),
      signal,
    );
    const texts = story.articles.map(({ id }) => sources.get(id)).filter((text) => text !== undefined);
    const summary = story.summary.map((sentence, index) =>
      checked(parts, sentence, written[index] ?? '', texts, language),
    );
    return { ...story, summary };
  } catch (error) {
    parts.note(
      { story: story.id, reason: error instanceof Error ? error.message : String(error) },
      'summary not rewritten',
    );
    return story;
  }
}

function checked(
  parts: RewriterParts,
  original: Sentence,
  rewritten: string,
  sources: readonly string[],
  language: string,
): Sentence {
  const faults = faultsOfRewrite({ rewritten, original: original.text, sources, language });
  if (faults.length === 0) return { ...original, text: rewritten.trim(), rewritten: true };
  parts.note({ article: original.articleId, faults: faults.slice(0, 3) }, 'rewritten sentence refused');
  return original;
}

async function ask(parts: RewriterParts, story: Story, signal: AbortSignal): Promise<readonly string[]> {
  const user = JSON.stringify(story.summary.map(({ text }) => text));
  const answer = await parts.complete({ system, user, maxTokens: tokensOf(story), signal });
  const json = answer.slice(answer.indexOf('['), answer.lastIndexOf(']') + 1);
  return z.array(z.string()).length(story.summary.length).parse(JSON.parse(json));
}

/** Neither a client that ignores its signal nor a cache that does not answer may hold the digest up. */
function raced<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error('the time budget is used up'));
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}

/** The same sentences are asked for once, whatever digests they stand in. */
async function cached(
  parts: RewriterParts,
  story: Story,
  make: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const content = JSON.stringify([parts.model, system, story.summary.map(({ text }) => text)]);
  const key = `rewrite:${createHash('sha256').update(content).digest('base64url')}`;
  const known = await parts.cache.get(key);
  if (known !== undefined) return z.array(z.string()).parse(JSON.parse(known));
  const made = await make();
  await parts.cache.set(key, JSON.stringify(made), cacheLifetime);
  return made;
}

function tokensOf(story: Story): number {
  const characters = story.summary.reduce((sum, { text }) => sum + text.length, 0);
  return Math.ceil((system.length + characters * 2) / charactersPerToken) + 64;
}
