import type { Mention } from './mentions.ts';
import { determiners } from './name-words.ts';
import { isBareRelation, spelledOut } from './role-words.ts';
import { wordSet } from './word-set.ts';
import { type Words, wordAt } from './words.ts';

/** "this year Jane Roe’s successor" */
const times = wordSet('year week month day morning evening night time');

/** Offices and ranks that are counted: "the first lady", "First Deputy Minister", "Private First Class". */
const ranked = wordSet('lady gentleman minister deputy vice secretary class');

export function isRank(words: Words, at: number): boolean {
  return wordAt(words, at) === 'first' && ranked.has(wordAt(words, at + 1));
}

/** The words of a role as they stand, whatever breaks them. */
export function roleText(words: Words, first: number, last: number): string {
  return words.text.slice(words.starts[first] ?? 0, words.ends[last] ?? 0).replace(/\s+/gu, ' ');
}

/** Drops "the", "a" and possessors' pronouns from the front of a role. */
export function withoutDeterminer(words: Words, first: number, last: number): number {
  let at = first;
  while (at < last && (determiners.has(wordAt(words, at)) || wordAt(words, at) === 'then')) at++;
  return at > first && at < last && times.has(wordAt(words, at)) ? at + 1 : at;
}

/** The role a phrase beside a name gives: "the airline’s chief executive, Jane Roe," gives "airline’s chief executive"; null for "his wife". */
export function roleIn(words: Words, mention: Mention): string | null {
  const role = roleText(words, withoutDeterminer(words, mention.first, mention.last), mention.last);
  return isBareRelation(role) ? null : spelledOut(role);
}
