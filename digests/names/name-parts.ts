/** The words of a name: those that count, those that are shown, and what its titles tell. */
import { genderOfFirstName } from './first-names.ts';
import type { Gender } from './gender.ts';
import type { Mention } from './mentions.ts';
import { honours } from './name-words.ts';
import { wordSet } from './word-set.ts';
import { Kind, kindAt, type Words, wordAt } from './words.ts';

const generations = wordSet('jr sr ii iii iv v');
const numerals = wordSet('ii iii iv v');
const maleTitles = wordSet('mr sir king prince congressman lord');
const femaleTitles = wordSet('mrs ms miss dame queen princess congresswoman lady');
function part(words: Words, token: number): string {
  const word = wordAt(words, token);
  return word.endsWith('.') ? word.slice(0, -1) : word;
}

function isHonour(words: Words, mention: Mention, token: number): boolean {
  return token - mention.first >= 2 && kindAt(words, token) === Kind.Upper && honours.has(part(words, token));
}

/** Lower-case words without honours and generations. */
export function partsOf(words: Words, mention: Mention): string[] {
  const parts: string[] = [];
  for (let k = mention.first; k <= mention.last; k++) {
    if (kindAt(words, k) < Kind.Lower) continue;
    const word = part(words, k);
    if (!generations.has(word) && !isHonour(words, mention, k)) parts.push(word);
  }
  return parts;
}

/** The name as it is shown: without honours, nor "III" behind a surname, which papers drop too; "Jr." stays, it tells son from father. */
export function shownName(words: Words, mention: Mention): string {
  let last = mention.last;
  while (isHonour(words, mention, last)) last--;
  if (last - mention.first >= 2 && numerals.has(part(words, last))) last--;
  if (wordAt(words, last) === ',') last--;
  return words.text.slice(mention.start, words.ends[last] ?? mention.end);
}

export function isJunior(words: Words, { last }: Mention): boolean {
  return part(words, last) === 'jr';
}

export function titleGender(words: Words, mention: Mention): Gender {
  for (let k = mention.phraseFirst; k < mention.first; k++) {
    const title = part(words, k);
    if (maleTitles.has(title)) return 'male';
    if (femaleTitles.has(title)) return 'female';
  }
  return 'unknown';
}

export function genderOf(words: Words, mention: Mention, parts: readonly string[]): Gender {
  const byTitle = titleGender(words, mention);
  const first = parts[0] ?? '';
  if (byTitle !== 'unknown' || parts.length < 2) return byTitle;
  return genderOfFirstName(first);
}
