/** Reads time zones the way people write them, and gives each its one modern IANA name. */
import { distance } from 'fastest-levenshtein';
import { CourantError } from '../domain/errors.ts';
import { remembering } from '../domain/remembering.ts';
import {
  AMBIGUOUS_ABBREVIATIONS,
  CITIES,
  CITIES_ELSEWHERE,
  RENAMED_ZONES,
  ZONE_ABBREVIATIONS,
} from './zone-names.ts';

/** The longest name anyone writes a zone with: "ho chi minh city", "argentina/buenos aires". */
export const LONGEST_ZONE_WORDS = 4;

const names: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').map((name) => RENAMED_ZONES[name] ?? name),
];

/** "berlin" and "new york" -> zone; where a city has several names, each is there. */
const byCity: ReadonlyMap<string, string> = new Map([
  ...names.map((name) => [plain(name.slice(name.lastIndexOf('/') + 1)), name] as const),
  ...Object.entries(CITIES),
  ...Object.entries(CITIES_ELSEWHERE).flatMap(([zone, cities]) =>
    cities.split(', ').map((city) => [plain(city), zone] as const),
  ),
]);

/**
 * The IANA name of a zone named by its IANA name in any case, a city, an abbreviation or a whole-hour offset.
 * @returns null when nothing is known by this name, or when several zones are
 * @example readZone('kyiv') // 'Europe/Kyiv'
 * @example readZone('UTC+2') // 'Etc/GMT-2'
 */
export function readZone(name: string): string | null {
  return zoneOf(name);
}

/** A line of many words asks for the same few over and over, and Intl's answer is dear. */
const zoneOf = remembering(1000, (name: string): string | null => {
  const words = plain(name);
  const known = ZONE_ABBREVIATIONS.get(words) ?? byCity.get(words);
  if (known) return known;
  if (AMBIGUOUS_ABBREVIATIONS.has(words)) return null;
  return fixedOffset(words) ?? ianaName(name.trim().replaceAll(' ', '_'));
});

/**
 * The same, refusing what is no zone.
 * @throws CourantError `invalid`, with the nearest names as the mend
 */
export function validateZone(name: string): string {
  const zone = readZone(name);
  if (zone) return zone;
  throw new CourantError('invalid', `“${name.trim().slice(0, 60)}” is not a time zone I know.`, {
    mend: mendFor(name),
  });
}

/** Whether a word is one of several zones' abbreviation, and which. */
export function zonesMeantBy(word: string): readonly string[] {
  return AMBIGUOUS_ABBREVIATIONS.get(plain(word)) ?? [];
}

function mendFor(name: string): string {
  const meant = zonesMeantBy(name);
  if (meant.length > 0) return `It could be ${listed(meant)}: name one of them.`;
  const near = nearestZones(name);
  return near.length > 0
    ? `Did you mean ${listed(near)}?`
    : 'Name a city or an IANA zone, such as Europe/Kyiv.';
}

/** Up to three zones whose name or city is spelt almost like this, nearest first. */
export function nearestZones(name: string): readonly string[] {
  const words = plain(name).slice(0, 60);
  const city = words.slice(words.lastIndexOf('/') + 1);
  const allowed = Math.max(1, Math.floor(city.length / 3));
  const near = [...byCity]
    .map(([spelling, zone]) => ({ zone, far: distance(city, spelling) }))
    .filter(({ far }) => far <= allowed)
    .sort((a, b) => a.far - b.far);
  return [...new Set(near.map(({ zone }) => zone))].slice(0, 3);
}

/** Intl accepts every IANA name and link in any case; offsets and what else it takes are not names. */
function ianaName(name: string): string | null {
  if (!/^[a-z][a-z0-9_+/-]*$/i.test(name)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return RENAMED_ZONES[timeZone] ?? timeZone;
  } catch {
    return null;
  }
}

/** "utc+2" -> Etc/GMT-2: IANA turns the sign round. Only whole hours have such a zone. */
function fixedOffset(words: string): string | null {
  const match = /^(?:utc|gmt) ?([+-]) ?(\d{1,2})(?::?00)?$/.exec(words);
  if (!match) return null;
  const hours = Number(match[2]);
  if (hours === 0) return 'UTC';
  const ahead = match[1] === '+';
  return hours <= (ahead ? 14 : 12) ? `Etc/GMT${ahead ? '-' : '+'}${hours}` : null;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .replaceAll('.', '')
    .trim();
}

function listed(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(items);
}
