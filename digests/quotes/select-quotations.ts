import { score, type Trees } from '../learned/trees.ts';
import { functionWords } from '../names/name-words.ts';
import { wordSet } from '../names/word-set.ts';
import { isCapital, isWord, kindAt, wordAt } from '../names/words.ts';
import type { Choice } from './choose.ts';
import { Cue } from './layout.ts';
import { isSpokenElsewhere } from './other-languages.ts';
import { describeQuotation, quotationFeatureCount } from './quotation.ts';
import type { Reading } from './reading.ts';

/** Below this, in log odds, a stretch between marks is a title, a nickname or a word held at arm's length. */
const THRESHOLD = 0;

/** For each stretch between marks: does somebody speak there? */
export function selectQuotations(reading: Reading, choices: readonly Choice[], trees: Trees): boolean[] {
  const { layout, stretches } = reading;
  if (reading.grammar !== null)
    return stretches.map((_, index) => isSpokenElsewhere(reading, index) && !isBetween(reading, index));
  const row = new Float32Array(quotationFeatureCount);
  let inParagraph = 0;
  return stretches.map((_, index) => {
    const before = layout.firstToken[index - 1];
    const same =
      before !== undefined && layout.paragraph[before] === layout.paragraph[layout.firstToken[index] ?? 0];
    inParagraph = same ? inParagraph + 1 : 0;
    describeQuotation(layout, index, inParagraph, choices[index]?.margin ?? 0, row);
    return score(trees, row, 0) > THRESHOLD && !isTitle(reading, index) && !isBetween(reading, index);
  });
}

const addressing = wordSet('told tells tell telling');
const speaking = wordSet(
  "i we my our me us you your i'm we're i've we've i'd i'll we'll you're he she they is are was were",
);

/** Begins as what stands behind a quotation does, whose marks were taken the wrong way: ", said Roe." */
function isBetween({ text, stretches }: Reading, index: number): boolean {
  return text.charAt(stretches[index]?.start ?? 0) === ',';
}

/** Written as titles are, with every word of weight in capitals, and nobody saying it: "The Last Winter of the North". */
function isTitle(reading: Reading, index: number): boolean {
  const { words, layout, text, stretches } = reading;
  const first = layout.firstToken[index] ?? 0;
  const last = layout.lastToken[index] ?? 0;
  let capitals = 0;
  let count = 0;
  for (let k = first; k <= last; k++) {
    const kind = kindAt(words, k);
    if (!isWord(kind)) continue;
    const word = wordAt(words, k);
    if (speaking.has(word)) return false;
    count++;
    if (isCapital(kind)) capitals++;
    else if (!functionWords.has(word)) return false;
  }
  if (capitals < 2 || capitals * 2 < count) return false;
  const end = text.charAt((stretches[index]?.end ?? 1) - 1);
  if (end === '!' || end === '?' || wordAt(words, first - 1) === ':') return false;
  for (const k of [first - 1, first - 2, last + 1, last + 2]) {
    // Whom somebody told may be a programme: told “Good Evening”.
    if (k < first && addressing.has(wordAt(words, k))) continue;
    if (k >= 0 && layout.cue[k] === Cue.Strong && layout.sentence[k] === layout.sentence[first]) return false;
  }
  return true;
}
