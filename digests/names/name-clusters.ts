import type { SpeakerKind } from '../../src/domain/quote.ts';
import { roleBehind } from './appositions.ts';
import { bodyWords, describesPerson, isLand, namesBody } from './bodies.ts';
import type { Entity } from './entity.ts';
import { genderOfFirstName, isFirstName } from './first-names.ts';
import type { Gender } from './gender.ts';
import type { Mention } from './mentions.ts';
import { honours } from './name-words.ts';
import { sameFirstName } from './nicknames.ts';
import { isBareRelation, spelledOut, weightOfRole } from './role-words.ts';
import { roleBefore } from './roles.ts';
import { strongSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { Kind, kindAt, type Words, wordAt } from './words.ts';

/** A person or a body that the article names. */
export type NamedEntity = Entity & {
  /** Lower-case words of the fullest form, without what stands for the generation. */
  parts: readonly string[];
  /** Named with "Jr.". */
  junior: boolean;
};

const generations = wordSet('jr sr ii iii iv v');
const numerals = wordSet('ii iii iv v');
const maleTitles = wordSet('mr sir king prince congressman lord');
const femaleTitles = wordSet('mrs ms miss dame queen princess congresswoman lady');
/** What begins a surname of several words: "Jane Van Roe", "Jane bin Roe". */
const surnameParticles = wordSet('le van von vander bin ibn al el della ter ten');

function part(words: Words, token: number): string {
  const word = wordAt(words, token);
  return word.endsWith('.') ? word.slice(0, -1) : word;
}

function isHonour(words: Words, mention: Mention, token: number): boolean {
  return token - mention.first >= 2 && kindAt(words, token) === Kind.Upper && honours.has(part(words, token));
}

function partsOf(words: Words, mention: Mention): string[] {
  const parts: string[] = [];
  for (let k = mention.first; k <= mention.last; k++) {
    if (kindAt(words, k) < Kind.Lower) continue;
    const word = part(words, k);
    if (!generations.has(word) && !isHonour(words, mention, k)) parts.push(word);
  }
  return parts;
}

/** The name as it is shown: without honours, nor "III" behind a surname, which papers drop too; "Jr." stays, it tells son from father. */
function shownName(words: Words, mention: Mention): string {
  let last = mention.last;
  while (isHonour(words, mention, last)) last--;
  if (last - mention.first >= 2 && numerals.has(part(words, last))) last--;
  if (wordAt(words, last) === ',') last--;
  return words.text.slice(mention.start, words.ends[last] ?? mention.end);
}

function isJunior(words: Words, { last }: Mention): boolean {
  return part(words, last) === 'jr';
}

function titleGender(words: Words, mention: Mention): Gender {
  for (let k = mention.phraseFirst; k < mention.first; k++) {
    const title = part(words, k);
    if (maleTitles.has(title)) return 'male';
    if (femaleTitles.has(title)) return 'female';
  }
  return 'unknown';
}

function genderOf(words: Words, mention: Mention, parts: readonly string[]): Gender {
  const byTitle = titleGender(words, mention);
  const first = parts[0] ?? '';
  if (byTitle !== 'unknown' || parts.length < 2) return byTitle;
  return genderOfFirstName(first);
}

function looksLikePerson(words: Words, mention: Mention, parts: readonly string[]): boolean {
  // only titles, offices and trades are left out of a name
  const titled = mention.phraseFirst < mention.first;
  if (!titled && (parts.length < 2 || parts.length > 4)) return false;
  if (titled && isFirstName(parts[0] ?? '')) return true;
  if (namesBody(parts, shownName(words, mention))) return false;
  if (titled) return true;
  const first = parts[0] ?? '';
  // initials: "R. K. Roe", "Rok K. Roe"
  if (isFirstName(first) || parts.slice(0, -1).some((word) => word.length === 1)) return true;
  if (parts.slice(1, -1).some((word) => surnameParticles.has(word))) return true;
  return parts.length === 2 && wordAt(words, mention.phraseFirst - 1) !== 'the';
}

/** "Holm, 54, a former judge": only people have an age or a trade behind their name. */
function isApposedAsPerson(words: Words, mention: Mention): boolean {
  if (wordAt(words, mention.last + 1) !== ',') return false;
  const behind = wordAt(words, mention.last + 3);
  const aged = kindAt(words, mention.last + 2) === Kind.Number && (behind === ',' || behind === '.');
  return aged || roleBehind(words, mention) !== null;
}

/**
 * A name that is no acronym, has no "the" and no word of a body: "Holm" may be a person, "Bo Li Holm" too, "NATO" and
 * "the Kremlin" not.
 */
function couldBePerson(words: Words, mention: Mention, parts: readonly string[]): boolean {
  if (parts.length > 4 || wordAt(words, mention.phraseFirst - 1) === 'the') return false;
  if (parts.length === 1 && isLand(parts[0] ?? '')) return false;
  for (let k = mention.first; k <= mention.last; k++) if (kindAt(words, k) !== Kind.Capital) return false;
  return !namesBody(parts, shownName(words, mention));
}

/** "Holm said", said of somebody named at length before: only people go by the last word of their name. */
function speaksBySurname(words: Words, mention: Mention, entity: NamedEntity): boolean {
  const beside = [wordAt(words, mention.last + 1), wordAt(words, mention.phraseFirst - 1)];
  return entity.parts.length > 1 && beside.some((word) => strongSpeechVerbs.has(word));
}

/** "Ann B. Smith" and "Ann Smith" are one, "Bob" and "Robert Smith" too; "Ann Smith" and "Bob Smith" are not. */
function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.at(-1) !== b.at(-1)) return false;
  const [first = '', other = ''] = [a[0], b[0]];
  return (
    sameFirstName(first, other) || a.every((word) => b.includes(word)) || b.every((word) => a.includes(word))
  );
}

