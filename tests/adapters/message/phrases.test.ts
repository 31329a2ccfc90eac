import { describe, expect, it } from 'vitest';
import { noticeMessage } from '../../../adapters/message/notice-message.ts';
import { de } from '../../../adapters/message/phrases/de.ts';
import { faults } from '../../../adapters/message/phrases/faults/en.ts';
import type { Phrases } from '../../../adapters/message/phrases/phrase-set.ts';
import { phrasesIn } from '../../../adapters/message/phrases/phrases-in.ts';
import { recalled } from '../../../adapters/message/phrases/recalled.ts';
import { inPlainEnglish, runsOf, textOf, voiceIn } from '../../../adapters/message/phrases/say.ts';
import { saying } from '../../../adapters/message/phrases/saying.ts';
import { tidyMessage } from '../../../adapters/message/tidy-message.ts';
import { languages } from '../../../src/domain/languages.ts';

const { en } = phrasesIn;
const translations = languages.filter((language) => language !== 'en');

/** Every form of a phrase, by its name. */
function formsOf(phrase: string | object): readonly [form: string, text: string][] {
  return typeof phrase === 'string' ? [['other', phrase]] : Object.entries(phrase);
}

const placesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
const codeIn = (text: string) => (text.match(/`[^`]+`/g) ?? []).toSorted();

describe('phrases', () => {
  it.each(translations)('are all there in %s, and no others', (language) => {
    expect(Object.keys(phrasesIn[language])).toEqual(Object.keys(en));
  });

  it.each(translations)('have in %s the same places to fill, and the same words to type', (language) => {
    for (const [name, phrase] of Object.entries(phrasesIn[language])) {
      const [, english = ''] = formsOf(Reflect.get(en, name)).at(-1) ?? [];
      for (const [form, text] of formsOf(phrase)) {
        const where = `${name}.${form}`;
        expect(text.trim(), where).not.toBe('');
        expect(codeIn(text), where).toEqual(codeIn(english));
        // One, two and none may be said in words.
        const sameAs = form === 'other' ? english : english.replace('{n}', '');
        const places = placesIn(text).filter((place) => place !== '{n}' || form === 'other');
        expect(places, where).toEqual(placesIn(sameAs));
      }
    }
  });

  it.each(translations)('count in %s by the forms its grammar has', (language) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const phrase of Object.values(phrasesIn[language]))
      if (typeof phrase !== 'string')
        expect(Object.keys(phrase).toSorted()).toEqual([...pluralCategories].toSorted());
  });

  it.each(languages)('fit into forms and buttons in %s', (language) => {
    const { text } = voiceIn(language);
    for (const title of [text('settingsTitle'), text('topic'), text('save')])
      expect(title.length, title).toBeLessThanOrEqual(24);
    for (const button of [
      text('share'),
      text('keyQuotes'),
      text('subscribeHere'),
      text('undo'),
      text('resume'),
      text('settings'),
      text('preview'),
    ])
      expect(button.length, button).toBeLessThanOrEqual(38);
    for (const label of [text('when'), text('length'), text('layout'), text('language'), text('orAnyOf')])
      expect(label.length, label).toBeLessThanOrEqual(45);
    for (const choice of [text('shortLength'), text('quotesThread'), text('plainThread')])
      expect(choice.length, choice).toBeLessThanOrEqual(75);
    for (const hint of [text('whenHint'), text('looksForHint'), text('orAnyOfHint')])
      expect(hint.length, hint).toBeLessThanOrEqual(100);
  });

  it('are incomplete for the compiler without a phrase, a plural form or a place to fill', () => {
    const { undo, ...rest } = de;
    // @ts-expect-error A phrase is missing.
    const lacking: Phrases<'one'> = rest;
    // @ts-expect-error {topic} is missing.
    const unfilled: Phrases<'one'> = { ...de, paused: 'Pausiert' };
    // @ts-expect-error The form "one" is missing.
    const uncounted: Phrases<'one'> = { ...de, topics: { other: '{n} Themen' } };
    expect([undo, lacking, unfilled, uncounted]).toHaveLength(4);
    // @ts-expect-error {topic} is not given.
    expect(voiceIn('de').text('paused', {})).toBe('Pausiert: ');
  });
});

describe('saying a phrase', () => {
  const outlets = (n: number, locale: string) =>
    textOf(saying('outletsRead', { n, names: 'A' }), locale).replace(/[\u2066-\u2069]/g, '');

  it('counts and writes numbers as the language does', () => {
    expect(outlets(1, 'en')).toBe('I read 1 outlet: A.');
    expect(outlets(1234, 'de')).toBe('Ich lese 1.234 Medien: A.');
    expect([1, 3, 5].map((n) => outlets(n, 'uk'))).toEqual([
      'Я читаю 1 видання: A.',
      'Я читаю 3 видання: A.',
      'Я читаю 5 видань: A.',
    ]);
    expect([2, 3, 11].map((n) => outlets(n, 'ar'))).toEqual([
      'أقرأ مصدرين: A.',
      'أقرأ 3 مصادر: A.',
      'أقرأ 11 مصدرًا: A.',
    ]);
    const { text } = voiceIn('de');
    expect(text('couldBe', { zones: ['Asia/Kolkata', 'Europe/Dublin'] })).toBe(
      'Gemeint sein könnte Asia/Kolkata oder Europe/Dublin.',
    );
  });

  it('takes nothing that is filled in for a look, nor for a place to fill', () => {
    expect(runsOf(saying('noneMatches', { words: '*a* `b` {words} $&' }), 'en')).toEqual([
      { text: 'No article I have matches ' },
      { text: '*a* `b` {words} $&', style: 'bold' },
      { text: '.' },
    ]);
    expect(voiceIn('en').text('nothingOn', { words: '$& {words}' })).toBe('Nothing on $& {words}');
  });

  it('keeps its marks in English for logs and terminals', () => {
    expect(inPlainEnglish(saying('didYouMeanCommand', { command: '/digest list' }))).toBe(
      'Did you mean `/digest list`?',
    );
  });

  it('writes hours, days, moments and lists as the reader does', () => {
    const monday = { at: Date.parse('2026-11-23T07:00:00Z'), zone: 'Europe/Berlin' };
    const weekly = saying('onDays', {
      days: { days: [1, 5] },
      times: { times: ['08:00', '17:30'] },
      zone: 'UTC',
    });
    const said = (locale: string) =>
      [textOf(weekly, locale), textOf(saying('nextDigest', { moment: monday }), locale)]
        .join(' ')
        .replace(/[\u2066-\u2069]/g, '');
    expect(said('en-US')).toBe(
      'every Monday and Friday at 8:00 AM and 5:30 PM (UTC) Next digest: Monday, November 23 at 8:00 AM.',
    );
    expect(said('en-GB')).toBe(
      'every Monday and Friday at 08:00 and 17:30 (UTC) Next digest: Monday 23 November at 08:00.',
    );
    expect(said('de')).toBe(
      'jeden Montag und Freitag um 08:00 und 17:30 Uhr (UTC) Nächster Überblick: Montag, 23. November um 08:00 Uhr.',
    );
    expect(inPlainEnglish(weekly)).toBe('every Monday and Friday at 08:00 and 17:30 (UTC)');
  });

  it('gives back the phrase of a sentence that was kept in English', () => {
    const {
      permissionsLost: _lost,
      siteAnswers: _site,
      platformSilent: _silent,
      asItIs: _as,
      ...whole
    } = faults;
    for (const [name, words] of Object.entries(whole)) expect(recalled(words).phrase).toBe(name);
    const lost = 'The bot lost permissions in the channel: Send Messages, Embed Links.';
    expect(textOf(recalled(lost), 'de')).toBe(
      'Der Bot hat im Kanal Rechte verloren: „Nachrichten senden“ und „Links einbetten“.',
    );
    expect(textOf(recalled('{words} nobody knows'), 'de')).toBe('{words} nobody knows');
  });

  it('lets no line break before a mark in French, and leaves what is to be typed as it is typed', () => {
    expect(textOf(saying('didYouMean', { name: 'Ukraine' }), 'fr')).toBe(
      'Vouliez-vous dire «\u00a0Ukraine\u00a0»\u00a0?',
    );
    expect(textOf(saying('didYouMeanCommand', { command: '/brief a ?' }), 'fr')).toBe(
      'Vouliez-vous dire /brief a ?\u00a0?',
    );
  });

  it('is English where there are no phrases', () => {
    expect(voiceIn('ja-JP').text('save')).toBe('Save');
    expect(voiceIn('de-AT').text('save')).toBe('Speichern');
  });

  it('isolates in a line what runs the other way', () => {
    expect(voiceIn('ar').text('paused', { topic: 'ukraine' })).toBe('توقف مؤقتًا: \u2068ukraine\u2069');
    expect(voiceIn('ar').text('paused', { topic: 'أوكرانيا' })).toBe('توقف مؤقتًا: أوكرانيا');
    expect(voiceIn('en').text('paused', { topic: 'أوكرانيا' })).toBe('Paused: \u2068أوكرانيا\u2069');
  });

  it('isolates words to be typed from outside: no mark gets into what is copied', () => {
    const message = noticeMessage({
      title: saying('cantPostHere'),
      lines: [saying('notInChannel')],
      locale: 'ar',
    });
    expect(tidyMessage(message).blocks).toEqual([
      {
        kind: 'text',
        runs: [
          { text: 'لست في هذه القناة. اكتب ' },
          { text: '\u2068' },
          { text: '/invite @Courant', style: 'code' },
          { text: '\u2069' },
          { text: ' ثم اسأل مجددًا.' },
        ],
      },
    ]);
  });
});
