import { Kind, kindAt, wordAt } from '../names/words.ts';
import type { Reading } from './reading.ts';

/**
 * Does a stretch go on with the one before it, as one utterance? So it is where a paragraph opened a quotation, left it
 * open, and the next opens it again; and where the sentence goes on behind the speaker: "A," said X, "b".
 */
export function continues(
  reading: Reading,
  before: number,
  index: number,
  mentionOfBefore: number,
  mentionOfBoth: number,
): boolean {
  const { words, stretches, layout, mentions } = reading;
  const { paragraph, firstToken, lastToken } = layout;
  const earlier = stretches[before];
  const first = firstToken[index] ?? 0;
  const last = lastToken[before] ?? 0;
  if (earlier === undefined || before !== index - 1) return false;
  const between = (paragraph[first] ?? 0) - (paragraph[last] ?? 0);
  if (!earlier.closed) return between > 0 && onlyBreaks(reading, last + 1, first);
  const mention = mentions[mentionOfBoth];
  if (
    mentionOfBefore !== mentionOfBoth ||
    between !== 0 ||
    mention === undefined ||
    mention.first <= last ||
    mention.last >= first
  )
    return false;
  const ending = words.text.charAt(earlier.end - 1);
  const midSentence = ending !== '.' && ending !== '!' && ending !== '?';
  return midSentence && layout.sentence[first] === layout.sentence[last] && carriesOn(reading, first);
}

function onlyBreaks(reading: Reading, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (kindAt(reading.words, k) !== Kind.Break) return false;
  return true;
}

/** A comma before the mark, or a small letter behind it. */
function carriesOn(reading: Reading, first: number): boolean {
  const { words } = reading;
  return wordAt(words, first - 1) === ',' || kindAt(words, first + 1) === Kind.Lower;
}
