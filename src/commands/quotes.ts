import type { Reply } from '../../adapters/message/message.ts';
import { saying } from '../../adapters/message/phrases/saying.ts';
import { quotesMessage } from '../../adapters/message/quotes-message.ts';
import { wordCount } from '../../digests/quotes/extract-quotes.ts';
import { parseQuery } from '../domain/parse-query.ts';
import type { Instant, Window } from '../domain/time.ts';
import { topicQuery } from '../domain/topic-query.ts';
import type { FoundQuote } from '../store/store.ts';
import type { Asked, CommandContext } from './context.ts';
import { nothingFound } from './nothing-found.ts';
import { refuse } from './refusal.ts';
import { allThereIs, readSince, splitSince } from './since.ts';
import { topicFor } from './topics-by-name.ts';

const month = 30 * 86_400_000;
const quoteLimit = 60;
const shownSpeakers = 6;
const shownPerSpeaker = 4;
/** Shorter stretches are kept in the data but say too little on their own. */
const leastWords = 5;

/** `/quotes <person or topic> [since]`: who said what, word for word, newest first, one group a speaker. */
export async function quotes(
  context: CommandContext,
  asked: Asked,
  options: { readonly about?: string; readonly since?: string },
): Promise<Reply> {
  const words = options.about?.trim() ?? '';
  if (words === '') refuse(saying('quotesOfWhom'), '/quotes rubio 7d');
  const { about, window } = readQuestion(context, asked, words, options.since);
  const now = context.clock();
  let within = window ?? lately(now, month);
  let worth = await worthTelling(context, about, within);
  if (worth.length === 0 && window === null) {
    // Nobody asked for a month: what was said before it is better than nothing.
    within = lately(now, allThereIs);
    worth = await worthTelling(context, about, within);
  }
  if (worth.length === 0)
    return nothingFound(context, asked, { command: 'quotes', words: about, window: within });
  const message = quotesMessage(distinct(worth), {
    about,
    zone: asked.zone,
    locale: asked.locale,
    speakers: shownSpeakers,
    perSpeaker: shownPerSpeaker,
  });
  return { message, visibility: 'asker' };
}

function readQuestion(
  context: CommandContext,
  asked: Asked,
  words: string,
  since: string | undefined,
): { about: string; window: Window | null } {
  const now = context.clock();
  if (!since) return splitSince(words, now, asked.zone, 'quotes');
  const window = readSince(since, now, asked.zone);
  if (!window) refuse(saying('notATime', { words: since }), `/quotes ${words} 7d`);
  return { about: words, window };
}

const lately = (now: Instant, span: number): Window => ({ from: now - span, to: now });

async function worthTelling(
  context: CommandContext,
  about: string,
  window: Window,
): Promise<readonly FoundQuote[]> {
  const found = await search(context, about, window);
  return found.filter(({ quote }) => quote.speaker && wordCount(quote) >= leastWords);
}

/** A speaker of that name first; where nobody of that name spoke, what was said about the topic. */
async function search(
  context: CommandContext,
  about: string,
  window: Window,
): Promise<readonly FoundQuote[]> {
  const { articles } = context.store;
  const bySpeaker = await articles.searchQuotes({ speaker: about, query: null, window, limit: quoteLimit });
  if (bySpeaker.length > 0) return bySpeaker;
  const { topic, stored } = await topicFor(context.store, about);
  const query = stored ? topicQuery(topic) : parseQuery(about);
  return articles.searchQuotes({ speaker: null, query, window, limit: quoteLimit });
}

/** The same words carried by several outlets are shown once, as the newest outlet has them. */
function distinct(found: readonly FoundQuote[]): readonly FoundQuote[] {
  const seen = new Set<string>();
  return found.filter(({ quote }) => {
    const key = `${quote.speaker?.name}|${quote.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
