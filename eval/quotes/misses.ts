import { strongSpeechVerbs } from '../../digests/names/speech-verbs.ts';
import type { Choice } from '../../digests/quotes/choose.ts';
import { type Example, type GoldQuote, isRight } from './examples.ts';

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

/** What is wrong with the reading of one article, a line a miss; and how many speakers were asked for and right. */
export class Misses {
  asked = 0;
  right = 0;
  readonly groups = new Map<string, number>();
  readonly list: string[] = [];

  add(example: Example, choices: readonly Choice[], spoken: readonly boolean[]): void {
    example.gold.forEach((gold, stretch) => {
      if (gold === null || gold.words < 5) return;
      if (!gold.attributed && spoken[stretch])
        this.count('quotation given, annotators saw none', example, gold);
      if (gold.attributed && !spoken[stretch]) this.count('quotation left out', example, gold);
      if (!gold.attributed || gold.speakerStart === undefined) return;
      this.asked++;
      const mention = choices[stretch]?.mention ?? -1;
      if (isRight(example, gold, mention)) this.right++;
      else this.count(groupOf(example, gold, stretch, mention), example, gold);
    });
  }

  private count(group: string, example: Example, gold: GoldQuote): void {
    this.groups.set(group, (this.groups.get(group) ?? 0) + 1);
    this.list.push(`${group}\t${example.id}\t${gold.start}-${gold.end}`);
  }

  /** The groups, largest first. */
  summary(): string {
    const share = ((100 * this.right) / this.asked).toFixed(2);
    const groups = [...this.groups].sort((a, b) => b[1] - a[1]);
    return [
      `${this.asked} quotations, the very mention right in ${this.right} (${share} %)`,
      ...groups.map(([group, size]) => `${String(size).padStart(5)}  ${group}`),
    ].join('\n');
  }
}
