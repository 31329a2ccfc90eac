import type { Entity } from './entity.ts';
import { genderOfNoun } from './gender.ts';
import type { Mention } from './mentions.ts';
import { clusterNames, type NamedEntity } from './name-clusters.ts';
import { belonging, isPartOf, unnamedEntity } from './noun-entities.ts';
import { resolvePronouns } from './pronouns.ts';
import { personNouns } from './role-nouns.ts';
import { roleIn } from './role-phrases.ts';
import { isPluralRole, isRoleNoun, roleWords } from './role-words.ts';

import { strongSpeechVerbs } from './speech-verbs.ts';
import { Kind, kindAt, type Words, wordAt } from './words.ts';

/** More holders of one office than any article tells apart. */
const MOST_HOLDERS = 12;

const unique = new Set([
  'president',
  'minister',
  'chancellor',
  'premier',
  'governor',
  'mayor',
  'pope',
  'king',
  'queen',
]);
/** Who held an office is not meant by it. */
const past = ['former', 'ex', 'late'];
const definite = new Set(['the', 'this', 'that']);

/**
 * The entity of every mention, by its place in `mentions`; null where a pronoun has nobody to stand for. `sentence` is
 * the number of each token's sentence.
 */
export function resolveEntities(
  words: Words,
  mentions: readonly Mention[],
  sentence: Int32Array,
): (Entity | null)[] {
  const of: (Entity | null)[] = new Array<Entity | null>(mentions.length).fill(null);
  const named = clusterNames(words, mentions, of);
  const join = (entity: Entity, at: number, mention: Mention): void => {
    of[at] = entity;
    entity.mentions.push(mention);
  };
  mentions.forEach((mention, at) => {
    const apposed = isPhrase(mention) ? appositionOf(words, mentions, of, at) : null;
    if (apposed === null) return;
    apposed.kind = 'person';
    if (isRoleNoun(wordAt(words, mention.head)) && !mention.quoted) apposed.role ??= roleIn(words, mention);
    if (apposed.gender === 'unknown') apposed.gender = genderOfNoun(wordAt(words, mention.head));
    join(apposed, at, mention);
  });
  const byRoleWord = holdersByRoleWord(named);
  mentions.forEach((mention, at) => {
    if (!isPhrase(mention) || of[at] !== null) return;
    const holder = holderOf(words, mention, byRoleWord);
    if (holder !== null) {
      join(holder, at, mention);
      return;
    }
    of[at] = unnamedEntity(words, mentions, at);
    // "one of the officials": who is named by both words
    const some = mentions[at - 1];
    if (some?.type === 'pronoun' && !some.quoted && isPartOf(words, some, mention))
      of[at - 1] = of[at] ?? null;
  });
  resolvePronouns(words, mentions, of, sentence);
  return of;
}

function isPhrase({ type }: Mention): boolean {
  return type === 'nominal' || type === 'bare';
}

/** The people whose role has a word, by that word. */
function holdersByRoleWord(named: readonly NamedEntity[]): ReadonlyMap<string, readonly NamedEntity[]> {
  const byRoleWord = new Map<string, NamedEntity[]>();
  for (const entity of named) {
    if (entity.kind !== 'person' || entity.role === null) continue;
    for (const word of new Set(roleWords(entity.role))) {
      if (!personNouns.has(word)) continue;
      const holders = byRoleWord.get(word);
      if (holders === undefined) byRoleWord.set(word, [entity]);
      else if (holders.length < MOST_HOLDERS) holders.push(entity);
    }
  }
  return byRoleWord;
}

/** The person a phrase stands beside: "campaign manager Roe", "the manager, Jane Roe,", "Jane Roe, a manager,". */
function appositionOf(
  words: Words,
  mentions: readonly Mention[],
  of: readonly (Entity | null)[],
  at: number,
): Entity | null {
  const mention = mentions[at];
  if (mention === undefined || mention.possessive) return null;
  const noun = wordAt(words, mention.head);
  if (!personNouns.has(noun) || isPluralRole(noun)) return null;
  const end = endWithOwner(words, mentions, at);
  for (let k = at + 1; k < mentions.length && k <= at + 3; k++) {
    const next = mentions[k];
    if (next === undefined || next.type !== 'name' || next.possessive) continue;
    const entity = of[k] ?? null;
    // "the operator, Roe," may be a firm, "his wife, Roe," not
    const isPerson = entity?.kind === 'person' || (entity?.perhapsPerson && genderOfNoun(noun) !== 'unknown');
    if (entity === null || isPerson !== true) continue;
    if (next.phraseFirst === mention.last + 1) return entity;
    const comma = wordAt(words, end + 1) === ',' && next.phraseFirst === end + 2;
    // "the chairman, Jane Roe," but not "a farmer, Jane Roe and her son".
    if (
      comma &&
      mention.type === 'nominal' &&
      (wordAt(words, next.last + 1) === ',' || kindAt(words, next.last + 1) === Kind.Punctuation)
    ) {
      return entity;
    }
  }
  const before = mentions[at - 1];
  if (
    before?.type === 'name' &&
    mention.type === 'nominal' &&
    wordAt(words, mention.first - 1) === ',' &&
    !strongSpeechVerbs.has(wordAt(words, mention.last + 1)) &&
    before.last === mention.first - 2
  ) {
    const entity = of[at - 1] ?? null;
    if (entity?.kind === 'person') return entity;
  }
  return null;
}

/** The last token of a phrase with whom it belongs to: "a lawyer for the port"; not with a person, who may be named next. */
function endWithOwner(words: Words, mentions: readonly Mention[], at: number): number {
  const { last } = mentions[at] as Mention;
  const owner = mentions[at + 1];
  if (owner?.phraseFirst !== last + 2 || !belonging.has(wordAt(words, last + 1))) return last;
  return owner.type === 'pronoun' || owner.possessive || personNouns.has(wordAt(words, owner.head))
    ? last
    : owner.last;
}

/** Who holds the office named: "the Ukrainian president", "the senator", when one person alone was given it. */
function holderOf(
  words: Words,
  mention: Mention,
  byRoleWord: ReadonlyMap<string, readonly NamedEntity[]>,
): Entity | null {
  if (mention.type !== 'nominal' || !definite.has(wordAt(words, mention.first))) return null;
  const holders = byRoleWord.get(wordAt(words, mention.head)) ?? [];
  const qualifiers: string[] = [];
  for (let k = mention.first + 1; k < mention.head; k++) qualifiers.push(wordAt(words, k));
  const fitting = holders.filter((entity) => {
    const role = new Set(roleWords(entity.role ?? ''));
    if (past.some((word) => role.has(word) && !qualifiers.includes(word))) return false;
    return qualifiers.every((word) => role.has(word));
  });
  const known = fitting.filter((entity) => (entity.mentions[0]?.start ?? 0) < mention.start);
  // Whoever holds an office that only one can hold may be named after it, by the very same words.
  const mayFollow = known.length === 0 && unique.has(wordAt(words, mention.head));
  const meant = mayFollow
    ? fitting.filter(({ role }) => roleWords(role ?? '').length === qualifiers.length + 1)
    : known;
  return meant.length === 1 ? (meant[0] ?? null) : null;
}
