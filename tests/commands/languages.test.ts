import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderDiscord } from '../../adapters/discord/render.ts';
import { renderSlack } from '../../adapters/slack/render.ts';
import { CourantError } from '../../src/domain/errors.ts';
import { languages } from '../../src/domain/languages.ts';
import { commandWorld, formOf, messageOf, type World, wordsOf } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await commandWorld();
});
afterEach(() => world.store.close());

const german = { locale: 'de-DE' };
const arabic = { locale: 'ar' };
const withoutMarks = (text: string) => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '');
const inGerman = async (line: string, more: object = {}) =>
  wordsOf(await world.ask(line, { ...german, ...more }));
const inArabic = async (line: string, more: object = {}) =>
  withoutMarks(wordsOf(await world.ask(line, { ...arabic, ...more })));

describe('answers in German', () => {
  it('say what a channel gets, and when', async () => {
    expect(await inGerman('/digest list')).toBe(
      'Hier gibt es noch kein Abonnement\nBeginnen Sie mit /digest subscribe ukraine at 08:00.\n/topics list zeigt die Themen; jede Suche geht ebenso.',
    );
    expect(await inGerman('/digest subscribe ukraine at 08:00 monday and friday')).toMatch(
      /^Abonniert: Ukraine\nDieser Kanal bekommt den Überblick jeden Montag und Freitag um 08:00 Uhr \(Europe\/Kyiv\)\.\nErster Überblick: Freitag, 21\. Februar um 08:00 Uhr\.$/,
    );
    expect(await inGerman('/digest pause')).toContain('Pausiert: ukraine');
    expect(await inGerman('/digest list')).toMatch(
      /^1 Abonnement in diesem Kanal\nukraine .*pausiert: jemand hier hat ihn angehalten\nEines ändern: \/digest settings <topic>\.$/,
    );
    expect(await inGerman('/digest resume')).toMatch(/Fortgesetzt: ukraine\nNächster Überblick: Freitag/);
    expect(await inGerman('/digest unsubscribe')).toContain('Abbestellt: ukraine');
  });

  it('say what was not found, how far was looked, and what may have been meant', async () => {
    expect(await inGerman('/brief ukrane 7d')).toMatch(
      /^Nichts zu ukrane\nKein Artikel der letzten 7 Tage passt zu ukrane\.\nMeinten Sie \/brief ukraine\?\nOhne Zeitangabe suche ich weiter zurück: \/brief ukrane\.\nThemen hier: .*\nIch lese \d+ Medien: /,
    );
  });

  it('say what is wrong, and how to mend it', async () => {
    expect(await inGerman('/digest subscribe ukraine', { manager: false })).toMatch(
      /^Das hat nicht geklappt\nNur Admins des Workspace/,
    );
    expect(await inGerman('/digest subscribe economy at 8am fortnightly')).toBe(
      'Das hat nicht geklappt\nVerstanden habe ich „at 08:00“. Nicht verstanden habe ich „fortnightly“.\nZum Beispiel so: /digest subscribe economy at 08:00 every day Europe/Kyiv.',
    );
    expect(await inGerman('/digest subscibe ukraine')).toContain('meinten Sie „subscribe“?');
    world.store.topics.list = () => Promise.reject(new Error('of the database'));
    expect(await inGerman('/topics list')).toMatch(/^Bei mir ging etwas schief\nEs ist für den Betreiber/);
  });

  it('say what a site refused, which is no fault of ours', async () => {
    const faults = [
      new CourantError('unavailable', 'It took longer than 20 seconds.', { reason: 'timeout' }),
      new CourantError('refused', 'news.example answers 403.', { reason: '403' }),
      new CourantError('refused', 'The body is packed too many times.', { reason: 'content-encoding' }),
      new CourantError('unavailable', 'The disk is full.'),
    ];
    const refusing = async () => {
      throw faults.shift();
    };
    const ours = await commandWorld({ sources: { test: refusing, add: refusing, remove: refusing } });
    const answer = async () => wordsOf(await ours.ask('/sources add news.example', german));
    expect(await answer()).toBe('Das hat nicht geklappt\nDie Website hat zu lange gebraucht.');
    expect(await answer()).toBe('Das hat nicht geklappt\nDie Website antwortet mit 403.');
    expect(await answer()).toBe('Das hat nicht geklappt\nThe body is packed too many times.');
    expect(await answer()).toContain('Bei mir ging etwas schief');
    expect(ours.answered.map(({ ourFault }) => ourFault)).toEqual([false, false, false, true]);
    await ours.store.close();
  });

  it('are in forms, on buttons and in the help', async () => {
    const { actions } = messageOf(await world.ask('/digest subscribe ukraine', german));
    expect(actions.map(({ label }) => label)).toEqual(['Vorschau', 'Einstellungen', 'Rückgängig']);
    const form = formOf(await world.ask('/digest settings', german));
    expect([form.title, form.submit, ...form.fields.map(({ label }) => label)]).toEqual([
      'Einstellungen',
      'Speichern',
      'Wann',
      'Länge',
      'Zitate und Anordnung',
      'Sprache der Beschriftung',
      'Weitere Optionen',
    ]);
    const help = await inGerman('/digest help');
    expect(help).toContain(
      '/digest why <words of the story> Warum eine Meldung im Überblick steht oder nicht',
    );
    expect(help).toContain('Brief me on this');
  });
});

