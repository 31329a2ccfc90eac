/** "Brief me on this": somebody points at a message with a link; its page is read for them, and kept for nobody. */
import type { Reply } from '../../adapters/message/message.ts';
import { saying } from '../../adapters/message/phrases/saying.ts';
import { buildDigest } from '../../digests/build-digest.ts';
import type { AnalysedArticle } from '../domain/analysed-article.ts';
import type { Digest } from '../domain/digest.ts';
import { CourantError } from '../domain/errors.ts';
import { briefSize } from '../editions/edition-request.ts';
import { pageBrief } from './brief.ts';
import type { Asked, CommandContext } from './context.ts';
import { sayFetchFault } from './fetch-fault.ts';
import { Refusal } from './refusal.ts';

/** A message may list many links; the first that is an article is meant, and nobody waits for more tries. */
const MOST_TRIED = 3;
/** Key quotes of one page. */
const QUOTES = 5;

/**
 * A page is not stored as an article: whoever points at it must not put it into the digests of others.
 *
 * @throws CourantError `invalid` without a link; what the fetching of the first link failed with
 */
export async function briefOnPage(
  context: CommandContext,
  asked: Asked,
  addresses: readonly string[],
): Promise<Reply> {
  if (addresses.length === 0) {
    throw new Refusal('invalid', saying('noLink'), { mend: saying('chooseLink') });
  }
  const article = await firstReadable(context, addresses.slice(0, MOST_TRIED));
  const digest = digestOfPage(article, context.clock());
  return pageBrief(context, digest, asked);
}

async function firstReadable(
  context: CommandContext,
  addresses: readonly string[],
): Promise<AnalysedArticle> {
  let fault: unknown;
  for (const address of addresses) {
    try {
      return await context.readPage(address);
    } catch (error) {
      fault ??= error;
    }
  }
  throw readable(fault);
}

/** A page that can't be had is no fault of ours: said as it is, not apologised for. */
function readable(fault: unknown): unknown {
  if (!(fault instanceof CourantError) || fault.reason === undefined) return fault;
  return new Refusal('refused', saying('pageUnread', { why: sayFetchFault(fault) }), {
    mend: saying('pageUnreadMend'),
    cause: fault,
    reason: fault.reason,
  });
}

function digestOfPage(analysis: AnalysedArticle, now: number): Digest {
  const { article } = analysis;
  return buildDigest({
    topic: { slug: '', title: article.outlet },
    window: { from: article.publishedAt, to: Math.max(now, article.publishedAt) },
    articles: [{ analysis, relevance: 1 }],
    seen: [],
    earlier: [],
    feedback: [],
    mutedOutlets: [],
    minOutlets: 1,
    maxStories: 1,
    quotesPerStory: QUOTES,
    summaryWords: briefSize.summaryWords,
    builtAt: now,
  });
}
