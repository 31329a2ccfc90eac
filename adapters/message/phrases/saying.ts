import type { Run } from '../message.ts';
import type { PhraseName, PlacesOf } from './phrase-set.ts';

/** Numbers are written as the language does, several words as alternatives: "A, B or C". */
export type Value = string | number | readonly string[] | Saying | Run;

/** A phrase and what is filled in, before it is known in which language. */
export type Saying = {
  readonly phrase: PhraseName;
  readonly values: Readonly<Record<string, Value>>;
};

/** What a phrase wants filled in; `n` is what it counts. */
export type Filling<Name extends PhraseName> = [PlacesOf<Name>] extends [never]
  ? []
  : [values: { readonly [Place in PlacesOf<Name>]: Place extends 'n' ? number : Value }];

export function saying<Name extends PhraseName>(phrase: Name, ...[values]: Filling<Name>): Saying {
  return { phrase, values: values ?? {} };
}
