import { roleBehind } from './appositions.ts';
import { bodyWords, isLand } from './bodies.ts';
import type { Entity } from './entity.ts';
import { isFirstName } from './first-names.ts';
import type { Gender } from './gender.ts';
import type { Mention } from './mentions.ts';
import { genderOf, isJunior, partsOf, shownName, titleGender } from './name-parts.ts';
import { sameFirstName } from './nicknames.ts';
import { couldBePerson, isApposedAsPerson, kindOf, looksLikePerson, speaksBySurname } from './persons.ts';
import { isBareRelation, spelledOut, weightOfRole } from './role-words.ts';
import { roleBefore } from './roles.ts';
import { Kind, kindAt, type Words } from './words.ts';

/** A person or a body that the article names. */
export type NamedEntity = Entity & {
  /** Lower-case words of the fullest form, without what stands for the generation. */
  parts: readonly string[];
  /** Named with "Jr.". */
  junior: boolean;
};

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
  const clusters = new Clusters(words);
  const surnamesAlone: number[] = [];
  mentions.forEach((mention, at) => {
    if (mention.type !== 'name') return;
    const parts = partsOf(words, mention);
    if (parts.length < 2 || isPlacedSurname(parts)) surnamesAlone.push(at);
    else of[at] = clusters.addFullName(mention, parts);
  });
  for (const at of mrAndMrsFirst(words, mentions, surnamesAlone)) {
    const mention = mentions[at];
    if (mention !== undefined) of[at] = clusters.addSurname(mention, partsOf(words, mention));
  }
  for (const entity of clusters.all) {
    entity.mentions.sort((a, b) => a.start - b.start);
    entity.name = calmName(words, entity);
    entity.role = roleOf(words, entity);
  }
  return clusters.all;
}

/** The people and bodies met so far. Surnames alone come after all full names. */
class Clusters {
  readonly all: NamedEntity[] = [];
  readonly #words: Words;
  readonly #bySurname = new Map<string, NamedEntity[]>();
  readonly #byFirstName = new Map<string, NamedEntity[]>();

  constructor(words: Words) {
    this.#words = words;
  }

  addFullName(mention: Mention, parts: readonly string[]): NamedEntity {
    const words = this.#words;
    const gender = genderOf(words, mention, parts);
    const surname = parts.at(-1) ?? '';
    const junior = isJunior(words, mention);
    // Whoever was named in full without "Jr." before is the father.
    const known = this.#bySurname
      .get(surname)
      ?.find((other) => sameName(parts, other.parts) && (!junior || other.junior));
    const entity = known ?? this.#create(mention, parts, gender, surname);
    if (known === undefined && entity.kind === 'person') addBearer(this.#byFirstName, parts[0] ?? '', entity);
    if (parts.length > entity.parts.length && parts.length <= 4) {
      entity.name = shownName(words, mention);
      entity.parts = parts;
    }
    if (entity.kind === 'organisation' && entity.perhapsPerson && isApposedAsPerson(words, mention))
      entity.kind = 'person';
    return joined(entity, mention, gender);
  }

  addSurname(mention: Mention, parts: readonly string[]): NamedEntity {
    const words = this.#words;
    const surname = parts.at(-1) ?? '';
    const gender = titleGender(words, mention);
    const entity =
      this.#meant(mention, parts, surname, gender) ?? this.#create(mention, parts, gender, surname);
    if (
      entity.kind === 'organisation' &&
      (looksLikePerson(words, mention, parts) ||
        (entity.perhapsPerson &&
          (isApposedAsPerson(words, mention) || speaksBySurname(words, mention, entity))))
    )
      entity.kind = 'person';
    return joined(entity, mention, gender);
  }

  /** Whoever of those named goes by a surname, or by a first name. */
  #meant(
    mention: Mention,
    parts: readonly string[],
    surname: string,
    gender: Gender,
  ): NamedEntity | undefined {
    const family = (this.#bySurname.get(surname) ?? []).filter(
      (other) =>
        (gender === 'unknown' || other.gender === 'unknown' || other.gender === gender) &&
        (parts.length < 2 || other.kind === 'person'),
    );
    // "President Roe" beside "Jane Roe": he whom nobody names in full.
    const titled = mention.phraseFirst < mention.first;
    const neverInFull = titled ? family.find((other) => other.parts.length === 1) : undefined;
    return (
      neverInFull ??
      bearerMeant(family, mention) ??
      bearerMeant(calledByFirst(this.#byFirstName.get(surname) ?? [], mention), mention)
    );
  }

  #create(mention: Mention, parts: readonly string[], gender: Gender, surname: string): NamedEntity {
    const entity = create(this.#words, mention, parts, gender);
    this.all.push(entity);
    addBearer(this.#bySurname, surname, entity);
    return entity;
  }
}

function joined(entity: NamedEntity, mention: Mention, gender: Gender): NamedEntity {
  if (entity.gender === 'unknown') entity.gender = gender;
  entity.mentions.push(mention);
  return entity;
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
