import type { SpeakerKind } from '../../src/domain/quote.ts';
import { femaleFirstNames, maleFirstNames } from './first-names.ts';
import type { Mention } from './mentions.ts';
import { courtesyTitles } from './name-words.ts';
import { documentNouns, organisationNouns, personNouns } from './role-nouns.ts';
import { wordSet } from './word-set.ts';
import { Kind, type Words } from './words.ts';

export type Gender = 'male' | 'female' | 'unknown';

/** Everything of an article that goes by one name. */
export type Entity = {
  /** The fullest form met, without title. */
  name: string;
  kind: SpeakerKind;
  gender: Gender;
  /** Lower-case words of the fullest form. */
  parts: readonly string[];
  mentions: Mention[];
};

const generations = wordSet('jr jr. sr sr. ii iii iv');
const organisationWords = wordSet(`
  association department bureau university college institute foundation committee council congress senate house ministry agency
  commission administration union party bank corporation inc inc. corp corp. company group times post journal news network center
  centre court league federation fund society church coalition campaign pac board office service services guardian tribune herald
  press nations states kingdom army navy police force hospital school international alliance action america research project project
`);

function namePart(words: Words, token: number): string {
  return (words.lower[token] ?? '').replace(/\.$/, '');
}

/** The words of a name without what stands for the generation: "Bush" of "John Smith Bush Jr.". */
function partsOf(words: Words, mention: Mention): string[] {
  const parts: string[] = [];
  for (let k = mention.first; k <= mention.last; k++) {
    if ((words.kinds[k] ?? 0) < Kind.Lower) continue;
    const part = namePart(words, k);
    if (!generations.has(part)) parts.push(part);
  }
  return parts;
}

function genderOf(words: Words, mention: Mention, parts: readonly string[]): Gender {
  for (let k = mention.phraseFirst; k < mention.first; k++) {
    const title = namePart(words, k);
    if (
      title === 'mr' ||
      title === 'sir' ||
      title === 'king' ||
      title === 'prince' ||
      title === 'congressman'
    )
      return 'male';
    if (
      title === 'mrs' ||
      title === 'ms' ||
      title === 'miss' ||
      title === 'dame' ||
      title === 'queen' ||
      title === 'congresswoman'
    )
      return 'female';
  }
  const first = parts[0] ?? '';
  if (parts.length > 1) {
    if (maleFirstNames.has(first)) return 'male';
    if (femaleFirstNames.has(first)) return 'female';
  }
  return 'unknown';
}

function looksLikePerson(words: Words, mention: Mention, parts: readonly string[]): boolean {
  for (let k = mention.phraseFirst; k < mention.first; k++) {
    const title = namePart(words, k);
    if (courtesyTitles.has(title)) return true;
  }
  if (parts.some((part) => organisationWords.has(part))) return false;
  if (mention.phraseFirst < mention.first) return true;
  const first = parts[0] ?? '';
  return (
    parts.length > 1 &&
    parts.length <= 4 &&
    (maleFirstNames.has(first) || femaleFirstNames.has(first) || parts.length === 2)
  );
}

/** The entity of every mention, by its place in `mentions`; null where a pronoun has nobody to stand for. */
export function resolveEntities(words: Words, mentions: readonly Mention[]): (Entity | null)[] {
  const of: (Entity | null)[] = new Array<Entity | null>(mentions.length).fill(null);
  const bySurname = new Map<string, Entity[]>();
  const byFirst = new Map<string, Entity>();
  const single: number[] = [];

  mentions.forEach((mention, at) => {
    if (mention.type !== 'name') return;
    const parts = partsOf(words, mention);
    if (parts.length < 2) {
      single.push(at);
      return;
    }
    const surname = parts.at(-1) ?? '';
    const family = bySurname.get(surname) ?? [];
    const gender = genderOf(words, mention, parts);
    let entity = family.find((other) => sameName(parts, other.parts));
    if (entity === undefined) {
      entity = {
        name: words.text.slice(mention.start, mention.end),
        kind: looksLikePerson(words, mention, parts) ? 'person' : 'organisation',
        gender,
        parts,
        mentions: [],
      };
      family.push(entity);
      bySurname.set(surname, family);
      const first = parts[0] ?? '';
      if (entity.kind === 'person' && !byFirst.has(first)) byFirst.set(first, entity);
    } else if (parts.length > entity.parts.length && mention.end - mention.start < 60) {
      entity.name = words.text.slice(mention.start, mention.end);
      entity.parts = parts;
    }
    if (entity.gender === 'unknown') entity.gender = gender;
    entity.mentions.push(mention);
    of[at] = entity;
  });

  for (const at of single) {
    const mention = mentions[at];
    if (mention === undefined) continue;
    const part = partsOf(words, mention)[0] ?? '';
    const gender = genderOf(words, mention, [part]);
    const family = (bySurname.get(part) ?? []).filter(
      (other) => gender === 'unknown' || other.gender === 'unknown' || other.gender === gender,
    );
    let entity = nearest(family, mention) ?? byFirst.get(part);
    if (entity === undefined) {
      entity = {
        name: words.text.slice(mention.start, mention.end),
        kind: looksLikePerson(words, mention, [part]) ? 'person' : 'organisation',
        gender,
        parts: [part],
        mentions: [],
      };
      bySurname.set(part, [...(bySurname.get(part) ?? []), entity]);
    }
    if (entity.gender === 'unknown') entity.gender = gender;
    entity.mentions.push(mention);
    of[at] = entity;
  }

  let lastMale: Entity | null = null;
  let lastFemale: Entity | null = null;
  mentions.forEach((mention, at) => {
    if (mention.quoted) return;
    const entity = of[at] ?? null;
    if (mention.type === 'name') {
      if (entity?.kind === 'person') {
        if (entity.gender !== 'female') lastMale = entity;
        if (entity.gender !== 'male') lastFemale = entity;
      }
      return;
    }
    if (mention.type === 'pronoun') {
      const word = words.lower[mention.first] ?? '';
      if (word === 'he' || word === 'him' || word === 'his') of[at] = lastMale;
      else if (word === 'she' || word === 'her') of[at] = lastFemale;
      else if (word === 'who') of[at] = of[at - 1] ?? null;
      of[at]?.mentions.push(mention);
      return;
    }
    const noun = words.lower[mention.head] ?? '';
    of[at] = {
      name: words.text.slice(mention.start, mention.end),
      kind: personNouns.has(noun)
        ? 'unnamed'
        : documentNouns.has(noun)
          ? 'document'
          : organisationNouns.has(noun)
            ? 'organisation'
            : 'unnamed',
      gender: 'unknown',
      parts: [noun],
      mentions: [mention],
    };
  });
  return of;
}

/** "Ann B. Smith" and "Ann Smith" are one; "Ann Smith" and "Bob Smith" are not. */
function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.at(-1) !== b.at(-1)) return false;
  return a[0] === b[0] || a.every((part) => b.includes(part)) || b.every((part) => a.includes(part));
}

function nearest(family: readonly Entity[], mention: Mention): Entity | undefined {
  let best: Entity | undefined;
  for (const entity of family) {
    const before = entity.mentions.some((other) => other.start < mention.start);
    if (before) best = entity;
  }
  return best ?? family[0];
}
