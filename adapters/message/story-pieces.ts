import type { QuoteLine, SourceLink, StoryCard } from './message.ts';

type Contested = StoryCard['contested'][number];

/** How a platform writes the parts of a story; each with the room it takes there. */
export type PieceWriter<Words, Source> = {
  sentence(text: string): Words;
  contested(claim: Contested): Words;
  quote(quote: QuoteLine): Words;
  source(source: SourceLink): Source;
  size(written: Words | Source): number;
};

export type StoryPieces<Words, Source> = {
  readonly summary: readonly Words[];
  readonly contested: readonly Words[];
  readonly quotes: readonly Words[];
  readonly sources: readonly Source[];
  /** Of all pieces taken. */
  readonly size: number;
};

type Kind = 'summary' | 'contested' | 'quotes' | 'sources';
type Sizes = Readonly<Record<Kind, readonly number[]>>;
type Place = { readonly kind: Kind; readonly index: number; readonly size: number };

/** What is taken first of each kind. */
const order: readonly Kind[] = ['summary', 'quotes', 'contested', 'sources'];

/**
 * As much of a story as the room allows, each piece whole or not at all: the first sentence, the first quote, the
 * first contested claim, the first source, then the second of each, and so on. In reading order within each kind.
 */
export function storyPieces<Words, Source>(
  story: StoryCard,
  room: number,
  write: PieceWriter<Words, Source>,
): StoryPieces<Words, Source> {
  const summary = story.summary.map(write.sentence);
  const contested = story.contested.map(write.contested);
  const quotes = story.quotes.map(write.quote);
  const sources = story.sources.map(write.source);
  const sizes: Sizes = {
    summary: summary.map(write.size),
    contested: contested.map(write.size),
    quotes: quotes.map(write.size),
    sources: sources.map(write.size),
  };
  const size = order.reduce((all, kind) => all + sum(sizes[kind]), 0);
  if (size <= room) return { summary, contested, quotes, sources, size };
  const taken = takeInTurn(sizes, room);
  return {
    summary: summary.filter((_, index) => taken.summary.has(index)),
    contested: contested.filter((_, index) => taken.contested.has(index)),
    quotes: quotes.filter((_, index) => taken.quotes.has(index)),
    sources: sources.filter((_, index) => taken.sources.has(index)),
    size: taken.size,
  };
}

type Taken = Readonly<Record<Kind, ReadonlySet<number>>> & { readonly size: number };

/** The first of each kind, then the second of each; what doesn't fit is passed over. */
function takeInTurn(sizes: Sizes, room: number): Taken {
  const taken = {
    summary: new Set<number>(),
    contested: new Set<number>(),
    quotes: new Set<number>(),
    sources: new Set<number>(),
  };
  let left = room;
  for (const { kind, index, size } of inTurn(sizes)) {
    if (size > left) continue;
    left -= size;
    taken[kind].add(index);
  }
  return { ...taken, size: room - left };
}

function inTurn(sizes: Sizes): readonly Place[] {
  return order
    .flatMap((kind) => sizes[kind].map((size, index): Place => ({ kind, index, size })))
    .sort((a, b) => a.index - b.index);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
