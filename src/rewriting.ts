import type { Config } from './config.ts';
import type { Digest } from './domain/digest.ts';
import type { Log } from './log.ts';
import type { Store } from './store/store.ts';

/** A digest waits no longer than this for better words. */
const DEADLINE_MS = 8_000;
const TOKENS_A_DIGEST = 8_000;

/** Rewrites digests with the model that LLM_BASE_URL names; without one they stay as they are. */
export async function createRewrite(
  llm: Config['llm'],
  store: Store,
  log: Log,
): Promise<(digest: Digest) => Promise<Digest>> {
  if (llm === null) return async (digest) => digest;
  const [{ openAiComplete }, { rewriteDigest }] = await Promise.all([
    import('./rewrite/openai-complete.ts'),
    import('./rewrite/rewriter.ts'),
  ]);
  const complete = openAiComplete(llm);
  return async (digest) => {
    const cited = digest.stories.flatMap(({ articles }) => articles.map(({ id }) => id));
    const analyses = await store.articles.analyses([...new Set(cited)]);
    return rewriteDigest(
      {
        complete,
        model: llm.model,
        cache: store.keyValues,
        note: (fields, message) => log.info(fields, message),
        deadline: () => AbortSignal.timeout(DEADLINE_MS),
        tokenBudget: TOKENS_A_DIGEST,
      },
      digest,
      new Map(analyses.map(({ article }) => [article.id, article.text])),
    );
  };
}
