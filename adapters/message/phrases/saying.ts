import type { Weekday } from '../../../src/domain/schedule.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Run } from '../message.ts';
import type { PhraseName, PlacesOf } from './phrase-set.ts';

/** What fills a place, before it is known in which language: numbers, lists, hours and days are written as it does. */
export type Value = string | number | Alternatives | All | Times | Days | Moment | Saying | Run;

/** "A, B or C". */
type Alternatives = readonly string[];
/** "A, B and C". */
type All = { readonly all: readonly (string | Saying)[] };
/** Times of day, written "17:30" here and in the reader's way there: "17:30" or "5:30 PM". */
type Times = { readonly times: readonly string[] };
type Days = { readonly days: readonly Weekday[] };
/** By the clock of a zone: "Tuesday, 24 November at 08:00". */
export type Moment = { readonly at: Instant; readonly zone: string };

/** A phrase and what is filled in, before it is known in which language. Plain data: it can be kept. */
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
