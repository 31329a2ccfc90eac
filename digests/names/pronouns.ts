import type { Entity, Gender } from './entities.ts';
import type { Mention } from './mentions.ts';
import { Kind, kindAt, type Words, wordAt } from './words.ts';

const pronounGender = new Map<string, Gender>([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['she', 'female'],
  ['her', 'female'],
]);

function fits(entity: Entity | null, gender: Gender): entity is Entity {
  return entity !== null && (entity.gender === gender || entity.gender === 'unknown');
}

/**
 * Gives he and she the person they stand for: the subject of this sentence or the one before, else whoever was last
 * named of that gender; "who" its antecedent. Other pronouns stay open.
 */
export function resolvePronouns(words: Words, mentions: readonly Mention[], of: (Entity | null)[]): void {
  const lastNamed: Record<'male' | 'female', Entity | null> = { male: null, female: null };
  const lastSubject: Record<'male' | 'female', Entity | null> = { male: null, female: null };
  mentions.forEach((mention, at) => {
    if (mention.quoted) return;
    if (mention.type !== 'pronoun') {
      const entity = of[at] ?? null;
      if (entity?.kind !== 'person') return;
      for (const gender of ['male', 'female'] as const) {
        if (!fits(entity, gender)) continue;
        lastNamed[gender] = entity;
        if (isSubject(words, mention)) lastSubject[gender] = entity;
      }
      return;
    }
    const word = wordAt(words, mention.first);
    if (word === 'who') {
      of[at] = antecedent(words, mentions, of, at);
      return;
    }
    const gender = pronounGender.get(word);
    if (gender !== 'male' && gender !== 'female') return;
    const subject = lastSubject[gender];
    const person = fits(subject, gender) ? subject : lastNamed[gender];
    if (person === null) return;
    of[at] = person;
    // A person called "she" is a woman: later pronouns know.
    if (person.gender === 'unknown') person.gender = gender;
    person.mentions.push(mention);
    lastNamed[gender] = person;
  });
}

function antecedent(
  words: Words,
  mentions: readonly Mention[],
  of: readonly (Entity | null)[],
  at: number,
): Entity | null {
  const first = mentions[at]?.first ?? 0;
  for (let k = at - 1; k >= 0 && k >= at - 3; k--) {
    const last = mentions[k]?.last ?? -1;
    if (last === first - 1 || (last === first - 2 && wordAt(words, first - 1) === ',')) return of[k] ?? null;
  }
  return null;
}

/** A name at the head of a sentence or beside a verb, not behind a preposition. */
function isSubject(words: Words, mention: Mention): boolean {
  if (mention.possessive) return false;
  const before = kindAt(words, mention.phraseFirst - 1);
  if (before === Kind.Break || before === Kind.Mark) return true;
  const word = wordAt(words, mention.phraseFirst - 1);
  if (word === '.' || word === '?' || word === '!') return true;
  const behind = wordAt(words, mention.last + 1);
  return (
    word === 'said' ||
    behind === 'said' ||
    behind === 'told' ||
    behind === 'says' ||
    behind === 'was' ||
    behind === 'has' ||
    behind === 'is'
  );
}
