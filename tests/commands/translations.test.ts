import { describe, expect, it } from 'vitest';
import { commandJson } from '../../adapters/discord/command-json.ts';
import { commandSpecs } from '../../src/commands/specs.ts';
import { translated } from '../../src/commands/translations/translated.ts';
import { languages } from '../../src/domain/languages.ts';
import { violations } from '../counterparts/discord-spec.ts';

const specs = translated(commandSpecs);
const everything = specs.flatMap((spec) => [
  spec,
  ...spec.options,
  ...spec.subcommands.flatMap((sub) => [sub, ...sub.options]),
]);

describe('descriptions of commands', () => {
  it.each(languages.filter((language) => language !== 'en'))(
    'are all there in %s, within Discord’s hundred characters',
    (language) => {
      for (const { description, descriptions } of everything) {
        expect(descriptions?.[language], description).toBeTruthy();
        expect(descriptions?.[language]?.length, description).toBeLessThanOrEqual(100);
        expect(descriptions?.[language], description).not.toBe(description);
      }
    },
  );

  it('keep the words a person types', () => {
    for (const { description, descriptions } of everything)
      for (const words of description.match(/\d{1,2}[:dhw]\w*|Europe\/Kyiv|\bOR\b|https:\/\/…/g) ?? [])
        for (const text of Object.values(descriptions ?? {})) expect(text).toContain(words);
  });

  it('reach Discord as it wants them', () => {
    for (const spec of specs) {
      const json = commandJson(spec);
      expect(violations('ApplicationCommandCreateRequest', json)).toEqual([]);
      expect(Object.keys(json.description_localizations ?? {})).toEqual([
        'uk',
        'de',
        'es-ES',
        'es-419',
        'fr',
      ]);
    }
  });

  it('keep each command within the 8,000 characters that Discord counts of a language', () => {
    for (const spec of specs)
      for (const language of ['uk', 'de', 'es', 'fr']) {
        const texts = [spec, ...spec.options, ...spec.subcommands.flatMap((sub) => [sub, ...sub.options])];
        const size = texts.reduce(
          (sum, { name, descriptions }) => sum + name.length + (descriptions?.[language]?.length ?? 0),
          0,
        );
        expect(size).toBeLessThan(8000);
      }
  });
});
