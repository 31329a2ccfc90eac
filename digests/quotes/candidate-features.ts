import type { Entity } from '../names/entity.ts';
import type { Mention } from '../names/mentions.ts';
import { documentNouns, organisationNouns, personNouns } from '../names/role-nouns.ts';
import { wordSet } from '../names/word-set.ts';
import type { CandidateContext } from './candidates.ts';
import { clauseFeatureNames, describeClause } from './clause-features.ts';
import { Cue } from './layout.ts';
import { clip, FAR, quoteFeatureCount, quoteFeatureNames } from './quote-features.ts';

/** All the columns of one (quotation, candidate) pair, in the order they are written. */
export const featureNames = [
  ...quoteFeatureNames,
  'nobody',
  'turnsSinceLast',
  'continuesUnclosed',
  'type',
  'pronoun',
  'paragraphs',
  'distance',
  'side',
  'sentences',
  'sentencesSigned',
  'mentionsBetween',
  'quotesBetween',
  'speakersBetween',
  'subjectsBetween',
  'possessive',
  'previousToken',
  'nextToken',
  'toNextStrong',
  'toNextWeak',
  'fromLastStrong',
  'fromLastWeak',
  'nextCueToQuote',
  'mentionsToCue',
  'lastCueToQuote',
  'cueIsNearest',
  'cueClass',
  'saidBefore',
  'objectOfTelling',
  'besideCue',
  'subject',
  'speakersBeside',
  'firstInSentence',
  'firstInParagraph',
  'sentenceOffset',
  'opensSentence',
  'sameSentence',
  'apposed',
  'words',
  'noun',
  'accordingTo',
  'colonBefore',
  'toNextMention',
  'frequency',
  'spoken',
  'sameAsLast',
  'sameMention',
  'sameAsSecondLast',
  'sideOfLastTurn',
  'kind',
  'subjectsBeforeInSentence',
  ...clauseFeatureNames,
] as const;

export const featureCount = featureNames.length;

/** Who spoke before the quotation looked at, and from which mention that was read. */
export type Turn = { readonly mention: number; readonly entity: Entity | null; readonly stretch: number };

/** What the attribution of an article remembers on its way through the quotations. */
export type Memory = {
  readonly last: Turn | null;
  readonly secondLast: Turn | null;
  /** Quotations of each speaker so far. */
  readonly spoken: ReadonlyMap<Entity, number>;
};

const NOT_APPLICABLE = -2;

const tellVerbs = wordSet('told tells tell telling asked asks asking');
const writeVerbs = wordSet(
  'wrote writes write writing tweeted tweets tweeting posted posts posting read reads reading',
);
const sayVerbs = wordSet('said says say saying');

const typeNumbers = { name: 0, pronoun: 1, nominal: 2, bare: 3 } as const;
const kindNumbers = { person: 0, organisation: 1, document: 2, unnamed: 3 } as const;

const pronounNumbers = new Map<string, number>([
  ...['he', 'she'].map((word) => [word, 1] as const),
  ['they', 2],
  ...['i', 'we'].map((word) => [word, 3] as const),
  ['who', 4],
  ...['it', 'which'].map((word) => [word, 5] as const),
  ...['him', 'them', 'us', 'me', 'her'].map((word) => [word, 6] as const),
  ...['one', 'another', 'others', 'some', 'many'].map((word) => [word, 8] as const),
  ['you', 9],
]);

function cueClass(word: string): number {
  if (sayVerbs.has(word)) return 1;
  if (tellVerbs.has(word)) return 2;
  if (writeVerbs.has(word)) return 3;
  return 4;
}

function mentionsUntil(mentions: readonly Mention[], at: number, token: number): number {
  let count = 0;
  for (let k = at + 1; k < mentions.length && count < 10; k++) {
    if ((mentions[k]?.first ?? token) >= token) break;
    count++;
  }
  return count;
}

