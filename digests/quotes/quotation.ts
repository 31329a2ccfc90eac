import { functionWords } from '../names/name-words.ts';
import { wordSet } from '../names/word-set.ts';
import { isCapital, isWord, Kind } from '../names/words.ts';
import type { Layout } from './layout.ts';
import { describeQuote, quoteFeatureCount, quoteFeatureNames } from './quote-features.ts';

/** The columns the model reads that tells speech from scare quotes, titles, nicknames and slogans. */
export const quotationFeatureNames = [
  ...quoteFeatureNames,
  'margin',
  'capitalShare',
  'functionShare',
  'previousNaming',
  'previousDeterminer',
  'nextNoun',
  'endsWithStop',
  'exactWords',
  'startsCapital',
  'previousPreposition',
  'hasVerb',
  'firstPerson',
  'inParentheses',
] as const;

export const quotationFeatureCount = quotationFeatureNames.length;

const naming = wordSet(`
  called titled entitled dubbed nicknamed named labeled labelled known branded song film movie book album show series episode
  novel play sitcom word words term phrase program programme documentary section headline hashtag nickname slogan motto chapter
  essay column article op-ed series musical podcast magazine poem
`);
const articles = wordSet('the a an this that his her its their our my your these those any no some');
const plainVerbs = wordSet(`
  is are was were be been am has have had do does did will would can could should must may might need needs want wants get got go
  going make made take took think know see say said come came give gave let
`);
const firstPersons = wordSet("i we my our me us you your i'm we're i've we've i'd i'll we'll you're");

/** Fills the row of one stretch. `margin` is by how much the best speaker beats "nobody" in the attribution. */
export function describeQuotation(
  layout: Layout,
  index: number,
  inParagraph: number,
  margin: number,
  row: Float32Array,
): void {
  describeQuote(layout, index, inParagraph, row);
  const { words, firstToken, lastToken } = layout;
  const first = firstToken[index] ?? 0;
  const last = lastToken[index] ?? 0;
  let count = 0;
  let capitals = 0;
  let functional = 0;
  let verbs = 0;
  let persons = 0;
  for (let i = first; i <= last; i++) {
    const kind = words.kinds[i] ?? 0;
    if (!isWord(kind)) continue;
    const word = words.lower[i] ?? '';
    count++;
    if (isCapital(kind)) capitals++;
    if (functionWords.has(word)) functional++;
    if (plainVerbs.has(word)) verbs++;
    if (firstPersons.has(word)) persons++;
  }
  const base = quoteFeatureCount;
  const previous = words.lower[first - 1] ?? '';
  const before = words.lower[first - 2] ?? '';
  const ending = words.text.charAt((layout.stretches[index]?.end ?? 1) - 1);
  const behind = words.kinds[last + 1] ?? 0;
  row[base] = margin;
  row[base + 1] = count === 0 ? 0 : capitals / count;
  row[base + 2] = count === 0 ? 0 : functional / count;
  row[base + 3] = naming.has(previous) ? 2 : naming.has(before) ? 1 : 0;
  row[base + 4] = articles.has(previous) ? 1 : 0;
  row[base + 5] =
    behind === Kind.Lower && !functionWords.has(words.lower[last + 1] ?? '') ? 1 : isCapital(behind) ? 2 : 0;
  row[base + 6] = ending === '.' || ending === '?' || ending === '!' ? 2 : ending === ',' ? 1 : 0;
  row[base + 7] = Math.min(count, 25);
  row[base + 8] = isCapital(words.kinds[first + 1] ?? 0) ? 1 : 0;
  row[base + 9] =
    previous === 'of' || previous === 'in' || previous === 'on' || previous === 'for' || previous === 'as'
      ? 1
      : 0;
  row[base + 10] = Math.min(verbs, 3);
  row[base + 11] = Math.min(persons, 3);
  row[base + 12] = previous === '(' ? 1 : 0;
}
