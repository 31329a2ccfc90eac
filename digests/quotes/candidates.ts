import type { Entity } from '../names/entity.ts';
import type { Mention } from '../names/mentions.ts';
import { type ClauseContext, clauseContext } from './clause-features.ts';
import type { Layout } from './layout.ts';
import { Beside, besideAt } from './neighbours.ts';
import type { Reading } from './reading.ts';

/** The most candidates looked at for one quotation: what keeps the work linear in the number of quotations. */
const limits = {
  paragraphBefore: 12,
  paragraphAfter: 8,
  earlier: 8,
  earlierParagraphs: 3,
  later: 2,
} as const;

/** The most candidates `candidatesOf` gives, the last speaker and "nobody" among them. */
export const MOST_CANDIDATES = 40;

/** Everything of an article that its candidates are described with. */
export type CandidateContext = {
  readonly layout: Layout;
  readonly mentions: readonly Mention[];
  readonly entities: readonly (Entity | null)[];
  /** Numbers of the mentions outside of quotations: only they can speak. */
  readonly open: readonly number[];
  /** How many open mentions stand before each mention, and before each stretch. */
  readonly order: Int32Array;
  readonly edges: Int32Array;
  /** How many stretches begin before each mention. */
  readonly quotesBefore: Int32Array;
  /** What stands before and behind each open mention, as `Beside`. */
  readonly previous: Uint8Array;
  readonly next: Uint8Array;
  /** How many of the first n open mentions stand beside a verb of saying, and how many look like a subject. */
  readonly speakersUpTo: Int32Array;
  readonly subjectsUpTo: Int32Array;
  /** How many mentions of an entity stand beside a verb of saying. */
  readonly speaking: ReadonlyMap<Entity, number>;
  /** The first open mention of the sentence each open mention stands in. */
  readonly sentenceOpen: Int32Array;
  readonly clause: ClauseContext;
};

export function candidateContext(reading: Reading): CandidateContext {
  const { layout, mentions, entities, stretches } = reading;
  const open: number[] = [];
  const order = new Int32Array(mentions.length);
  const quotesBefore = new Int32Array(mentions.length);
  let quotes = 0;
  mentions.forEach((mention, at) => {
    order[at] = open.length;
    while (quotes < stretches.length && (layout.firstToken[quotes] ?? 0) <= mention.first) quotes++;
    quotesBefore[at] = quotes;
    if (!mention.quoted) open.push(at);
  });
  const edges = new Int32Array(stretches.length);
  let edge = 0;
  stretches.forEach((_, index) => {
    const first = layout.firstToken[index] ?? 0;
    while (edge < open.length && (mentions[open[edge] ?? 0]?.first ?? 0) < first) edge++;
    edges[index] = edge;
  });
  const sentenceOpen = new Int32Array(open.length);
  for (let n = 1; n < open.length; n++) {
    const [before, here] = [mentions[open[n - 1] ?? 0]?.first ?? 0, mentions[open[n] ?? 0]?.first ?? 0];
    sentenceOpen[n] = layout.sentence[before] === layout.sentence[here] ? (sentenceOpen[n - 1] ?? 0) : n;
  }
  return {
    layout,
    mentions,
    entities,
    open,
    order,
    edges,
    quotesBefore,
    sentenceOpen,
    clause: clauseContext(reading),
    ...countSpeakers(reading, open),
  };
}

/** True for a mention that a verb of saying stands beside, as in "Smith said" and "said Smith". */
function speaks(layout: Layout, mention: Mention, previous: number, next: number): boolean {
  if (mention.possessive) return false;
  if (next === Beside.StrongCue) return previous !== Beside.Preposition && previous !== Beside.To;
  return previous === Beside.StrongCue && besideAt(layout, mention.phraseFirst - 2) <= Beside.Comma;
}

const behindSubject = new Set<number>([
  Beside.StrongCue,
  Beside.WeakCue,
  Beside.Auxiliary,
  Beside.EndsInEd,
  Beside.Who,
  Beside.Comma,
  Beside.Adverb,
]);
const beforeObject = new Set<number>([Beside.Preposition, Beside.To, Beside.StrongCue, Beside.By]);

function isSubject(mention: Mention, previous: number, next: number): boolean {
  return !mention.possessive && behindSubject.has(next) && !beforeObject.has(previous);
}

function countSpeakers(
  { layout, mentions, entities }: Reading,
  open: readonly number[],
): Pick<CandidateContext, 'previous' | 'next' | 'speakersUpTo' | 'subjectsUpTo' | 'speaking'> {
  const previous = new Uint8Array(open.length);
  const next = new Uint8Array(open.length);
  const speakersUpTo = new Int32Array(open.length + 2);
  const subjectsUpTo = new Int32Array(open.length + 2);
  const speaking = new Map<Entity, number>();
  open.forEach((at, n) => {
    const mention = mentions[at];
    if (mention === undefined) return;
    const before = besideAt(layout, mention.phraseFirst - 1);
    const behind = besideAt(layout, mention.last + 1);
    previous[n] = before;
    next[n] = behind;
    const isSpeaker = speaks(layout, mention, before, behind);
    const entity = entities[at] ?? null;
    if (isSpeaker && entity !== null) speaking.set(entity, (speaking.get(entity) ?? 0) + 1);
    speakersUpTo[n + 1] = (speakersUpTo[n] ?? 0) + (isSpeaker ? 1 : 0);
    subjectsUpTo[n + 1] = (subjectsUpTo[n] ?? 0) + (isSubject(mention, before, behind) ? 1 : 0);
  });
  speakersUpTo[open.length + 1] = speakersUpTo[open.length] ?? 0;
  subjectsUpTo[open.length + 1] = subjectsUpTo[open.length] ?? 0;
  return { previous, next, speakersUpTo, subjectsUpTo, speaking };
}

/** The mentions that may have said a quotation, nearest of each side first; `last` is who spoke before, -1 for nobody. */
export function candidatesOf(context: CandidateContext, index: number, last: number): number[] {
  const { layout, mentions, open, edges } = context;
  const { paragraph, firstToken, lastToken } = layout;
  const place = paragraph[firstToken[index] ?? 0] ?? 0;
  const final = lastToken[index] ?? 0;
  const from = edges[index] ?? 0;
  const candidates: number[] = [];
  let same = 0;
  let earlier = 0;
  for (let k = from - 1; k >= 0; k--) {
    const at = open[k] ?? 0;
    const where = paragraph[mentions[at]?.first ?? 0] ?? 0;
    if (where === place) {
      if (same++ >= limits.paragraphBefore) break;
    } else if (where < place - limits.earlierParagraphs || earlier++ >= limits.earlier) break;
    candidates.push(at);
  }
  same = 0;
  let later = 0;
  for (let k = from; k < open.length; k++) {
    const at = open[k] ?? 0;
    const mention = mentions[at];
    if (mention === undefined || mention.first <= final) continue;
    const where = paragraph[mention.first] ?? 0;
    if (where === place) {
      if (same++ >= limits.paragraphAfter) break;
    } else if (where > place + 1 || later++ >= limits.later) break;
    candidates.push(at);
  }
  if (last >= 0 && !candidates.includes(last)) candidates.push(last);
  return candidates;
}