/** Of the bearers of a surname the one meant: last named in full before, else the one named most. */
function bearerMeant(family: readonly NamedEntity[], mention: Mention): NamedEntity | undefined {
  const before = family.filter((entity) => (entity.mentions[0]?.start ?? 0) <= mention.start);
  const choice = before.length > 0 ? before : family;
  return choice.reduce<NamedEntity | undefined>((best, entity) => {
    if (best === undefined) return entity;
    return entity.mentions.length > best.mentions.length ? entity : best;
  }, undefined);
}

/** "Jane" is any Jane; the first word of another name, as "Xi", is of one named in full before. */
function calledByFirst(bearers: readonly NamedEntity[], { start }: Mention): readonly NamedEntity[] {
  return bearers.filter(
    ({ parts, mentions }) => isFirstName(parts[0] ?? '') || (mentions[0]?.start ?? start) < start,
  );
}

function kindOf(words: Words, mention: Mention, parts: readonly string[]): SpeakerKind {
  if (describesPerson(parts)) return 'unnamed';
  return looksLikePerson(words, mention, parts) ? 'person' : 'organisation';
}

function create(words: Words, mention: Mention, parts: readonly string[], gender: Gender): NamedEntity {
  return {
    name: shownName(words, mention),
    role: null,
    perhapsPerson: couldBePerson(words, mention, parts),
    kind: kindOf(words, mention, parts),
    gender,
    parts,
    junior: isJunior(words, mention),
    mentions: [],
  };
}

/** More bearers of one name than any article has; beyond it a hostile text would make every look-up long. */
const MOST_BEARERS = 24;

function addBearer(map: Map<string, NamedEntity[]>, key: string, entity: NamedEntity): void {
  const bearers = map.get(key);
  if (bearers === undefined) map.set(key, [entity]);
  else if (bearers.length < MOST_BEARERS) bearers.push(entity);
}

/** "the Ohio Roe rally": a surname behind the name of a land, where somebody is named so in full. */
function isPlacedSurname(parts: readonly string[]): boolean {
  return parts.length === 2 && isLand(parts[0] ?? '') && !bodyWords.has(parts[1] ?? '');
}

/** "President Roe" is whoever "Mr. Roe" and "Mrs. Roe" are, and these are told apart first. */
function mrAndMrsFirst(
  words: Words,
  mentions: readonly Mention[],
  surnames: readonly number[],
): readonly number[] {
  const isTold = (at: number): boolean => {
    const mention = mentions[at];
    return mention !== undefined && titleGender(words, mention) !== 'unknown';
  };
  return [...surnames.filter(isTold), ...surnames.filter((at) => !isTold(at))];
}

