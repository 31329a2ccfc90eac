import { describe, expect, it } from 'vitest';
import { commandJson } from '../../adapters/discord/command-json.ts';
import { voiceIn } from '../../adapters/message/phrases/say.ts';
import { readSince } from '../../src/commands/since.ts';
import { commandSpecs } from '../../src/commands/specs.ts';
import { translated } from '../../src/commands/translations/translated.ts';
import { languages } from '../../src/domain/languages.ts';
import { everyDay } from '../../src/domain/schedule.ts';
import { parseSchedule } from '../../src/schedule/parse-schedule.ts';
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
      for (const words of description.match(/Europe\/Kyiv|\bOR\b|\b\d+[dhw]\b|https:\/\/…/g) ?? [])
        for (const text of Object.values(descriptions ?? {})) expect(text).toContain(words);
  });

  it.each(languages)('give examples in %s of when, and of how far back, that are understood', (language) => {
    const examplesOf = (name: string) => {
      const { description, descriptions } = everything.find((one) => one.name === name) ?? {};
      const text = descriptions?.[language] ?? description ?? '';
      return text.slice(text.indexOf(':') + 1).split(/[,،]/);
    };
    const defaults = { times: ['08:00'], days: everyDay, zone: 'UTC' };
    for (const example of examplesOf('when'))
      expect(parseSchedule(example, defaults), example).toMatchObject({ ok: true });
    for (const example of examplesOf('since'))
      expect(readSince(example, Date.parse('2025-03-01T12:00:00Z'), 'UTC'), example).not.toBeNull();
    const hint = voiceIn(language).text('whenHint');
    expect(parseSchedule(hint.slice(hint.indexOf(':') + 1), defaults), hint).toMatchObject({ ok: true });
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
