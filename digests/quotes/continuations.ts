import { Kind, kindAt, wordAt } from '../names/words.ts';
import { Cue } from './layout.ts';
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
  if (stretches[index]?.resumes === true) return true;
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
  if (!midSentence || layout.sentence[first] !== layout.sentence[last]) return false;
  return carriesOn(reading, first) && !saysAnew(reading, last + 1, first);
}

/** Another verb takes up the word: "A," said Roe, who called it "b"; "A," said Roe, adding that it was "b". */
function saysAnew({ words, layout }: Reading, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const word = wordAt(words, k);
    if (word === 'who' || word === 'which' || word === 'while') return true;
    if (layout.cue[k] === Cue.None) continue;
    const before = wordAt(words, k - 1);
    if (word.endsWith('ing') || before === 'and' || before === 'but') return true;
  }
  return false;
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
