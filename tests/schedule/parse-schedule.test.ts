import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyDay, type Schedule, workDays } from '../../src/domain/schedule.ts';
import {
  parseSchedule,
  type ScheduleFault,
  type ScheduleHint,
  scheduleWords,
} from '../../src/schedule/parse-schedule.ts';

const defaults: Schedule = { times: ['08:00'], days: everyDay, zone: 'Europe/Kyiv' };

const understood: readonly (readonly [text: string, schedule: Partial<Schedule>])[] = [
  ['8am', { times: ['08:00'] }],
  ['at 8', { times: ['08:00'] }],
  ['at 8 and 17', { times: ['08:00', '17:00'] }],
  ['8 a.m. and 5:30 p.m.', { times: ['08:00', '17:30'] }],
  ['8 o’clock', { times: ['08:00'] }],
  ['17:30, 08:00', { times: ['08:00', '17:30'] }],
  ['0800 and 1730', { times: ['08:00', '17:30'] }],
  ['8h30', { times: ['08:30'] }],
  ['12am', { times: ['00:00'] }],
  ['noon', { times: ['12:00'] }],
  ['every 6 hours', { times: ['00:00', '06:00', '12:00', '18:00'] }],
  ['weekdays', { days: workDays }],
  ['every Monday', { days: [1] }],
  ['mondays and thursdays at 9', { times: ['09:00'], days: [1, 4] }],
  ['mon-fri 8am', { days: workDays }],
  ['Monday to Friday', { days: workDays }],
  ['fri-mon', { days: [1, 5, 6, 7] }],
  ['every day except sunday', { days: [1, 2, 3, 4, 5, 6] }],
  ['weekly on friday', { days: [5] }],
  ['понеділок', { days: [1] }],
  ['8', { times: ['08:00'] }],
  ['8 8pm', { times: ['08:00', '20:00'] }],
  ['weekdays 9 Berlin', { times: ['09:00'], days: workDays, zone: 'Europe/Berlin' }],
  ['every morning', { times: ['08:00'] }],
  ['every morning and evening', { times: ['08:00', '18:00'] }],
  ['at 7 in the evening', { times: ['19:00'] }],
  ['8 Uhr', { times: ['08:00'] }],
  ['werktags um 8 Uhr MEZ', { times: ['08:00'], days: workDays, zone: 'Europe/Berlin' }],
  ['täglich 17:30', { times: ['17:30'] }],
  ['jeden Tag um 8 Uhr abends', { times: ['20:00'] }],
  ['abends um 8', { times: ['20:00'] }],
  ['montags und donnerstags 8.30 Uhr', { times: ['08:30'], days: [1, 4] }],
  ['Mo-Fr 8 Uhr', { times: ['08:00'], days: workDays }],
  ['Mo.–Fr. 8 Uhr', { times: ['08:00'], days: workDays }],
  ['Montag bis Freitag mittags', { times: ['12:00'], days: workDays }],
  ['tous les jours à 8 h 30', { times: ['08:30'] }],
  ['du lundi au vendredi à 8 heures', { times: ['08:00'], days: workDays }],
  ['chaque matin à Paris', { times: ['08:00'], zone: 'Europe/Paris' }],
  ['de lunes a viernes a las 8', { times: ['08:00'], days: workDays }],
  ['los miercoles a las 8 de la tarde', { times: ['20:00'], days: [3] }],
  ['щодня о 8', { times: ['08:00'] }],
  ['щопонеділка о 9', { times: ['09:00'], days: [1] }],
  ["з понеділка до п'ятниці о 8", { times: ['08:00'], days: workDays }],
  ['у середу та неділю', { days: [3, 7] }],
  ['en semaine à 9h', { times: ['09:00'], days: workDays }],
  ['fin de semana a las 10', { times: ['10:00'], days: [6, 7] }],
  ['الإثنين و الأحد الساعة 9', { times: ['09:00'], days: [1, 7] }],
  ['у будні о 9 за Києвом', { times: ['09:00'], days: workDays, zone: 'Europe/Kyiv' }],
  ['täglich 8 Uhr München', { times: ['08:00'], zone: 'Europe/Berlin' }],
  ['cada día a las 8 Ciudad de México', { times: ['08:00'], zone: 'America/Mexico_City' }],
  ['كل يوم الساعة 8 القاهرة', { times: ['08:00'], zone: 'Africa/Cairo' }],
  ['пн-пт о 9 ранку', { times: ['09:00'], days: workDays }],
  ['كل يوم الساعة 8 صباحًا', { times: ['08:00'] }],
  ['من الأحد إلى الخميس الساعة 7 مساءً', { times: ['19:00'], days: [1, 2, 3, 4, 7] }],
  [
    '08:00 and 17:30 weekdays Europe/Kyiv',
    { times: ['08:00', '17:30'], days: workDays, zone: 'Europe/Kyiv' },
  ],
  ['8am berlin', { times: ['08:00'], zone: 'Europe/Berlin' }],
  ['8am New York', { times: ['08:00'], zone: 'America/New_York' }],
  ['weekdays at 7:15 in Ho Chi Minh City', { times: ['07:15'], days: workDays, zone: 'Asia/Ho_Chi_Minh' }],
  ['8am EST', { zone: 'America/New_York' }],
  ['8am pacific time', { zone: 'America/Los_Angeles' }],
  ['8am UTC+2', { zone: 'Etc/GMT-2' }],
  ['8am europe/kiev', { zone: 'Europe/Kyiv' }],
  [
    'on weekdays at 08:00 and 17:30 (Asia/Kolkata)',
    { times: ['08:00', '17:30'], days: workDays, zone: 'Asia/Kolkata' },
  ],
];

