import type { Plural } from '../labels/label-set.ts';
import type { en } from './en.ts';
import type { faults } from './faults/en.ts';

type English = typeof en & typeof faults;

export type PhraseName = keyof English;

/** The names between braces: "{n} of {least}" has 'n' and 'least'. */
type PlacesIn<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesIn<Rest>
  : never;

type PlacesOfPhrase<Phrase> = Phrase extends { readonly other: infer Text extends string }
  ? PlacesIn<Text>
  : PlacesIn<Extract<Phrase, string>>;

/** What is to be filled into a phrase. */
export type PlacesOf<Name extends PhraseName> = PlacesOfPhrase<English[Name]>;

/** Any text with each of these places in it. */
type TextWith<Place extends string> = [Place] extends [never]
  ? string
  : (Place extends string ? (text: `${string}{${Place}}${string}`) => void : never) extends (
        text: infer Each extends string,
      ) => void
    ? Each
    : never;

type Translated<Set, Form extends Intl.LDMLPluralRule> = {
  readonly [Name in keyof Set]: Set[Name] extends string
    ? TextWith<PlacesOfPhrase<Set[Name]>>
    : Plural<Form, TextWith<Exclude<PlacesOfPhrase<Set[Name]>, 'n'>>> & {
        readonly other: TextWith<PlacesOfPhrase<Set[Name]>>;
      };
};

/**
 * Every phrase of answers in one language. `Form` names the plural forms the language has besides `other`. A phrase, a
 * form or a place to fill that is left out is a type error; forms of one and two may say the number in words.
 */
export type Phrases<Form extends Intl.LDMLPluralRule = never> = Translated<typeof en, Form>;

/** The same for what others refuse us. */
export type Faults<Form extends Intl.LDMLPluralRule = never> = Translated<typeof faults, Form>;
