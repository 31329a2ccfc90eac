import { isDigit, isLetter } from '../text/characters.ts';
import { Clause } from './clause-words.ts';
import type { Piece } from './clauses.ts';
import { piecesOf } from './clauses.ts';
import type { SentenceWords } from './sentence-words.ts';

/** A shorter form of a sentence: what is left of it, in order. */
export type Trim = {
  readonly text: string;
  readonly lead: boolean;
  readonly middle: boolean;
  readonly tail: boolean;
  /** The stretches of words that are left, by their places in the sentence; the second may be empty. */
  readonly words: readonly [from: number, to: number, from: number, to: number];
};

/** Shorter forms of one sentence at most, and the words that must be left. */
const MAX_TRIMS = 9;
const MIN_WORDS = 7;

/**
 * The forms a sentence may take without an opening phrase ("At the same time, …"), a remark between commas or dashes
 * ("…, who was elected in May, …") or a closing one ("…, which critics reject."). No word is changed, but the new
 * first letter is capitalised. Conditions, negations and doubts ("if", "unless", "allegedly") are never left out, nor
 * is anything cut inside quotation marks; what is left has a finite verb of its own.
 */
export function trimsOf(words: SentenceWords): Trim[] {
  const {
    source: { text: sentence },
    from,
    to,
  } = words;
  const end = endOfWords(sentence, from, to);
  const stop = sentence.slice(end, Math.min(end + 1, to));
  const pieces = piecesOf(words, end);
  if (pieces.length > 14) return [];
  const leads = leadCuts(words, pieces);
  if (pieces.length === 1 && leads.length === 1) return [];
  const middles = middleCuts(pieces);
  const found = new Map<string, Trim>();
  for (const lead of leads) {
    for (const tail of tailCuts(words, pieces, lead.piece)) {
      for (const middle of [null, ...middles]) {
        const inside = middle === null || (middle > lead.piece && middle < tail - 1);
        if (!inside || (middle === null && lead.from === from && tail === pieces.length)) continue;
        const text = textOf(words, pieces, lead, middle, tail);
        if (found.has(text) || wordCount(pieces, lead.piece, middle, tail) < MIN_WORDS) continue;
        found.set(text, {
          text: text + (tail === pieces.length ? sentence.slice(end, to) : text.endsWith('.') ? '' : stop),
          lead: lead.from > from,
          middle: middle !== null,
          tail: tail < pieces.length,
          words: wordsLeft(pieces, lead, middle, tail),
        });
        if (found.size >= MAX_TRIMS) return [...found.values()];
      }
    }
  }
  return [...found.values()];
}

/** Where the stops that end a sentence begin, marks that close after them left aside. */
function endOfWords(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && CLOSERS.includes(text.charAt(end - 1))) end--;
  let first = end;
  while (first > from && STOPS.includes(text.charAt(first - 1))) first--;
  return first < end ? first : to;
}

const STOPS = '.!?…';
const CLOSERS = '"”’\')]';

/** Where the kept text begins: in which piece, at which word, at which character. */
type Lead = { readonly piece: number; readonly word: number; readonly from: number };

function leadCuts(words: SentenceWords, pieces: readonly Piece[]): Lead[] {
  const leads: Lead[] = [{ piece: 0, word: 0, from: words.from }];
  const first = pieces[0];
  if (!first) return leads;
  const second = words.starts[1] as number;
  if ((first.opening & Clause.connective) !== 0 && first.to > 1 && opensWithWord(words, second))
    leads.push({ piece: 0, word: 1, from: second });
  for (let piece = 1; piece <= Math.min(3, pieces.length - 1); piece++) {
    const dropped = pieces[piece - 1];
    const kept = pieces[piece];
    if (!dropped || !kept || !opensAside(dropped, piece === 1) || kept.before !== 'comma') break;
    if (kept.finite && standsAlone(kept) && (kept.opening & Clause.pointer) === 0)
      leads.push({ piece, word: kept.from, from: kept.start });
  }
  return leads;
}

/** A word at the very beginning, one space, and a second word. */
function opensWithWord({ source: { units }, from, starts, ends }: SentenceWords, second: number): boolean {
  const code = units[second] ?? 0;
  return (
    starts[0] === from &&
    second === (ends[0] ?? 0) + 1 &&
    units[second - 1] === 0x20 &&
    (isLetter(code) || isDigit(code))
  );
}

function opensAside({ opening, signs, quoted }: Piece, opens: boolean): boolean {
  if (quoted || (signs & (Clause.condition | Clause.source)) !== 0) return false;
  return (opening & (opens ? Clause.leadStarter | Clause.endsInIng : Clause.leadStarter)) !== 0;
}

function standsAlone({ opening, startsFinite }: Piece): boolean {
  const depends = Clause.coordinator | Clause.relative | Clause.endsInIng | Clause.condition;
  return !startsFinite && (opening & depends) === 0;
}

