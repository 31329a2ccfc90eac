import type { Span } from '../../src/domain/span.ts';
import type { Mention } from '../names/mentions.ts';
import { wordAt } from '../names/words.ts';
import { Cue, type Layout } from './layout.ts';

/** A cue farther than this from the speaker, where none stands by the quotation, belongs to somebody else. */
const FARTHEST = 12;
/** Words that give speech only sometimes ("called", "talks") must stand close. */
const WEAK_FARTHEST = 5;

/** The word or phrase that gives a quotation to a mention: "said", "according to"; null where only a colon does. */
export function cueOf(layout: Layout, mention: Mention, index: number): Span | null {
  const { words } = layout;
  const before = mention.phraseFirst - 1;
  if (wordAt(words, before) === 'to' && wordAt(words, before - 1) === 'according') {
    return { start: words.starts[before - 1] ?? 0, end: words.ends[before] ?? 0 };
  }
  const at =
    [besideQuote(layout, mention, index, Cue.Strong), besideMention(layout, mention, Cue.Strong)].find(
      (token) => token >= 0,
    ) ??
    [besideQuote(layout, mention, index, Cue.Weak), besideMention(layout, mention, Cue.Weak)].find(
      (token) => token >= 0,
    );
  return at === undefined ? null : { start: words.starts[at] ?? 0, end: words.ends[at] ?? 0 };
}

/** The cue of this strength that stands nearest to the quotation on the speaker's side, in one sentence with both. */
function besideQuote(layout: Layout, mention: Mention, index: number, wanted: number): number {
  const { cue, sentence } = layout;
  const isBefore = mention.last < (layout.firstToken[index] ?? 0);
  const edge = isBefore ? (layout.firstToken[index] ?? 0) - 1 : (layout.lastToken[index] ?? 0) + 1;
  if (edge < 0 || sentence[edge] !== sentence[mention.first] || layout.inside[edge] !== 0) return -1;
  if (cue[edge] === wanted) return edge;
  const away =
    wanted === Cue.Strong
      ? isBefore
        ? layout.lastStrong
        : layout.nextStrong
      : isBefore
        ? layout.lastWeak
        : layout.nextWeak;
  const found = away[edge] ?? -1;
  return wanted === Cue.Weak && Math.abs(found - edge) > WEAK_FARTHEST ? -1 : found;
}

function besideMention(layout: Layout, mention: Mention, wanted: number): number {
  const { cue } = layout;
  const behind = mention.last + 1;
  const before = mention.phraseFirst - 1;
  const next = wanted === Cue.Strong ? layout.nextStrong : layout.nextWeak;
  const last = wanted === Cue.Strong ? layout.lastStrong : layout.lastWeak;
  const ahead = cue[behind] === wanted ? behind : (next[mention.last] ?? -1);
  const back = cue[before] === wanted ? before : (last[mention.phraseFirst] ?? -1);
  const toAhead = ahead < 0 ? FARTHEST + 1 : ahead - mention.last;
  const toBack = back < 0 ? FARTHEST + 1 : mention.phraseFirst - back;
  if (Math.min(toAhead, toBack) > (wanted === Cue.Weak ? WEAK_FARTHEST : FARTHEST)) return -1;
  return toAhead <= toBack ? ahead : back;
}
