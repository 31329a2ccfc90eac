/** Sentences that say too little by themselves: told only where there is nothing else. */
import { isLetter } from '../text/characters.ts';
import { numbersAndCapitals } from './marks.ts';
import type { StoryWords } from './story-words.ts';

/** A shorter one fills more than it tells: "The party has the votes." Words. */
const WORDS_OF_NEWS = 7;

/**
 * False for what needs the lines around it ("The mayor said:", a turn of an interview, "Q: Why?"), for what a writer
 * tells of himself, who is nobody among the sentences of others, and for what is too short.
 */
export function isWhole(sentence: string, words: number): boolean {
  if (words < WORDS_OF_NEWS || LISTED.test(sentence) || isOfWriter(sentence)) return false;
  return !sentence.includes(':') || (!TURN.test(sentence) && !LEADS_ON.test(sentence));
}

/** An item of a list. */
const LISTED = /^(?:[—–•·▪■►*-]|\d{1,2}\))\s/u;
const TURN = /^(?:\p{Lu}|\p{Lu}{2}[\p{Lu} .’'-]{0,30}):\s/u;
const LEADS_ON =
  /\b(?:said|says|added|adds|wrote|writes|tweeted|asked|replied|told \p{L}+|[Tt]his|[Tt]hese|following|follows|below|including)(?: \p{L}+day)?:$/u;

/** A row of a table, or of results: most of it numbers. */
export function isRow(sentence: string, words: number): boolean {
  return TWO_NUMBERS.test(sentence) && numbersAndCapitals(sentence).numbers >= words * ROW_SHARE;
}

/** What a row has at least; few sentences do, and only those are looked at closely. */
const TWO_NUMBERS = /\d\D+\d/;
const ROW_SHARE = 0.4;

function isOfWriter(sentence: string): boolean {
  return FIRST_PERSON.test(sentence) && WRITER.test(sentence.replace(QUOTED, ''));
}

const FIRST_PERSON = /\bI\b/;
/** English only; "I" behind a conjunction, not behind a name: "World War I". */
const WRITER =
  /(?<!(?!(?:And|But|When|If|As|While|So|Because|Yet|Now|Then|What|Since|Although|Though|Until) )\p{Lu}\p{L}* )\bI\b(?!\.)/u;
const QUOTED = /[“"][^“”"]*[”"]/g;

/**
 * Whether a text was cut: it ends in dots or a comma, or without a stop in a word that wants another ("of the").
 * @param words by their numbers in the story
 */
export function breaksOff(text: string, words: readonly number[], { stems }: StoryWords): boolean {
  const last = text.charCodeAt(text.length - 1);
  if (isLetter(last)) return stems[words.at(-1) ?? -1] === -1;
  return BROKEN_OFF.test(text.slice(-3));
}

const BROKEN_OFF = /(?:[,;–—-]|…|\.\.\.)$/;
