import type { Speaker, SpeakerKind } from '../../src/domain/quote.ts';
import { remembering } from '../../src/domain/remembering.ts';
import { sameFirstName } from './nicknames.ts';
import { soundKey } from './transliteration.ts';

/** One speaker of a story, gathered from its articles. */
export type MergedSpeaker = {
  /** The full form most articles use. */
  readonly name: string;
  readonly role: string | null;
  readonly kind: SpeakerKind;
  /** The speakers of the single articles that are this one. */
  readonly members: readonly Speaker[];
};

/** More bearers of one surname, and forms of one name, than any story has: a hostile one must not be slow to merge. */
const MOST_BEARERS = 24;
const MOST_FORMS = 12;

const generation = /^(?:jr|sr|ii|iii|iv)\.?$/i;

function nameParts(name: string): string[] {
  return name.split(/[\s,]+/u).filter((word) => word !== '' && !generation.test(word));
}

/** `soundKey`, asked once a name. */
type Sound = (name: string) => string;

/** Two given names, in any of the spellings and short forms they come in. */
function sameGivenName(a: string, b: string, sound: Sound): boolean {
  return sameFirstName(a.toLowerCase(), b.toLowerCase()) || sound(a) === sound(b);
}

function isFather(name: string): boolean {
  return /\bSr\.?$/u.test(name);
}

function isSon(name: string): boolean {
  return /\bJr\.?$/u.test(name);
}

/**
 * Joins the speakers of a story's articles: one person under all spellings and short forms is one, with the role most
 * articles give; bearers of one surname with different first names stay apart, and a surname alone joins a full name
 * only where the story has just one; a single word that one article could take for an organisation is such a surname
 * where another names its bearer in full. Unnamed speakers are never joined: "an official" of two outlets may be two.
 */
export function mergeSpeakers(articles: readonly (readonly Speaker[])[]): MergedSpeaker[] {
  const groups: Speaker[][] = [];
  const byKey = new Map<string, Speaker[][]>();
  const add = (key: string, group: Speaker[]): void => {
    groups.push(group);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [group]);
    else if (known.length < MOST_BEARERS) known.push(group);
  };
  const addOther = (speaker: Speaker): void => {
    const key = `${speaker.kind} ${sound(speaker.name.replace(/^the\s+/iu, ''))}`;
    const group = byKey.get(key)?.[0];
    if (group === undefined) add(key, [speaker]);
    else group.push(speaker);
  };
  const speakers = articles.flat();
  const sound = remembering(2 * speakers.length + 1, soundKey);
  const alone: Speaker[] = [];

  for (const speaker of speakers) {
    if (speaker.kind === 'unnamed') {
      groups.push([speaker]);
      continue;
    }
    const parts = nameParts(speaker.name);
    if (parts.length < 2 && speaker.kind !== 'document') alone.push(speaker);
    else if (speaker.kind !== 'person') addOther(speaker);
    else {
      const key = `person ${sound(parts.at(-1) ?? '')}`;
      const group = byKey
        .get(key)
        ?.find((others) => others.slice(0, MOST_FORMS).some((other) => samePerson(speaker, other, sound)));
      if (group === undefined) add(key, [speaker]);
      else group.push(speaker);
    }
  }
  for (const speaker of alone) {
    const key = `person ${sound(speaker.name)}`;
    const bearers = byKey.get(key) ?? [];
    const [only] = bearers;
    if (only !== undefined && bearers.length === 1) only.push(speaker);
    else if (speaker.kind === 'person') add(key, [speaker]);
    else addOther(speaker);
  }
  return groups.map(describe);
}

function samePerson(a: Speaker, b: Speaker, sound: Sound): boolean {
  if ((isSon(a.name) && !isSon(b.name)) || (isSon(b.name) && !isSon(a.name))) return false;
  if (isFather(a.name) !== isFather(b.name)) return false;
  return sameGivenName(nameParts(a.name)[0] ?? '', nameParts(b.name)[0] ?? '', sound);
}

/** The value most members have, the first of several; null when none has one. */
function mostFrequent(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

function describe(members: readonly Speaker[]): MergedSpeaker {
  const full = members.filter((member) => nameParts(member.name).length > 1);
  const named = (full.length > 0 ? full : members).map((member) => member.name);
  return {
    name: mostFrequent(named) ?? '',
    role: mostFrequent(members.map((member) => member.role)),
    kind: members[0]?.kind ?? 'person',
    members,
  };
}