/** How many pieces may be kept from `first` on: all, or up to a remark that may go. */
function tailCuts(words: SentenceWords, pieces: readonly Piece[], first: number): number[] {
  const cuts = [pieces.length];
  for (let cut = pieces.length - 1; cut > first; cut--) {
    const dropped = pieces[cut];
    if (!dropped) break;
    const rest = pieces.slice(cut);
    if (rest.some(({ signs }) => (signs & Clause.condition) !== 0)) break;
    // a verb after the next comma or dash means that the remark only interrupts its clause
    if (rest.slice(1).some((piece) => piece.startsFinite || piece.before === 'dash')) continue;
    if (dropped.before === 'dash' && pieces.slice(first + 1, cut).some((piece) => piece.before === 'dash'))
      continue;
    if (opensQuotation(words, dropped)) continue;
    if (complete(words, pieces, first, cut) && mayGo(dropped, pieces[cut - 1])) cuts.push(cut);
  }
  return cuts;
}

/** "…, and said, “Who will pay?”": what was said is no remark. */
function opensQuotation({ source }: SentenceWords, { start }: Piece): boolean {
  return QUOTATION_MARKS.includes(source.text.charAt(start));
}

const QUOTATION_MARKS = '"“«„\'‘';

function mayGo(dropped: Piece, before: Piece | undefined): boolean {
  if (dropped.before !== 'comma') return true;
  if ((dropped.opening & Clause.coordinator) !== 0)
    return dropped.finite && before?.finite === true && !before.startsFinite;
  return (dropped.opening & (Clause.tailStarter | Clause.endsInIng)) !== 0;
}

/** True when the pieces from `first` up to `cut` make a sentence of their own. */
function complete(words: SentenceWords, pieces: readonly Piece[], first: number, cut: number): boolean {
  const kept = pieces.slice(first, cut);
  const opening = kept[0];
  if (!opening) return false;
  if (!needsMain(words, opening))
    return kept.some((piece) => piece.finite && piece.before !== 'dash') && endsClause(kept);
  return kept.slice(1).some((piece) => piece.finite && standsAlone(piece)) && endsClause(kept);
}

/** "While he waited", "Asked about it", "But if they lose". */
function needsMain(words: SentenceWords, { opening, from, to }: Piece): boolean {
  if ((opening & (Clause.subordinator | Clause.endsInIng | Clause.endsInEd)) !== 0) return true;
  if ((opening & Clause.but) === 0 || from + 1 >= to) return false;
  return (words.clauseSigns(from + 1) & Clause.subordinator) !== 0;
}

/** The last piece kept ends a clause: it has a verb, or is itself a remark on a piece that has one. */
function endsClause(kept: readonly Piece[]): boolean {
  const last = kept.at(-1);
  if (!last) return false;
  if (last.finite) return true;
  const remark = Clause.tailStarter | Clause.leadStarter | Clause.endsInIng;
  return (last.opening & remark) !== 0 && kept.slice(0, -1).some((piece) => piece.finite);
}

/** Pieces between two commas or two dashes that only remark on what stands before them. */
function middleCuts(pieces: readonly Piece[]): number[] {
  const cuts: number[] = [];
  for (let at = 1; at < pieces.length - 1; at++) {
    const piece = pieces[at];
    const after = pieces[at + 1];
    if (!piece || !after || piece.before !== after.before || piece.before === 'semicolon') continue;
    if ((piece.signs & Clause.condition) !== 0) continue;
    const remark =
      piece.before === 'dash' ||
      (piece.opening & Clause.relativeOpener) !== 0 ||
      ((piece.opening & Clause.appositiveOpener) !== 0 && !piece.finite);
    if (remark && after.startsFinite) cuts.push(at);
  }
  return cuts;
}

function textOf(
  { source: { text: sentence }, from, to }: SentenceWords,
  pieces: readonly Piece[],
  lead: Lead,
  middle: number | null,
  tail: number,
): string {
  const last = pieces[tail - 1]?.end ?? to;
  let text = sentence.slice(lead.from, last);
  if (middle !== null) {
    const before = pieces[middle - 1]?.end ?? from;
    const after = pieces[middle + 1]?.start ?? last;
    text = `${sentence.slice(lead.from, before)} ${sentence.slice(after, last)}`;
  }
  return lead.from > from ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function wordCount(pieces: readonly Piece[], first: number, middle: number | null, tail: number): number {
  let count = 0;
  for (let at = first; at < tail; at++) {
    const piece = pieces[at];
    if (piece && at !== middle) count += piece.to - piece.from;
  }
  return count;
}

function wordsLeft(pieces: readonly Piece[], lead: Lead, middle: number | null, tail: number): Trim['words'] {
  const to = pieces[tail - 1]?.to ?? lead.word;
  if (middle === null) return [lead.word, to, to, to];
  return [lead.word, pieces[middle]?.from ?? to, pieces[middle]?.to ?? to, to];
}
