import type { Entity } from './entity.ts';
import type { Gender } from './gender.ts';
import type { Mention } from './mentions.ts';
import { personNouns } from './role-nouns.ts';
import { isPluralRole } from './role-words.ts';
import { DISTANCE, Place, Places } from './salience.ts';
import { strongSpeechVerbs } from './speech-verbs.ts';
import { isWord, kindAt, type Words, wordAt } from './words.ts';

const pronounGender = new Map<string, 'male' | 'female'>([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['she', 'female'],
  ['her', 'female'],
]);

/** Somebody whom a pronoun may mean, and how high the best place is that the sentence names them at. */
type Named = { readonly entity: Entity; readonly sentence: number; place: number };

/** People of this sentence and those before that are looked at. */
const REMEMBERED = 12;
/** What it is worth that a person is known to be a man or a woman, and what it costs that one may be a body. */
const KNOWN_GENDER = 0.4;
const PERHAPS_BODY = 2;
/** What it costs that the words spoken name the person: few speak of themselves by name. */
const NAMED_IN_QUOTE = 1;

/**
 * Gives he and she the person they stand for: of those named in this sentence and before whoever stands highest, by the
 * place in the sentence and how near it is; "who" its antecedent. Other pronouns stay open.
 */
export function resolvePronouns(
  words: Words,
  mentions: readonly Mention[],
  of: (Entity | null)[],
  sentence: Int32Array,
): void {
  const recent: Named[] = [];
  const places = new Places();
  const remember = (entity: Entity, here: number, place: number): void => {
    const known = recent.findIndex((named) => named.entity === entity && named.sentence === here);
    const [named] = known < 0 ? [] : recent.splice(known, 1);
    recent.unshift({ entity, sentence: here, place: Math.max(place, named?.place ?? 0) });
    if (recent.length > REMEMBERED) recent.pop();
  };
  mentions.forEach((mention, at) => {
    if (mention.quoted) return;
    const here = sentence[mention.first] ?? 0;
    const word = wordAt(words, mention.first);
    if (mention.type === 'pronoun' && word === 'who') {
      of[at] = antecedent(words, mentions, of, at);
      return;
    }
    if (mention.type !== 'pronoun') {
      const entity = of[at] ?? null;
      if (entity === null || !mayBeMeant(words, mention, entity)) {
        places.pass(words, mention, here);
        return;
      }
      const place = places.placeOf(words, mention, here);
      if (isMeantAt(entity, place)) remember(entity, here, place);
      return;
    }
    const place = places.placeOf(words, mention, here);
    const gender = pronounGender.get(word);
    if (gender === undefined) return;
    const costs = isSpeaker(words, mention) ? costsOfNamed(words, mentions, of, sentence, at) : nothing;
    const person = personMeant(recent, here, gender, costs);
    if (person === undefined) return;
    of[at] = person;
    // A person called "she" is a woman: later pronouns know.
    if (person.gender === 'unknown') person.gender = gender;
    if (person.kind === 'organisation') person.kind = 'person';
    person.mentions.push(mention);
    remember(person, here, place);
  });
}

/** "He said", "“…” said she": the one who speaks; not "Roe said he". */
function isSpeaker(words: Words, { first, last }: Mention): boolean {
  return (
    strongSpeechVerbs.has(wordAt(words, last + 1)) ||
    (strongSpeechVerbs.has(wordAt(words, first - 1)) && !isWord(kindAt(words, first - 2)))
  );
}

/**
 * A person, a name that may be a person's, or somebody new and unnamed: "a guard", while "the guard" mostly was named
 * before.
 */
function mayBeMeant(words: Words, { first, head }: Mention, { kind, perhapsPerson }: Entity): boolean {
  if (kind === 'person') return true;
  if (kind === 'organisation') return perhapsPerson && !isPluralRole(wordAt(words, head));
  if (!indefinite.has(wordAt(words, first))) return false;
  const noun = wordAt(words, head);
  return personNouns.has(noun) && !isPluralRole(noun);
}

/** The unnamed must speak, what may be a body must be a subject, and of those named once speak too. */
function isMeantAt({ kind, mentions }: Entity, place: number): boolean {
  if (kind === 'person' || place === Place.speaker) return true;
  return kind === 'organisation' && place > Place.object && mentions.length > 1;
}

const indefinite = new Set(['a', 'an', 'another']);

function personMeant(
  recent: readonly Named[],
  here: number,
  gender: Gender,
  costs: ReadonlyMap<Entity, number>,
): Entity | undefined {
  let best: Entity | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const { entity, sentence, place } of recent) {
    if (entity.gender !== gender && entity.gender !== 'unknown') continue;
    const value =
      place -
      DISTANCE * (here - sentence) +
      (entity.gender === gender ? KNOWN_GENDER : 0) -
      (entity.kind === 'organisation' ? PERHAPS_BODY : 0) -
      (costs.get(entity) ?? 0);
    if (value <= most) continue;
    best = entity;
    most = value;
  }
  return best;
}

/** Mentions before and behind a pronoun that are looked at; more don't stand in one sentence. */
const NEAR = 24;
const nothing: ReadonlyMap<Entity, number> = new Map();

/**
 * What it costs that the sentence of a pronoun that speaks names somebody as well: "he said Roe would stay" is not Roe,
 * and "“Roe will stay,” he said" hardly.
 */
function costsOfNamed(
  words: Words,
  mentions: readonly Mention[],
  of: readonly (Entity | null)[],
  sentence: Int32Array,
  at: number,
): ReadonlyMap<Entity, number> {
  const here = sentence[mentions[at]?.first ?? 0];
  const costs = new Map<Entity, number>();
  const clauseEnd = endOfClause(words, mentions[at]?.last ?? 0);
  for (let k = Math.max(0, at - NEAR); k <= at + NEAR; k++) {
    const mention = mentions[k];
    const entity = of[k] ?? null;
    if (mention?.type !== 'name' || entity === null || sentence[mention.first] !== here) continue;
    if (!mention.quoted && k > at) {
      if (mention.first < clauseEnd) costs.set(entity, Number.POSITIVE_INFINITY);
    } else if (mention.quoted && !costs.has(entity)) costs.set(entity, NAMED_IN_QUOTE);
  }
  return costs;
}

/** The first comma, stop or mark behind a token. */
function endOfClause(words: Words, from: number): number {
  let at = from + 1;
  while (at < from + NEAR && isWord(kindAt(words, at))) at++;
  return at;
}

const beforeWho = new Set([',', '—', '–', '-', '(']);

function antecedent(
  words: Words,
  mentions: readonly Mention[],
  of: readonly (Entity | null)[],
  at: number,
): Entity | null {
  const first = mentions[at]?.first ?? 0;
  for (let k = at - 1; k >= 0 && k >= at - 3; k--) {
    const last = mentions[k]?.last ?? -1;
    if (last === first - 1 || (last === first - 2 && beforeWho.has(wordAt(words, first - 1))))
      return of[k] ?? null;
  }
  return null;
}
