import type { QuoteLine, SourceLink, StoryCard } from './message.ts';

type Contested = StoryCard['contested'][number];

/** How a platform writes the parts of a story; each with the room it takes there. */
export type PieceWriter<Written> = {
  sentence(text: string): Written;
  contested(claim: Contested): Written;
  quote(quote: QuoteLine): Written;
  source(source: SourceLink): Written;
  size(written: Written): number;
};

export type StoryPieces<Written> = {
  readonly summary: readonly Written[];
  readonly contested: readonly Written[];
  readonly quotes: readonly Written[];
  readonly sources: readonly Written[];
  /** Of all pieces taken. */
  readonly size: number;
};

type Kind = 'summary' | 'contested' | 'quotes' | 'sources';
type Ranked<Written> = {
  readonly kind: Kind;
  readonly index: number;
  readonly written: Written;
  readonly rank: number;
};

/** What is taken first of each kind; further ones of a kind come after the first of all. */
const firstRanks: Readonly<Record<Kind, number>> = { summary: 0, quotes: 1, contested: 2, sources: 3 };

/**
 * As much of a story as the room allows, each piece whole or not at all: the first sentence, the first quote, the
 * first contested claim, the first source, then the second of each, and so on. In reading order within each kind.
 */
export function storyPieces<Written>(
  story: StoryCard,
  room: number,
  write: PieceWriter<Written>,
): StoryPieces<Written> {
  const summary = story.summary.map(write.sentence);
  const contested = story.contested.map(write.contested);
  const quotes = story.quotes.map(write.quote);
  const sources = story.sources.map(write.source);
  const sizeOf = (pieces: readonly Written[]): number =>
    pieces.reduce((sum, piece) => sum + write.size(piece), 0);
  const size = sizeOf(summary) + sizeOf(contested) + sizeOf(quotes) + sizeOf(sources);
  if (size <= room) return { summary, contested, quotes, sources, size };
  const taken = takeByRank(
    [
      ...ranked('summary', summary),
      ...ranked('quotes', quotes),
      ...ranked('contested', contested),
      ...ranked('sources', sources),
    ],
    room,
    write,
  );
  return {
    summary: ofKind(taken, 'summary'),
    contested: ofKind(taken, 'contested'),
    quotes: ofKind(taken, 'quotes'),
    sources: ofKind(taken, 'sources'),
    size: sizeOf(taken.map(({ written }) => written)),
  };
}

function takeByRank<Written>(
  all: readonly Ranked<Written>[],
  room: number,
  write: PieceWriter<Written>,
): Ranked<Written>[] {
  let left = room;
  const taken: Ranked<Written>[] = [];
  for (const piece of all.toSorted((a, b) => a.rank - b.rank)) {
    const size = write.size(piece.written);
    if (size > left) continue;
    left -= size;
    taken.push(piece);
  }
  return taken.sort((a, b) => a.index - b.index);
}

function ranked<Written>(kind: Kind, pieces: readonly Written[]): Ranked<Written>[] {
  return pieces.map((written, index) => ({ kind, index, written, rank: index * 10 + firstRanks[kind] }));
}

function ofKind<Written>(pieces: readonly Ranked<Written>[], kind: Kind): Written[] {
  return pieces.filter((piece) => piece.kind === kind).map(({ written }) => written);
}
