import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderDiscord } from '../../adapters/discord/render.ts';
import type { Message } from '../../adapters/message/message.ts';
import { faults } from '../../adapters/message/phrases/faults/en.ts';
import { tidyMessage } from '../../adapters/message/tidy-message.ts';
import { slackError } from '../../adapters/slack/errors.ts';
import { renderSlack } from '../../adapters/slack/render.ts';
import { CourantError } from '../../src/domain/errors.ts';
import { newFeed } from '../../src/domain/feed.ts';
import { languages } from '../../src/domain/languages.ts';
import { commandWorld, formOf, messageOf, news, type World, wordsOf } from './world.ts';

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
      /^1 Abonnement in diesem Kanal\nukraine .*pausiert: Jemand hier hat ihn angehalten\.\nEines ändern: \/digest settings <topic>\.$/,
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
      'Das hat nicht geklappt\nVerstanden habe ich „at 08:00“. Nicht verstanden habe ich „fortnightly“. Er kann täglich, werktags oder an den Tagen kommen, die Sie nennen.\nZum Beispiel so: /digest subscribe economy at 08:00 every day Europe/Kyiv.',
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
      new CourantError('not-found', 'No feed was found at news.example.', { reason: 'no-feed' }),
      new CourantError('unavailable', 'The disk is full.'),
    ];
    const refusing = async () => {
      throw faults.shift();
    };
    const ours = await commandWorld({ sources: { test: refusing, add: refusing, remove: refusing } });
    const answer = async () => wordsOf(await ours.ask('/sources add news.example', german));
    expect(await answer()).toBe('Das hat nicht geklappt\nDie Website hat zu lange gebraucht.');
    expect(await answer()).toBe('Das hat nicht geklappt\nDie Website antwortet mit 403.');
    expect(await answer()).toBe('Das hat nicht geklappt\nWas die Website antwortet, lässt sich nicht lesen.');
    expect(await answer()).toBe(
      'Das hat nicht geklappt\nDort war kein Feed zu finden.\nSuchen Sie auf der Website nach einem Link namens RSS oder Feed und nennen Sie dessen Adresse.',
    );
    expect(await answer()).toContain('Bei mir ging etwas schief');
    expect(ours.answered.map(({ ourFault }) => ourFault)).toEqual([false, false, false, false, true]);
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

  it('run from right to left where a line begins with a Latin name, in lists as in facts', async () => {
    await world.ask('/digest subscribe ukraine');
    const lines = (message: Message) => JSON.stringify(tidyMessage(message).blocks);
    expect(lines(messageOf(await world.ask('/digest list', arabic)))).toContain(
      '[{"text":"\u200f\u2068"},{"text":"ukraine","style":"bold"},{"text":"\u2069"},{"text":" كل يوم',
    );
    expect(lines(messageOf(await world.ask('/digest list')))).toContain('[{"text":"ukraine","style":"bold"}');
    // A title is its own line: it runs as it is written.
    const topic = lines(messageOf(await world.ask('/topics show economy', arabic)));
    expect(topic).toContain('"value":"\u2068\\"interest rates\\" OR inflation');
    expect(topic).toContain('[{"text":"Rate relief for Australian borrowers');
  });

  it('keep commands whole on both platforms, whichever way the line runs', async () => {
    const message = messageOf(await world.ask('/brief ukrane 7d', arabic));
    const slack = renderSlack(message).flatMap((payload) => JSON.parse(payload).blocks);
    expect(JSON.stringify(slack)).toContain('{"type":"text","text":"/brief ukraine","style":{"code":true}}');
    expect(JSON.stringify(renderDiscord(message))).toContain('\u2068`/brief ukraine`\u2069');
  });
});

