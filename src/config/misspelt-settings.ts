import { closest, distance } from 'fastest-levenshtein';
import { environment } from './environment.ts';
import { secretVariables } from './secret-files.ts';

/** Other programs' variables are named alike, but not as nearly as this. */
const mostLettersOff = 2;

/** What looks like a setting with a typing error, one sentence each: nobody reads it, and it would seem to be set. */
export function misspeltSettings(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const known = [...Object.keys(environment.shape), ...secretVariables.map((name) => `${name}_FILE`)];
  return Object.keys(given).flatMap((name) => {
    if (known.includes(name)) return [];
    const meant = closest(name, known);
    return distance(name, meant) <= mostLettersOff && given[meant] === undefined
      ? [`${name} is no setting. Did you mean ${meant}?`]
      : [];
  });
}