describe('reading a schedule', () => {
  it.each(understood)('understands “%s”', (text, expected) => {
    const read = parseSchedule(text, defaults);
    expect(read).toMatchObject({ ok: true, schedule: { ...defaults, ...expected } });
  });

  it('tells what was named and what it took from the defaults', () => {
    expect(parseSchedule('weekdays berlin', defaults)).toMatchObject({
      named: { times: false, days: true, zone: true },
    });
  });

  const unread = (words: string, hint: ScheduleHint | null): ScheduleFault => ({
    kind: 'unread',
    words,
    hint,
  });
  const refused: readonly (readonly [text: string, fault: ScheduleFault])[] = [
    ['8am fortnightly', unread('fortnightly', { kind: 'rhythm' })],
    ['8am mondya', unread('mondya', { kind: 'near day', day: 'monday' })],
    ['8am in Berlni', unread('berlni', { kind: 'near zones', zones: ['Europe/Berlin', 'Europe/Zurich'] })],
    [
      '8am IST',
      unread('ist', { kind: 'several zones', zones: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'] }),
    ],
    ['8am Mars/Olympus', unread('mars/olympus', { kind: 'zone' })],
    ['0 8 * * 1-5', unread('0 8 * * 1-5', { kind: 'cron' })],
    ['every 5 hours', unread('5 hours', { kind: 'step' })],
    ['25:00', unread('25:00', { kind: 'time of day' })],
    ['13pm', unread('13pm', { kind: 'time of day' })],
    ['weekly', unread('weekly', { kind: 'rhythm' })],
    ['every 2 days', unread('2 days', { kind: 'rhythm' })],
    ['alle 3 Wochen', unread('alle 3 wochen', { kind: 'rhythm' })],
    ['monatlich 8 Uhr', unread('monatlich', { kind: 'rhythm' })],
    ['weekends except saturday and sunday', { kind: 'no day left' }],
    ['', { kind: 'nothing named' }],
    ['0:00 0:15 hourly', { kind: 'too many times', times: 25, most: 24 }],
  ];
  it.each(refused)('tells of “%s” what it did not understand', (text, fault) => {
    expect(parseSchedule(text, defaults)).toMatchObject({ ok: false, fault });
  });

  it('tells what it understood beside it, and the zones that may have been meant', () => {
    expect(parseSchedule('8am fortnightly', defaults)).toMatchObject({ understood: 'at 08:00' });
    expect(parseSchedule('8am Europe/Kyv', defaults)).toMatchObject({
      fault: { hint: { kind: 'near zones', zones: expect.arrayContaining(['Europe/Kyiv']) } },
    });
  });

  it('gives an example that it understands itself, keeping what was understood', () => {
    const read = parseSchedule('9am weekdays Berlin frobnicate', defaults);
    expect(read).toMatchObject({ ok: false, example: 'at 09:00 weekdays Europe/Berlin' });
  });

  it('never throws, its example always reads, and what it read comes back from its own words', () => {
    const word = fc.constantFrom(
      '8',
      'am',
      'at',
      'mon',
      '-',
      'except',
      'every',
      'hours',
      'utc',
      '+3',
      'new',
      'york',
      '99:99',
      '__proto__',
      'constructor',
    );
    const words = fc.array(fc.oneof(word, fc.string({ maxLength: 12 })), { maxLength: 10 });
    fc.assert(
      fc.property(words, (parts) => {
        const read = parseSchedule(parts.join(' '), defaults);
        if (!read.ok) expect(parseSchedule(read.example, defaults).ok).toBe(true);
        else
          expect(parseSchedule(scheduleWords(read.schedule), defaults)).toMatchObject({
            schedule: read.schedule,
          });
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what is too long to be one', () => {
    const read = parseSchedule('at 8 mon '.repeat(3000), defaults);
    expect(read).toMatchObject({ ok: false, fault: { kind: 'too long' } });
  });
});