/** Gathers the names of an article into people and bodies, writes each mention's into `of`, and gives them all. */
export function clusterNames(
  words: Words,
  mentions: readonly Mention[],
  of: (Entity | null)[],
): NamedEntity[] {
  const bySurname = new Map<string, NamedEntity[]>();
  const byFirstName = new Map<string, NamedEntity[]>();
  const all: NamedEntity[] = [];
  const surnamesAlone: number[] = [];

  const join = (entity: NamedEntity, at: number, mention: Mention, gender: Gender): void => {
    if (entity.gender === 'unknown') entity.gender = gender;
    entity.mentions.push(mention);
    of[at] = entity;
  };

  mentions.forEach((mention, at) => {
    if (mention.type !== 'name') return;
    const parts = partsOf(words, mention);
    if (parts.length < 2 || isPlacedSurname(parts)) {
      surnamesAlone.push(at);
      return;
    }
    const gender = genderOf(words, mention, parts);
    const surname = parts.at(-1) ?? '';
    const junior = isJunior(words, mention);
    // Whoever was named in full without "Jr." before is the father.
    let entity = bySurname
      .get(surname)
      ?.find((other) => sameName(parts, other.parts) && (!junior || other.junior));
    if (entity === undefined) {
      entity = create(words, mention, parts, gender);
      all.push(entity);
      addBearer(bySurname, surname, entity);
      if (entity.kind === 'person') addBearer(byFirstName, parts[0] ?? '', entity);
    } else if (parts.length > entity.parts.length && parts.length <= 4) {
      entity.name = shownName(words, mention);
      entity.parts = parts;
    }
    if (entity.kind === 'organisation' && entity.perhapsPerson && isApposedAsPerson(words, mention))
      entity.kind = 'person';
    join(entity, at, mention, gender);
  });

  for (const at of mrAndMrsFirst(words, mentions, surnamesAlone)) {
    const mention = mentions[at];
    if (mention === undefined) continue;
    const parts = partsOf(words, mention);
    const word = parts.at(-1) ?? '';
    const gender = titleGender(words, mention);
    const family = (bySurname.get(word) ?? []).filter(
      (other) =>
        (gender === 'unknown' || other.gender === 'unknown' || other.gender === gender) &&
        (parts.length < 2 || other.kind === 'person'),
    );
    // "President Roe" beside "Jane Roe": he whom nobody names in full.
    const titled = mention.phraseFirst < mention.first;
    let entity =
      (titled ? family.find((other) => other.parts.length === 1) : undefined) ?? bearerMeant(family, mention);
    if (entity === undefined)
      entity = bearerMeant(calledByFirst(byFirstName.get(word) ?? [], mention), mention);
    if (entity === undefined) {
      entity = create(words, mention, parts, gender);
      all.push(entity);
      addBearer(bySurname, word, entity);
    }
    if (
      entity.kind === 'organisation' &&
      (looksLikePerson(words, mention, parts) ||
        (entity.perhapsPerson &&
          (isApposedAsPerson(words, mention) || speaksBySurname(words, mention, entity))))
    )
      entity.kind = 'person';
    join(entity, at, mention, gender);
  }
  for (const entity of all) {
    entity.mentions.sort((a, b) => a.start - b.start);
    entity.name = calmName(words, entity);
    entity.role = roleOf(words, entity);
  }
  return all;
}

/** A name written in capitals, as datelines and transcripts have it, in the letters it has elsewhere. */
function calmName(words: Words, { name, parts, mentions }: NamedEntity): string {
  const last = mentions[0]?.last ?? 0;
  if (kindAt(words, last) !== Kind.Upper || name.length <= LONGEST_ACRONYM || name !== name.toUpperCase())
    return name;
  const calm = mentions.find(
    (mention) =>
      mention.last - mention.first + 1 === parts.length && kindAt(words, mention.last) === Kind.Capital,
  );
  return calm === undefined ? name : shownName(words, calm);
}

const LONGEST_ACRONYM = 5;

/** The first full role the article gives; a vague one ("Sen.", "rival") only where there is nothing better. */
function roleOf(words: Words, entity: NamedEntity): string | null {
  if (entity.kind !== 'person') return null;
  let best: string | null = null;
  for (const mention of entity.mentions.slice(0, 12)) {
    if (mention.quoted) continue;
    const role = roleBehind(words, mention) ?? roleBefore(words, mention);
    if (role === null || isBareRelation(role)) continue;
    const weight = weightOfRole(role);
    if (weight === 2) return spelledOut(role);
    if (best === null || weight > weightOfRole(best)) best = role;
  }
  return best === null ? null : spelledOut(best);
}