/** Writes the columns behind those of the quotation; `at` is the mention's number, -1 for "nobody". */
export function describeCandidate(
  context: CandidateContext,
  index: number,
  at: number,
  memory: Memory,
  row: Float32Array,
): void {
  const { layout, mentions, entities } = context;
  const { words, firstToken, lastToken, sentence, paragraph, cue } = layout;
  const mention = mentions[at];
  const first = firstToken[index] ?? 0;
  const last = lastToken[index] ?? 0;
  const unclosed = layout.stretches[index - 1]?.closed === false;
  const near = unclosed && (paragraph[lastToken[index - 1] ?? 0] ?? 0) >= (paragraph[first] ?? 0) - 2;
  let n = quoteFeatureCount;
  row[n++] = mention === undefined ? 1 : 0;
  row[n++] = memory.last === null ? -1 : clip(index - memory.last.stretch, 5);
  row[n++] = near ? 1 : 0;
  if (mention === undefined) {
    row.fill(NOT_APPLICABLE, n);
    return;
  }

  const entity = entities[at] ?? null;
  const head = words.lower[mention.head] ?? '';
  const isBefore = mention.last < first;
  const side = isBefore ? first : last;
  const mySentence = sentence[mention.first] ?? 0;
  const paragraphs = (paragraph[mention.first] ?? 0) - (paragraph[side] ?? 0);
  const sentences = (sentence[side] ?? 0) - mySentence;
  row[n++] = typeNumbers[mention.type];
  row[n++] = mention.type === 'pronoun' ? (pronounNumbers.get(head) ?? 7) : 0;
  row[n++] = clip(paragraphs, 4);
  row[n++] = clip(isBefore ? first - mention.last - 1 : mention.first - last - 1, 120);
  row[n++] = isBefore ? 0 : 1;
  row[n++] = clip(Math.abs(sentences), 8);
  row[n++] = clip(sentences, 8);

  const mine = context.order[at] ?? 0;
  const edge = context.edges[index] ?? 0;
  const low = isBefore ? mine + 1 : edge;
  const high = isBefore ? edge : mine;
  const { speakersUpTo, subjectsUpTo } = context;
  row[n++] = clip(high - low, 20);
  row[n++] = clip(
    isBefore ? index - (context.quotesBefore[at] ?? 0) : (context.quotesBefore[at] ?? 0) - index - 1,
    6,
  );
  row[n++] = clip((speakersUpTo[high] ?? 0) - (speakersUpTo[low] ?? 0), 6);
  row[n++] = clip((subjectsUpTo[high] ?? 0) - (subjectsUpTo[low] ?? 0), 10);

  const previous = mention.phraseFirst - 1;
  const previousWord = words.lower[previous] ?? '';
  row[n++] = mention.possessive ? 1 : 0;
  row[n++] = context.previous[mine] ?? 0;
  row[n++] = context.next[mine] ?? 0;

  const nextStrong =
    cue[mention.last + 1] === Cue.Strong ? mention.last + 1 : (layout.nextStrong[mention.last] ?? -1);
  const nextWeak = layout.nextWeak[mention.last] ?? -1;
  const lastStrong = layout.lastStrong[mention.phraseFirst] ?? -1;
  const lastWeak = layout.lastWeak[mention.phraseFirst] ?? -1;
  row[n++] = nextStrong < 0 ? FAR : clip(nextStrong - mention.last, FAR);
  row[n++] = nextWeak < 0 ? FAR : clip(nextWeak - mention.last, FAR);
  row[n++] = lastStrong < 0 ? FAR : clip(mention.phraseFirst - lastStrong, FAR);
  row[n++] = lastWeak < 0 ? FAR : clip(mention.phraseFirst - lastWeak, FAR);
  // How far the cue behind the candidate is from the quotation it would introduce, or the one before from the one it closes.
  row[n++] = nextStrong < 0 ? FAR : clip(isBefore ? first - nextStrong : nextStrong - last, FAR);
  row[n++] = nextStrong < 0 ? -1 : mentionsUntil(mentions, at, nextStrong);
  row[n++] = lastStrong < 0 ? FAR : clip(isBefore ? first - lastStrong : lastStrong - last, FAR);
  const cueBefore = cue[first - 1] === Cue.Strong ? first - 1 : (layout.lastStrong[first - 1] ?? -1);
  const nextCueAfter = layout.nextStrong[last + 1] ?? -1;
  const cueAfter = cue[last + 1] === Cue.Strong ? last + 1 : nextCueAfter;
  if (isBefore) row[n++] = nextStrong >= 0 && nextStrong === cueBefore ? 1 : 0;
  else
    row[n++] =
      lastStrong >= 0 && lastStrong === cueAfter ? 2 : nextStrong >= 0 && nextStrong === nextCueAfter ? 1 : 0;
  const nextIsNearer =
    nextStrong >= 0 && (lastStrong < 0 || nextStrong - mention.last <= mention.phraseFirst - lastStrong);
  if (nextIsNearer) row[n++] = cueClass(words.lower[nextStrong] ?? '');
  else row[n++] = lastStrong >= 0 ? 10 + cueClass(words.lower[lastStrong] ?? '') : 0;
  row[n++] = cue[previous] === Cue.Strong ? cueClass(previousWord) : 0;
  row[n++] = tellVerbs.has(previousWord) ? 1 : 0;
  row[n++] = (speakersUpTo[mine + 1] ?? 0) - (speakersUpTo[mine] ?? 0);
  row[n++] = (subjectsUpTo[mine + 1] ?? 0) - (subjectsUpTo[mine] ?? 0);
  // Is somebody said to speak right behind the quotation, or right before it?
  const speakerBehind = (speakersUpTo[edge + 1] ?? 0) - (speakersUpTo[edge] ?? 0);
  const speakerAhead = (speakersUpTo[edge] ?? 0) - (speakersUpTo[Math.max(0, edge - 1)] ?? 0);
  row[n++] = speakerBehind + 2 * speakerAhead;

  const opening = layout.sentenceStart[mySentence] ?? 0;
  const neighbour = mentions[at - 1];
  row[n++] = neighbour === undefined || neighbour.first < opening ? 1 : 0;
  row[n++] = neighbour === undefined || paragraph[neighbour.first] !== paragraph[mention.first] ? 1 : 0;
  row[n++] = clip(mention.phraseFirst - opening, 40);
  row[n++] = opening === mention.phraseFirst ? 1 : 0;
  row[n++] = sentence[mention.first] === sentence[side] ? 1 : 0;
  row[n++] = (previousWord === ',' || previousWord === '(') && neighbour?.last === previous - 1 ? 1 : 0;
  row[n++] = clip(mention.last - mention.first + 1, 10);
  row[n++] = personNouns.has(head) ? 1 : documentNouns.has(head) ? 2 : organisationNouns.has(head) ? 3 : 0;
  row[n++] = previousWord === 'to' && words.lower[previous - 1] === 'according' ? 1 : 0;
  row[n++] = isBefore && words.lower[first - 1] === ':' ? 1 : 0;
  const follower = mentions[at + 1];
  row[n++] = follower === undefined ? FAR : clip(follower.first - mention.last, 20);

  const turn = memory.last === null ? undefined : mentions[memory.last.mention];
  row[n++] = entity === null ? 0 : clip(entity.mentions.length, 30);
  row[n++] = entity === null ? 0 : clip(memory.spoken.get(entity) ?? 0, 10);
  row[n++] = memory.last === null ? -1 : entity !== null && memory.last.entity === entity ? 1 : 0;
  row[n++] = memory.last === null ? -1 : memory.last.mention === at ? 1 : 0;
  row[n++] = memory.secondLast === null ? -1 : entity !== null && memory.secondLast.entity === entity ? 1 : 0;
  row[n++] = turn === undefined ? -1 : mention.first < turn.first ? 0 : mention.first === turn.first ? 1 : 2;
  row[n++] = entity === null ? -1 : kindNumbers[entity.kind];
  row[n++] = clip((subjectsUpTo[mine] ?? 0) - (subjectsUpTo[context.sentenceOpen[mine] ?? mine] ?? 0), 6);
  describeClause(context.clause, context, index, at, row, n);
}
