/** What shows that a name is a person's, and not a body's or a place's. */
import type { SpeakerKind } from '../../src/domain/quote.ts';
import { roleBehind } from './appositions.ts';
import { describesPerson, isLand, namesBody } from './bodies.ts';
import { isFirstName } from './first-names.ts';
import type { Mention } from './mentions.ts';
import { shownName } from './name-parts.ts';
import { strongSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { Kind, kindAt, type Words, wordAt } from './words.ts';

/** What begins a surname of several words: "Jane Van Roe", "Jane bin Roe". */
const surnameParticles = wordSet('le van von vander bin ibn al el della ter ten');

export function looksLikePerson(words: Words, mention: Mention, parts: readonly string[]): boolean {
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
export function isApposedAsPerson(words: Words, mention: Mention): boolean {
  if (wordAt(words, mention.last + 1) !== ',') return false;
  const behind = wordAt(words, mention.last + 3);
  const aged = kindAt(words, mention.last + 2) === Kind.Number && (behind === ',' || behind === '.');
  return aged || roleBehind(words, mention) !== null;
}

/**
 * A name that is no acronym, has no "the" and no word of a body: "Holm" may be a person, "Bo Li Holm" too, "NATO" and
 * "the Kremlin" not.
 */
export function couldBePerson(words: Words, mention: Mention, parts: readonly string[]): boolean {
  if (parts.length > 4 || wordAt(words, mention.phraseFirst - 1) === 'the') return false;
  if (parts.length === 1 && isLand(parts[0] ?? '')) return false;
  for (let k = mention.first; k <= mention.last; k++) if (kindAt(words, k) !== Kind.Capital) return false;
  return !namesBody(parts, shownName(words, mention));
}

/** "Holm said", said of somebody named at length before: only people go by the last word of their name. */
export function speaksBySurname(
  words: Words,
  mention: Mention,
  { parts }: { readonly parts: readonly string[] },
): boolean {
  const beside = [wordAt(words, mention.last + 1), wordAt(words, mention.phraseFirst - 1)];
  return parts.length > 1 && beside.some((word) => strongSpeechVerbs.has(word));
}

export function kindOf(words: Words, mention: Mention, parts: readonly string[]): SpeakerKind {
  if (describesPerson(parts)) return 'unnamed';
  return looksLikePerson(words, mention, parts) ? 'person' : 'organisation';
}
