/** From what somebody typed to a topic: a stored one, or a search of its own. */
import { closest, distance } from 'fastest-levenshtein';
import { type Saying, saying } from '../../adapters/message/phrases/saying.ts';
import { parseQuery } from '../domain/parse-query.ts';
import { isOfEverything, ofEverything, type Topic } from '../domain/topic.ts';
import { everything } from '../editions/todays-edition.ts';
import type { Store } from '../store/store.ts';
import { Refusal } from './refusal.ts';

/** Lower case letters and digits joined by dashes; any script. Empty when the text has none. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
}

/** A topic nobody stored: the words themselves are its search. */
function adHocTopic(words: string): Topic {
  return {
    slug: slugOf(words) || 'search',
    title: words.trim(),
    query: words.trim(),
    synonyms: [],
    exclude: [],
    outlets: [],
  };
}

/** Characters. It is said back in titles, and stands in lists. */
export const longestSearch = 300;

/**
 * The stored topic of this name or title, that of everything, or a search of the words.
 * @throws CourantError `invalid` where they hold no word to look for, or are too long
 */
export async function topicFor(store: Store, words: string): Promise<{ topic: Topic; stored: boolean }> {
  const exact = await store.topics.get(slugOf(words));
  if (exact) return { topic: exact, stored: true };
  const wanted = words.trim().toLowerCase();
  const byTitle = (await store.topics.list()).find((topic) => topic.title.toLowerCase() === wanted);
  if (byTitle) return { topic: byTitle, stored: true };
  if (/^(all|everything)$/.test(wanted)) return { topic: { ...everything, ...ofEverything }, stored: true };
  if (words.length > longestSearch)
    throw new Refusal('invalid', saying('tooLongToSearch'), {
      mend: saying('atMostCharacters', { n: longestSearch }),
    });
  if (parseQuery(words).kind === 'all')
    throw new Refusal('invalid', saying('noWordIn', { words: words.trim() }), { mend: saying('nameATopic') });
  return { topic: adHocTopic(words), stored: false };
}

/** What a topic is called in an answer. */
export function nameOf(topic: Pick<Topic, 'slug' | 'title'>): string | Saying {
  return isOfEverything(topic) ? saying('everything') : topic.title;
}

/** The name meant by a typing error, or null when none is near: at most one letter in three may differ. */
export function didYouMean(typed: string, names: readonly string[]): string | null {
  const word = typed.trim().toLowerCase();
  if (names.length === 0 || word === '') return null;
  const near = closest(word, [...names]);
  return distance(word, near.toLowerCase()) <= Math.max(1, Math.floor(word.length / 3)) ? near : null;
}
