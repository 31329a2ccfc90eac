import type { Plural } from '../labels/label-set.ts';
import type { en } from './en.ts';

type English = typeof en;

export type PhraseName = keyof English;

/** The names between braces: "{n} of {least}" has 'n' and 'least'. */
type PlacesIn<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesIn<Rest>
  : never;

/** What is to be filled into a phrase. */
export type PlacesOf<Name extends PhraseName> = English[Name] extends {
  readonly other: infer Text extends string;
}
  ? PlacesIn<Text>
  : PlacesIn<Extract<English[Name], string>>;

/** Any text with each of these places in it. */
type TextWith<Place extends string> = [Place] extends [never]
  ? string
  : (Place extends string ? (text: `${string}{${Place}}${string}`) => void : never) extends (
        text: infer Each extends string,
      ) => void
    ? Each
    : never;

/**
 * Every phrase of answers in one language. `Form` names the plural forms the language has besides `other`. A phrase, a
 * form or a place to fill that is left out is a type error; forms of one and two may say the number in words.
 */
export type Phrases<Form extends Intl.LDMLPluralRule = never> = {
  readonly [Name in PhraseName]: English[Name] extends string
    ? TextWith<PlacesOf<Name>>
    : Plural<Form, TextWith<Exclude<PlacesOf<Name>, 'n'>>> & { readonly other: TextWith<PlacesOf<Name>> };
};
