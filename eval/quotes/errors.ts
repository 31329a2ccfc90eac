/**
 * Groups what attribution gets wrong: node eval/quotes/errors.ts [../shared/data/quotes/dev.jsonl] [--list]
 * Counts only; `--list` shows each miss as offsets for looking it up, never its text.
 */
import { parseArgs } from 'node:util';
import { loadTrees } from '../../digests/learned/trees.ts';
import { strongSpeechVerbs } from '../../digests/names/speech-verbs.ts';
import attributionWeights from '../../digests/quotes/attribution.weights.json' with { type: 'json' };
import { featureNames } from '../../digests/quotes/candidate-features.ts';
import { chooseSpeakers } from '../../digests/quotes/choose.ts';
import { quotationFeatureNames } from '../../digests/quotes/quotation.ts';
import quotationWeights from '../../digests/quotes/quotation.weights.json' with { type: 'json' };
import { selectQuotations } from '../../digests/quotes/select-quotations.ts';
import { type Example, type GoldQuote, isRight, readExamples } from './examples.ts';

const { values, positionals } = parseArgs({ options: { list: { type: 'boolean' } }, allowPositionals: true });
const file = positionals[0] ?? new URL('../../../shared/data/quotes/dev.jsonl', import.meta.url).pathname;
const attribution = loadTrees(attributionWeights, featureNames);
const quotation = loadTrees(quotationWeights, quotationFeatureNames);
const groups = new Map<string, number>();
let asked = 0;
let right = 0;

const count = (group: string, example: Example, gold: GoldQuote): void => {
  groups.set(group, (groups.get(group) ?? 0) + 1);
  if (values.list === true) console.log(`${group}\t${example.id}\t${gold.start}-${gold.end}`);
};

/** Where the annotated speaker stands as seen from the quotation. */
function place(example: Example, gold: GoldQuote): string {
  const start = gold.speakerStart ?? 0;
  const [from, to] = start < gold.start ? [start, gold.start] : [gold.end, start];
  const between = example.reading.text.slice(from, to);
  if (between.includes('\n')) return 'in another paragraph';
  return /[.!?]["”’)]*\s+\p{Lu}/u.test(between) ? 'in another sentence' : 'in the same sentence';
}

function groupOf(example: Example, gold: GoldQuote, stretch: number, mention: number): string {
  const { mentions, entities } = example.reading;
  if (strongSpeechVerbs.has((gold.speaker ?? '').toLowerCase()))
    return 'annotation: verb and speaker swapped';
  const truth = mentions.findIndex((_, at) => isRight(example, gold, at));
  if (truth < 0) return 'speaker not seen as a mention';
  if (mention < 0) return `gave nobody, speaker stands ${place(example, gold)}`;
  if (entities[truth] !== null && entities[truth] === entities[mention]) return 'same person, other mention';
  const before = example.gold[stretch - 1] ?? null;
  const layered = example.reading.text
    .slice(Math.max(0, (gold.speakerStart ?? 0) - 16), gold.speakerStart)
    .toLowerCase();
  if (layered.includes('according to')) return 'told second hand: took who spoke, not the source';
  const turn = before !== null && isRight(example, before, mention) ? ', took the speaker before' : '';
  return `wrong speaker, right one ${place(example, gold)}${turn}`;
}

for (const example of readExamples(file)) {
  const choices = chooseSpeakers(example.reading, attribution);
  const spoken = selectQuotations(example.reading, choices, quotation);
  example.gold.forEach((gold, stretch) => {
    if (gold === null || gold.words < 5) return;
    if (!gold.attributed && spoken[stretch]) count('quotation given, annotators saw none', example, gold);
    if (gold.attributed && !spoken[stretch]) count('quotation left out', example, gold);
    if (!gold.attributed || gold.speakerStart === undefined) return;
    asked++;
    const mention = choices[stretch]?.mention ?? -1;
    if (isRight(example, gold, mention)) right++;
    else count(groupOf(example, gold, stretch, mention), example, gold);
  });
}
console.log(
  `${asked} quotations, the very mention right in ${right} (${((100 * right) / asked).toFixed(1)} %)`,
);
for (const [group, size] of [...groups].sort((a, b) => b[1] - a[1]))
  console.log(`${String(size).padStart(5)}  ${group}`);
