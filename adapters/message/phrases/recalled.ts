/** Reasons are kept in English, as logs and terminals show them; here they become phrases again, to be said to readers. */
import { faults } from './faults/en.ts';
import { type Saying, saying } from './saying.ts';

type FaultName = keyof typeof faults;
/** Whole sentences: what has a place to fill is told by its beginning. */
type Whole = {
  [Name in FaultName]: (typeof faults)[Name] extends `${string}{${string}` ? never : Name;
}[FaultName];

const byWords: ReadonlyMap<string, Whole> = new Map(
  Object.entries(faults).flatMap(([name, words]) => (isWhole(name) ? [[words, name] as const] : [])),
);
const [lostBefore = '', lostAfter = ''] = faults.permissionsLost.split('{permissions}');

/** The phrase of a kept sentence; one that nobody knows is said as it is. */
export function recalled(sentence: string): Saying {
  const name = byWords.get(sentence);
  if (name) return saying(name);
  if (sentence.startsWith(lostBefore) && sentence.endsWith(lostAfter)) {
    const names = sentence.slice(lostBefore.length, sentence.length - lostAfter.length).split(', ');
    return saying('permissionsLost', { permissions: { all: names.map(recalled) } });
  }
  return saying('asItIs', { words: sentence });
}

export function isRecalled(sentence: string): boolean {
  return recalled(sentence).phrase !== 'asItIs';
}

function isWhole(name: string): name is Whole {
  return name in faults && !Reflect.get(faults, name).includes('{');
}
