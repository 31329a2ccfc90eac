import {
  CONDITIONS,
  CONNECTIVES,
  COORDINATORS,
  LEAD_STARTERS,
  POINTERS,
  SOURCES,
  SUBORDINATORS,
  TAIL_STARTERS,
} from './clause-words.ts';
import type { Piece } from './clauses.ts';
import { piecesOf } from './clauses.ts';

/** A shorter form of a sentence: what is left of it, in order. */
export type Trim = {
  readonly text: string;
  readonly lead: boolean;
  readonly middle: boolean;
  readonly tail: boolean;
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
export function trimsOf(sentence: string): Trim[] {
  const ending = /[.!?…]+["”’')\]]*$/.exec(sentence);
  const end = ending ? ending.index : sentence.length;
  const stop = ending?.[0].charAt(0) ?? '';
  const pieces = piecesOf(sentence, end);
  if (pieces.length > 14) return [];
  const leads = leadCuts(sentence, pieces);
  const middles = middleCuts(pieces);
  const found = new Map<string, Trim>();
  for (const lead of leads) {
    for (const tail of tailCuts(pieces, lead.piece)) {
      for (const middle of [null, ...middles]) {
        const inside = middle === null || (middle > lead.piece && middle < tail - 1);
        if (!inside || (middle === null && lead.from === 0 && tail === pieces.length)) continue;
        const text = textOf(sentence, pieces, lead, middle, tail);
        if (found.has(text) || wordCount(pieces, lead.piece, middle, tail) < MIN_WORDS) continue;
        found.set(text, {
          text: text + (tail === pieces.length ? sentence.slice(end) : text.endsWith('.') ? '' : stop),
          lead: lead.from > 0,
          middle: middle !== null,
          tail: tail < pieces.length,
        });
        if (found.size >= MAX_TRIMS) return [...found.values()];
      }
    }
  }
  return [...found.values()];
}

/** Where the kept text begins: in which piece, at which character. */
type Lead = { readonly piece: number; readonly from: number };

function leadCuts(sentence: string, pieces: readonly Piece[]): Lead[] {
  const leads: Lead[] = [{ piece: 0, from: 0 }];
  const first = pieces[0];
  if (!first) return leads;
  const opener = /^(\p{L}+) (?=\p{L}|\d)/u.exec(sentence);
  if (
    opener?.[1] &&
    CONNECTIVES.has(opener[1].toLowerCase()) &&
    CONNECTIVE_CLAUSE.has(opener[1].toLowerCase())
  ) {
    leads.push({ piece: 0, from: opener[0].length });
  }
  for (let piece = 1; piece <= Math.min(3, pieces.length - 1); piece++) {
    const dropped = pieces[piece - 1];
    const kept = pieces[piece];
    if (!dropped || !kept || !opensAside(dropped, piece === 1) || kept.before !== 'comma') break;
    if (kept.finite && standsAlone(kept) && !POINTERS.has(kept.words[0] ?? ''))
      leads.push({ piece, from: kept.start });
  }
  return leads;
}

/** "But the council…": these may go without a comma after them; "still" or "now" would be part of the clause. */
const CONNECTIVE_CLAUSE: ReadonlySet<string> = new Set(['but', 'and', 'yet', 'so', 'nor', 'plus']);

function opensAside({ words, quoted }: Piece, opens: boolean): boolean {
  const first = words[0] ?? '';
  if (quoted || words.some((word) => CONDITIONS.has(word) || SOURCES.has(word))) return false;
  return LEAD_STARTERS.has(first) || (opens && first.endsWith('ing'));
}

function standsAlone({ words, startsFinite }: Piece): boolean {
  const first = words[0] ?? '';
  return (
    !startsFinite &&
    !COORDINATORS.has(first) &&
    !RELATIVES.has(first) &&
    !first.endsWith('ing') &&
    !CONDITIONS.has(first)
  );
}

const RELATIVES: ReadonlySet<string> = new Set([
  'which',
  'who',
  'whose',
  'whom',
  'where',
  'that',
  'than',
  'as',
  'said',
  'says',
]);

/** How many pieces may be kept from `first` on: all, or up to a remark that may go. */
function tailCuts(pieces: readonly Piece[], first: number): number[] {
  const cuts = [pieces.length];
  for (let cut = pieces.length - 1; cut > first; cut--) {
    const dropped = pieces[cut];
    if (!dropped) break;
    const rest = pieces.slice(cut);
    if (rest.some(({ words }) => words.some((word) => CONDITIONS.has(word)))) break;
    // a verb after the next comma or dash means that the remark only interrupts its clause
    if (rest.slice(1).some((piece) => piece.startsFinite || piece.before === 'dash')) continue;
    if (dropped.before === 'dash' && pieces.slice(first + 1, cut).some((piece) => piece.before === 'dash'))
      continue;
    if (complete(pieces, first, cut) && mayGo(dropped, pieces[cut - 1])) cuts.push(cut);
  }
  return cuts;
}

function mayGo(dropped: Piece, before: Piece | undefined): boolean {
  if (dropped.before !== 'comma') return true;
  const first = dropped.words[0] ?? '';
  if (COORDINATORS.has(first)) return dropped.finite && before?.finite === true && !before.startsFinite;
  return TAIL_STARTERS.has(first) || first.endsWith('ing');
}

/** True when the pieces from `first` up to `cut` make a sentence of their own. */
function complete(pieces: readonly Piece[], first: number, cut: number): boolean {
  const kept = pieces.slice(first, cut);
  const opening = kept[0];
  if (!opening) return false;
  const opener = opening.words[0] ?? '';
  const needsMain =
    SUBORDINATORS.has(opener) ||
    opener.endsWith('ing') ||
    opener.endsWith('ed') ||
    (opener === 'but' && SUBORDINATORS.has(opening.words[1] ?? ''));
  if (!needsMain) return kept.some((piece) => piece.finite && piece.before !== 'dash') && endsClause(kept);
  return kept.slice(1).some((piece) => piece.finite && standsAlone(piece)) && endsClause(kept);
}

/** The last piece kept ends a clause: it has a verb, or is itself a remark on a piece that has one. */
function endsClause(kept: readonly Piece[]): boolean {
  const last = kept.at(-1);
  if (!last) return false;
  if (last.finite) return true;
  const first = last.words[0] ?? '';
  const remark = TAIL_STARTERS.has(first) || LEAD_STARTERS.has(first) || first.endsWith('ing');
  return remark && kept.slice(0, -1).some((piece) => piece.finite);
}

/** Pieces between two commas or two dashes that only remark on what stands before them. */
function middleCuts(pieces: readonly Piece[]): number[] {
  const cuts: number[] = [];
  for (let at = 1; at < pieces.length - 1; at++) {
    const piece = pieces[at];
    const after = pieces[at + 1];
    if (!piece || !after || piece.before !== after.before || piece.before === 'semicolon') continue;
    if (piece.words.some((word) => CONDITIONS.has(word))) continue;
    const first = piece.words[0] ?? '';
    const remark =
      piece.before === 'dash' ||
      RELATIVE_OPENERS.has(first) ||
      (APPOSITIVE_OPENERS.has(first) && !piece.finite);
    if (remark && after.startsFinite) cuts.push(at);
  }
  return cuts;
}

const RELATIVE_OPENERS: ReadonlySet<string> = new Set(['which', 'who', 'whose', 'whom', 'where']);
const APPOSITIVE_OPENERS: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'including',
  'according',
  'like',
  'such',
  'along',
]);

function textOf(
  sentence: string,
  pieces: readonly Piece[],
  lead: Lead,
  middle: number | null,
  tail: number,
): string {
  const last = pieces[tail - 1]?.end ?? sentence.length;
  let text = sentence.slice(lead.from, last);
  if (middle !== null) {
    const before = pieces[middle - 1]?.end ?? 0;
    const after = pieces[middle + 1]?.start ?? last;
    text = `${sentence.slice(lead.from, before)} ${sentence.slice(after, last)}`;
  }
  return lead.from > 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function wordCount(pieces: readonly Piece[], first: number, middle: number | null, tail: number): number {
  let count = 0;
  for (let at = first; at < tail; at++) if (at !== middle) count += pieces[at]?.words.length ?? 0;
  return count;
}
