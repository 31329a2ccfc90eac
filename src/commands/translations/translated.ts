import type { CommandSpec, OptionSpec } from '../../../adapters/message/command-spec.ts';
import type { Language } from '../../domain/languages.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { uk } from './uk.ts';

type Translated = Exclude<Language, 'en'>;

const languages: Readonly<Record<Translated, Readonly<Record<string, string>>>> = { uk, ar, de, es, fr };

/** The commands with their descriptions in every language: for Discord, and for `/digest help`. */
export function translated(specs: readonly CommandSpec[]): readonly CommandSpec[] {
  return specs.map((spec) => ({
    ...withDescriptions(spec),
    options: spec.options.map(withDescriptions),
    subcommands: spec.subcommands.map((sub) => ({
      ...withDescriptions(sub),
      options: sub.options.map(withDescriptions),
    })),
  }));
}

function withDescriptions<Described extends Pick<OptionSpec, 'description' | 'descriptions'>>(
  described: Described,
): Described {
  const descriptions = Object.fromEntries(
    Object.entries(languages).flatMap(([language, words]) => {
      const text = words[described.description];
      return text === undefined ? [] : [[language, text]];
    }),
  );
  return { ...described, descriptions };
}