describe('what was kept in English', () => {
  it('is said to a German: what was changed, with hours and lengths as they write them', async () => {
    await world.ask('/digest subscribe ukraine at 8:00 and 17:30 monday');
    const form = formOf(await world.ask('/digest settings ukraine'));
    const fields = Object.fromEntries(form.fields.map(({ name, initial }) => [name, initial]));
    await world.press(form.name, form.value, {}, { ...fields, when: 'weekdays 9:15', length: 'headlines' });
    await world.ask('/digest pause');
    await world.ask('/digest resume');
    await world.ask('/topics add vatican: pope');
    await world.press(
      'save-topic',
      'vatican',
      {},
      { query: 'pope', synonyms: 'Papst, holy see', exclude: 'film' },
    );
    await world.ask('/digest unsubscribe');
    const history = await inGerman('/digest history');
    for (const line of [
      'Überblick zu ukraine abbestellt. U1',
      'Thema vatican geändert von „pope“ zu „pope OR Papst OR "holy see" -film“. U1',
      'Thema vatican hinzugefügt: pope U1',
      'Überblick zu ukraine fortgesetzt. U1',
      'Überblick zu ukraine pausiert. U1',
      'ukraine eingestellt: montags bis freitags um 09:15 Uhr (Europe/Kyiv), nur Überschriften, min outlets 1, nothing new off, crosspost off. U1',
      'ukraine abonniert, jeden Montag um 08:00 und 17:30 Uhr (Europe/Kyiv). U1',
    ])
      expect(history).toContain(line);
    expect(wordsOf(await world.ask('/digest history'))).toContain(
      'Subscribed to ukraine, every Monday at 8:00 AM and 5:30 PM (Europe/Kyiv). U1',
    );
    expect(wordsOf(await world.ask('/digest history', { locale: 'en-GB' }))).toContain(
      'every Monday at 08:00 and 17:30',
    );
    expect((await world.store.audit.list(100)).at(-1)?.detail).toBe(
      'Subscribed to ukraine, every Monday at 08:00 and 17:30 (Europe/Kyiv).',
    );
  });

  it('is said to an Arab: why a digest rests, be it of an event, of a refusal, or of lost permissions', async () => {
    await world.ask('/digest subscribe ukraine');
    await world.handlers.reach({ channel: news, reachable: false, reason: faults.wasArchived });
    expect(await inArabic('/digest list')).toContain('متوقف مؤقتًا: أُرشفت القناة.');
    expect(await inArabic('/digest history')).toContain('أُرشفت القناة. courant');
    const [subscription] = await world.store.subscriptions.list();
    if (!subscription) throw new Error('no subscription');
    const rest = (pausedBecause: string) =>
      world.store.subscriptions.save({ ...subscription, pausedBecause });
    await rest('The bot lost permissions in the channel: Send Messages, Embed Links.');
    expect(await inArabic('/digest list')).toContain(
      'فقد البوت صلاحيات في القناة: «إرسال الرسائل» و«تضمين الروابط».',
    );
    await rest(slackError('not_in_channel', 'chat.postMessage', 0).message);
    expect(await inArabic('/digest list')).toContain('البوت ليس في هذه القناة.');
    await rest('A reason nobody foresaw.');
    expect(await inArabic('/digest list')).toContain('A reason nobody foresaw.');
  });

  it('is said of what the worker wrote down, and of a source that is not well', async () => {
    await world.store.audit.add({
      at: world.now,
      actor: 'courant',
      workspace: news.workspace,
      channel: news,
      action: 'paused',
      detail: `Paused the digest of ukraine in slack/T1/C1: ${faults.channelGone}`,
    });
    expect(await inGerman('/digest history')).toContain(
      'Überblick zu ukraine pausiert: Den Kanal gibt es nicht mehr. courant',
    );
    const feed = newFeed({ id: 'f', url: 'https://news.example/feed', outlet: 'Harbour News' }, 0);
    const fault = { lastFault: 'news.example answers 404.', lastFaultReason: '404', faults: 3 };
    await world.store.feeds.add({ ...feed, health: { ...feed.health, ...fault } });
    expect(await inGerman('/sources list')).toContain('3× Die Website antwortet mit 404.');
  });

  it('is said when the topic of a digest was removed, and when the platform does not answer', async () => {
    await world.ask('/digest subscribe "interest rates"');
    await world.store.topics.remove('interest-rates');
    expect(await inGerman('/digest preview')).toBe(
      'Das hat nicht geklappt\nDas Thema „interest-rates“ wurde entfernt.\nFügen Sie es wieder hinzu mit /topics add interest-rates: interest rates.',
    );
    const silent = async () => {
      throw new CourantError('rate-limited', 'Slack asks to wait.', { reason: 'ratelimited' });
    };
    const requester = { channel: news, user: 'U1', locale: 'de', zone: null, mayManage: silent };
    const reply = await world.handlers.command({
      command: 'digest',
      subcommand: null,
      text: 'pause',
      options: {},
      requester,
    });
    expect(wordsOf(reply)).toBe(
      'Das hat nicht geklappt\nSlack antwortet im Augenblick nicht richtig.\nBitte versuchen Sie es in einer Minute noch einmal.',
    );
  });
});

it('French sets a space before the colon of a label', async () => {
  const french = async (line: string) =>
    tidyMessage(messageOf(await world.ask(line, { locale: 'fr' }))).blocks;
  expect(await french('/brief economy')).toContainEqual(
    expect.objectContaining({ sourcesLabel: 'Sources\u00a0' }),
  );
  expect(JSON.stringify(await french('/topics show economy'))).toContain('"label":"Cherche\u00a0"');
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
