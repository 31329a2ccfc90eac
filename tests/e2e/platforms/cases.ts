/** What people do, in the order they do it; driven on both platforms alike. `{place}` is the platform, `{site}` a news site. */
import type { Question } from './seen.ts';

type Step =
  | { readonly ask: Question }
  /** Presses the button of this label on what came last. */
  | { readonly press: RegExp }
  /** Sends the form that came last, with these changes. */
  | { readonly send: Readonly<Record<string, string>> }
  | { readonly pointAt: string };

export type Case = {
  readonly name: string;
  /** Someone who may not change what the channel gets, or who speaks German; else somebody who may. */
  readonly by?: 'member' | 'german';
  /** Each with the words that come back. */
  readonly steps: readonly (Step & {
    readonly shows: readonly RegExp[];
    readonly offers?: readonly RegExp[];
    readonly toAll?: true;
    readonly opens?: string;
  })[];
  /** What then stands in the channel. */
  readonly posts?: readonly RegExp[];
};

const digest = (subcommand: string, topic?: string): Question => ({
  command: 'digest',
  subcommand,
  ...(topic === undefined ? {} : { line: topic, options: { topic } }),
});

export const cases: readonly Case[] = [
  {
    name: '/brief tells what happened, with quotes; its buttons give more, share it and subscribe',
    steps: [
      {
        ask: { command: 'brief', line: 'ukraine 7d', options: { topic: 'ukraine', since: '7d' } },
        shows: [/Ukraine: brief/, /Riyadh|Saudi/, /Lavrov/],
        offers: [/^Share in channel$/, /^Key quotes$/, /^Subscribe this channel$/],
      },
      { press: /^Key quotes$/, shows: [/Key quotes: Ukraine/, /Sergey Lavrov/] },
    ],
  },
  {
    name: 'a shared brief is for all to see',
    steps: [
      { ask: { command: 'brief', line: 'space', options: { topic: 'space' } }, shows: [/Space: brief/] },
      { press: /^Share in channel$/, shows: [/Space/], toAll: true },
    ],
  },
  {
    name: '/brief about nothing known says where news could come from',
    steps: [
      {
        ask: { command: 'brief', line: 'kumquats', options: { topic: 'kumquats' } },
        shows: [/kumquats/, /\/sources add/],
      },
    ],
  },
  {
    name: '/quotes gives what somebody said, word for word',
    steps: [
      {
        ask: { command: 'quotes', line: 'lavrov', options: { about: 'lavrov' } },
        shows: [/Sergey Lavrov/, /[“"«]/],
      },
    ],
  },
  {
    name: 'anyone may ask, only managers may change',
    by: 'member',
    steps: [
      { ask: digest('list'), shows: [/No subscriptions here yet/] },
      {
        ask: { command: 'subscribe', line: 'ukraine', options: { topic: 'ukraine' } },
        shows: [/Only .*(admins|Manage Channels).* can change/],
      },
    ],
  },
  {
    name: '/subscribe takes hours and days; the digest can be seen before, and sent at once',
    steps: [
      {
        ask: {
          command: 'subscribe',
          line: 'ukraine at 07:30 weekdays Europe/Berlin',
          options: { topic: 'ukraine', when: '07:30 weekdays Europe/Berlin' },
        },
        shows: [/Subscribed to Ukraine/, /7:30/, /First digest/],
        offers: [/^Preview$/, /^Settings$/, /^Undo$/],
      },
      { press: /^Preview$/, shows: [/Ukraine: preview/, /Comes .*7:30/] },
      { ask: digest('now', 'ukraine'), shows: [/On its way: ukraine/] },
    ],
    posts: [/Ukraine/, /Lavrov/],
  },
  {
    name: 'a time that is none is said back with an example',
    steps: [
      {
        ask: {
          command: 'digest',
          subcommand: 'subscribe',
          line: 'economy at 25:99',
          options: { topic: 'economy', when: '25:99' },
        },
        shows: [/25:99/, /\/digest subscribe economy/],
      },
    ],
  },
  {
    name: 'a typing error gets the nearest topic',
    steps: [{ ask: digest('unsubscribe', 'ukrane'), shows: [/Did you mean \/digest unsubscribe ukraine/] }],
  },
  {
    name: '/digest settings opens a form, and what is sent is kept',
    steps: [
      { ask: digest('settings', 'ukraine'), shows: [/Further options/], opens: 'Digest settings' },
      {
        send: { when: '09:15 every Monday Europe/Berlin', length: 'headlines', layout: 'plain,thread' },
        shows: [/Saved: ukraine/, /9:15/],
      },
      { ask: digest('settings', 'ukraine'), shows: [/When/], opens: 'Digest settings' },
      { send: { when: 'at noon or so' }, shows: [/did not work/] },
      { ask: digest('list'), shows: [/1 subscription/, /ukraine/, /9:15/] },
    ],
  },
  {
    name: '/digest preview, pause and resume',
    steps: [
      // Sent at once above, and nothing came since.
      { ask: digest('preview'), shows: [/Preview: Ukraine/, /nothing new yet/] },
      { ask: digest('pause', 'ukraine'), shows: [/Paused: ukraine/], offers: [/^Resume$/] },
      { press: /^Resume$/, shows: [/Resumed: ukraine/, /Monday/] },
      { ask: digest('resume'), shows: [/Resumed: ukraine/] },
    ],
  },
  {
    name: '/digest why, history and help',
    steps: [
      {
        ask: { command: 'digest', subcommand: 'why', line: 'riyadh', options: { story: 'riyadh' } },
        shows: [/Riyadh/i],
      },
      { ask: digest('history'), shows: [/Subscribed to ukraine/, /Paused the digest of ukraine/] },
      { ask: digest('help'), shows: [/\/brief/, /\/digest subscribe/] },
    ],
  },
  {
    name: '/digest unsubscribe ends it, and can be undone',
    steps: [
      { ask: digest('unsubscribe', 'ukraine'), shows: [/Unsubscribed from ukraine/], offers: [/^Undo$/] },
      { press: /^Undo$/, shows: [/Subscribed to ukraine again/] },
      {
        ask: { command: 'unsubscribe', line: 'ukraine', options: { topic: 'ukraine' } },
        shows: [/Unsubscribed/],
      },
    ],
  },
  {
    name: '/topics lists, adds, shows and edits',
    steps: [
      { ask: { command: 'topics', subcommand: 'list' }, shows: [/ukraine/, /economy/] },
      {
        ask: {
          command: 'topics',
          subcommand: 'add',
          line: 'talks {place}: riyadh OR jeddah',
          options: { name: 'talks {place}', search: 'riyadh OR jeddah' },
        },
        shows: [/talks {place}/i, /riyadh OR jeddah/],
      },
      {
        ask: {
          command: 'topics',
          subcommand: 'show',
          line: 'talks {place}',
          options: { name: 'talks {place}' },
        },
        shows: [/riyadh OR jeddah/],
      },
      {
        ask: {
          command: 'topics',
          subcommand: 'edit',
          line: 'talks {place}',
          options: { name: 'talks {place}' },
        },
        shows: [/./],
        opens: 'Topic',
      },
      { send: { query: 'riyadh' }, shows: [/talks/i, /riyadh/] },
    ],
  },
  {
    name: '/sources finds a site’s feed, reads it, and lets it go',
    steps: [
      {
        ask: { command: 'sources', subcommand: 'test', line: '{site}', options: { address: '{site}' } },
        shows: [/Harbour Post/, /Harbour bridge opens again/],
      },
      {
        ask: {
          command: 'sources',
          subcommand: 'add',
          line: '{site}/feed.xml',
          options: { address: '{site}/feed.xml' },
        },
        shows: [/Reading Harbour Post from now on/],
      },
      { ask: { command: 'sources', subcommand: 'list' }, shows: [/Harbour Post/] },
      {
        ask: {
          command: 'sources',
          subcommand: 'remove',
          line: '{site}/feed.xml',
          options: { address: '{site}/feed.xml' },
        },
        shows: [/Source removed/],
      },
    ],
  },
  {
    name: 'who speaks German is answered in German: what is not found, what comes when, what is wrong',
    by: 'german',
    steps: [
      {
        ask: { command: 'brief', line: 'ukrane 7d', options: { topic: 'ukrane', since: '7d' } },
        shows: [
          /Nichts zu ukrane/,
          /Kein Artikel der letzten 7 Tage passt zu/,
          /Meinten Sie .*\/brief ukraine/,
        ],
      },
      { ask: digest('pause', 'space'), shows: [/Dieser Kanal hat noch kein Abonnement/] },
      {
        ask: {
          command: 'subscribe',
          line: 'space at 08:00 weekdays',
          options: { topic: 'space', when: 'at 08:00 weekdays' },
        },
        shows: [/Abonniert: Space/, /montags bis freitags um 08:00 Uhr/],
        offers: [/^Vorschau$/, /^Einstellungen$/, /^Rückgängig$/],
      },
      { ask: digest('list'), shows: [/1 Abonnement in diesem Kanal/, /nächster: /] },
      { ask: digest('help'), shows: [/Was Sie mich fragen können/, /Was geschah: Meldungen/] },
      {
        ask: {
          command: 'subscribe',
          line: 'economy um 17:30 Uhr',
          options: { topic: 'economy', when: '17:30 Uhr' },
        },
        shows: [/Abonniert: Economy/, /jeden Tag um 17:30 Uhr/],
      },
      {
        ask: digest('pause'),
        shows: [/Welches\? Dieser Kanal hat economy, space/],
        offers: [/^economy$/, /^space$/],
      },
      { press: /^economy$/, shows: [/Pausiert: economy/], offers: [/^Fortsetzen$/] },
      { ask: digest('now', 'economy'), shows: [/Unterwegs: economy/, /bleibt pausiert/] },
      {
        ask: digest('history'),
        shows: [/Überblick zu economy pausiert\./, /space abonniert, montags bis freitags um 08:00 Uhr/],
      },
      { ask: digest('unsubscribe', 'economy'), shows: [/Abbestellt: economy/] },
    ],
  },
  {
    name: 'a German reads in German what a site, or an address, is refused for',
    by: 'german',
    steps: [
      {
        ask: {
          command: 'sources',
          subcommand: 'add',
          line: 'not an address',
          options: { address: 'not an address' },
        },
        shows: [/Das ist keine Webadresse/],
      },
      {
        ask: {
          command: 'sources',
          subcommand: 'test',
          line: 'https://10.0.0.1/feed',
          options: { address: 'https://10.0.0.1/feed' },
        },
        shows: [/nicht im öffentlichen Internet/, /Der Betreiber kann sie erlauben/],
      },
      { pointAt: '{site}/gone', shows: [/konnte ich nicht lesen/, /antwortet mit 404/] },
    ],
  },
  {
    name: 'a German may say since when in German; too many words, or none, are said to be so',
    by: 'german',
    steps: [
      {
        ask: { command: 'brief', line: 'x'.repeat(5000), options: { topic: 'x'.repeat(5000) } },
        shows: [/zu lang für ein Thema/, /Höchstens 300 Zeichen/],
      },
      {
        ask: {
          command: 'brief',
          line: 'space letzte Woche',
          options: { topic: 'space', since: 'letzte Woche' },
        },
        shows: [/Space: Kurzüberblick/, /asteroid/],
      },
      {
        ask: { command: 'quotes', line: '🙂', options: { about: '🙂' } },
        shows: [/kein Wort, nach dem sich suchen lässt/],
      },
    ],
  },
  {
    name: '“Brief me on this” reads the page behind a message’s link',
    steps: [
      {
        pointAt: '{site}/bridge',
        shows: [/Harbour bridge opens again/, /two years of repairs/, /Ada Example/],
        offers: [/^Share in channel$/],
      },
      { pointAt: '{site}/gone', shows: [/could not read that page/, /404/] },
    ],
  },
];

/** A case as it is for one platform. */
export function placed(one: Case, words: { readonly place: string; readonly site: string }): Case {
  const put = (text: string) => text.replaceAll('{place}', words.place).replaceAll('{site}', words.site);
  const within = (value: unknown): unknown => {
    if (typeof value === 'string') return put(value);
    if (value instanceof RegExp) return new RegExp(put(value.source), value.flags);
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, within(inner)]));
  };
  return within(one) as Case;
}