describe('answers in Arabic', () => {
  it('say what a channel gets, and when', async () => {
    expect(await inArabic('/digest subscribe ukraine at 08:00')).toMatch(
      /^تم الاشتراك في Ukraine\nيصل إلى هذه القناة كل يوم الساعة 8:00 ص \(Europe\/Kyiv\)\.\nالموجز الأول: /,
    );
    expect(await inArabic('/digest list')).toMatch(/^اشتراك واحد في هذه القناة\nukraine كل يوم/);
    expect(await inArabic('/digest pause')).toContain('لن يصل شيء حتى يكتب أحد /digest resume ukraine.');
    expect(await inArabic('/brief ukrane 7d')).toMatch(
      /^لا شيء عن ukrane\nلا يطابق أي مقال من آخر 7 أيام ukrane\.\nهل تقصد \/brief ukraine؟/,
    );
    expect(await inArabic('/digest help')).toContain('/brief <topic> [since] ما الذي حدث');
  });

  it('keep commands whole on both platforms, whichever way the line runs', async () => {
    const message = messageOf(await world.ask('/brief ukrane 7d', arabic));
    const slack = renderSlack(message).flatMap((payload) => JSON.parse(payload).blocks);
    expect(JSON.stringify(slack)).toContain('{"type":"text","text":"/brief ukraine","style":{"code":true}}');
    expect(JSON.stringify(renderDiscord(message))).toContain('\u2068`/brief ukraine`\u2069');
  });
});

describe('in every language', () => {
  const lines = [
    '/digest list',
    '/digest subscribe ukraine at 08:00',
    '/digest subscribe ukraine',
    '/digest list',
    '/digest preview',
    '/digest now',
    '/digest pause economy',
    '/digest why unicorns',
    '/digest why asteroid',
    '/digest why riyadh',
    '/digest history',
    '/digest unsubscribe ukraine',
    '/digest pause',
    '/digest help',
    '/sources list',
    '/sources add',
    '/topics list',
    '/topics add x',
    '/topics show atlantis',
    '/topics show economy',
    '/brief',
    '/brief unicorns',
    '/brief "',
    '/quotes',
    '/quotes unicorns 3h',
    '/subscribe economy at 25:00',
    '/subscribe economy at 8 fortnightly',
  ];

  /** The title and the paragraphs of each answer: what we say ourselves. */
  async function said(locale: string): Promise<readonly (readonly [line: string, text: string])[]> {
    const ours = await commandWorld();
    const texts: [string, string][] = [];
    for (const line of lines) {
      const { title, blocks } = messageOf(await ours.ask(line, { locale }));
      const paragraphs = blocks.flatMap((block) => (block.kind === 'text' ? [block.runs] : []));
      texts.push([line, title], ...paragraphs.map((runs): [string, string] => [line, textOf(runs)]));
    }
    expect(ours.answered.filter(({ ourFault }) => ourFault)).toEqual([]);
    await ours.store.close();
    return texts;
  }
  const textOf = (runs: readonly { readonly text: string }[]) => runs.map(({ text }) => text).join('');

  it.each(languages.filter((language) => language !== 'en'))(
    'no title or paragraph is English in %s',
    async (locale) => {
      const english = await said('en');
      const translated = await said(locale);
      expect(translated.map(([line]) => line)).toEqual(english.map(([line]) => line));
      expect(translated.filter(([, text], index) => text === english[index]?.[1])).toEqual([]);
    },
  );
});
