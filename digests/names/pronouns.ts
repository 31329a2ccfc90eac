import type { Entity } from './entity.ts';
import type { Gender } from './gender.ts';
import type { Mention } from './mentions.ts';
import { Kind, kindAt, type Words, wordAt } from './words.ts';

const pronounGender = new Map<string, 'male' | 'female'>([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['she', 'female'],
  ['her', 'female'],
]);

type Named = { readonly entity: Entity; readonly sentence: number; readonly subject: boolean };

/** The persons of one gender named last, newest first: enough of them to find this sentence's and the one's before. */
type Recent = Named[];

const REMEMBERED = 6;

/**
 * Gives he and she the person they stand for: this sentence's subject, else whoever it named last, else the subject of
 * an earlier sentence, else whoever was last named; "who" its antecedent. Other pronouns stay open.
 */
export function resolvePronouns(
  words: Words,
  mentions: readonly Mention[],
  of: (Entity | null)[],
  sentence: Int32Array,
): void {
  const recent: Record<'male' | 'female', Recent> = { male: [], female: [] };
  const remember = (gender: 'male' | 'female', named: Named): void => {
    recent[gender].unshift(named);
    if (recent[gender].length > REMEMBERED) recent[gender].pop();
  };
  mentions.forEach((mention, at) => {
    if (mention.quoted) return;
    const here = sentence[mention.first] ?? 0;
    if (mention.type !== 'pronoun') {
      const entity = of[at] ?? null;
      if (entity === null || (entity.kind !== 'person' && !entity.perhapsPerson)) return;
      const named = { entity, sentence: here, subject: isSubject(words, mention) };
      if (entity.gender !== 'female') remember('male', named);
      if (entity.gender !== 'male') remember('female', named);
      return;
    }
    const word = wordAt(words, mention.first);
    if (word === 'who') {
      of[at] = antecedent(words, mentions, of, at);
      return;
    }
    const gender = pronounGender.get(word);
    if (gender === undefined) return;
    const person = personMeant(recent[gender], here, gender);
    if (person === undefined) return;
    of[at] = person;
    // A person called "she" is a woman: later pronouns know.
    if (person.gender === 'unknown') person.gender = gender;
    person.kind = 'person';
    person.mentions.push(mention);
    remember(gender, { entity: person, sentence: here, subject: !mention.possessive && word !== 'him' });
  });
}

function personMeant(recent: Recent, here: number, gender: Gender): Entity | undefined {
  const able = recent.filter(({ entity }) => entity.gender === gender || entity.gender === 'unknown');
  const persons = able.filter(({ entity }) => entity.kind === 'person');
  // Somebody known only by a surname counts where no person is known, and only as a subject.
  const fitting = persons.length > 0 ? persons : able.filter((named) => named.subject);
  const ofSentence = fitting.filter((named) => named.sentence === here);
  // The sentence's own first subject: "Roe told Poe that he …" is Roe.
  const subject = ofSentence.findLast((named) => named.subject);
  return (subject ?? ofSentence[0] ?? fitting.find((named) => named.subject) ?? fitting[0])?.entity;
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

const predicates = new Set([
  'said',
  'told',
  'says',
  'was',
  'has',
  'is',
  'had',
  'will',
  'also',
  'who',
  'added',
]);

/** A name at the head of a sentence or beside a verb, not behind a preposition. */
function isSubject(words: Words, mention: Mention): boolean {
  if (mention.possessive) return false;
  const before = kindAt(words, mention.phraseFirst - 1);
  if (before === Kind.Break || before === Kind.Mark) return true;
  const word = wordAt(words, mention.phraseFirst - 1);
  if (word === '.' || word === '?' || word === '!' || word === 'said') return true;
  const behind = wordAt(words, mention.last + 1);
  return predicates.has(behind) || behind.endsWith('ed');
}
