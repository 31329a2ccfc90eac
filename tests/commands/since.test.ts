import { describe, expect, it } from 'vitest';
import { readSince, splitSince } from '../../src/commands/since.ts';

/** A Wednesday noon in Kyiv (UTC+2 in February). */
const now = Date.parse('2025-02-19T10:00:00Z');
const zone = 'Europe/Kyiv';
const from = (text: string) => {
  const window = readSince(text, now, zone);
  return window && new Date(window.from).toISOString();
};

describe('how far back a question goes', () => {
  it.each([
    ['24h', '2025-02-18T10:00:00.000Z'],
    ['7d', '2025-02-12T10:00:00.000Z'],
    ['since 7 days', '2025-02-12T10:00:00.000Z'],
    ['2w', '2025-02-05T10:00:00.000Z'],
    ['last week', '2025-02-12T10:00:00.000Z'],
    ['today', '2025-02-18T22:00:00.000Z'],
    ['Yesterday', '2025-02-17T22:00:00.000Z'],
    ['monday', '2025-02-16T22:00:00.000Z'],
    ['wednesday', '2025-02-11T22:00:00.000Z'],
    ['2025-02-01', '2025-01-31T22:00:00.000Z'],
    ['in the last 24 hours', '2025-02-18T10:00:00.000Z'],
    ['past week', '2025-02-12T10:00:00.000Z'],
    ['3 days ago', '2025-02-16T10:00:00.000Z'],
    ['gestern', '2025-02-17T22:00:00.000Z'],
    ['seit Montag', '2025-02-16T22:00:00.000Z'],
    ['letzte Woche', '2025-02-12T10:00:00.000Z'],
    ['in den letzten 3 Tagen', '2025-02-16T10:00:00.000Z'],
    ['aujourd’hui', '2025-02-18T22:00:00.000Z'],
    ['la semaine dernière', '2025-02-12T10:00:00.000Z'],
    ['últimos 7 días', '2025-02-12T10:00:00.000Z'],
    ['за останні 2 тижні', '2025-02-05T10:00:00.000Z'],
    ['вчора', '2025-02-17T22:00:00.000Z'],
    ['آخر 3 أيام', '2025-02-16T10:00:00.000Z'],
    ['أمس', '2025-02-17T22:00:00.000Z'],
  ])('reads “%s”, days beginning at midnight in the zone', (text, expected) => {
    expect(from(text)).toBe(expected);
  });

  it.each([
    '',
    'ukraine',
    '0d',
    '9999w',
    '2025-02-30',
    '2025-13-01',
    'tomorrow',
    '2030-01-01',
    '7',
    'week',
    'the week',
    'last',
  ])('finds no time in “%s”', (text) => {
    expect(readSince(text, now, zone)).toBeNull();
  });

  it('splits a time off the end of a question', () => {
    expect(splitSince('ukraine 7d', now, zone, 'brief')).toMatchObject({
      about: 'ukraine',
      window: { to: now },
    });
    expect(splitSince('interest rates last week', now, zone, 'brief').about).toBe('interest rates');
    expect(splitSince('ukraine since 3 days', now, zone, 'brief').about).toBe('ukraine');
  });

  it.each([
    ['ukraine 2025-13-45', '“2025-13-45” is no time of the last ten years.', '/brief ukraine 7d'],
    ['interest rates 100000d', '“100000d” is no time of the last ten years.', '/brief interest rates 7d'],
    ['7d', '“7d” is a time; what is it about?', '/brief ukraine 7d'],
  ])('says of “%s” what is wrong with the time, instead of looking for it as a word', (text, fault, mend) => {
    const read = () => splitSince(text, now, zone, 'brief');
    expect(read).toThrow(fault);
    expect(read).toThrow(expect.objectContaining({ mend: `Try \`${mend}\`.` }));
  });

  it.each([
    ['war in the last 24 hours', 'war'],
    ['ukraine letzte Woche', 'ukraine'],
    ['fashion week', null],
    ['bank of the month', null],
    ['the last of us', null],
  ])('takes “%s” to ask about “%s”', (text, about) => {
    const read = splitSince(text, now, zone, 'brief');
    expect(about === null ? read : read.about).toEqual(about ?? { about: text, window: null });
  });

  it('leaves a question without a time, or of nothing but a day, alone', () => {
    expect(splitSince('world cup 2026', now, zone, 'brief')).toEqual({
      about: 'world cup 2026',
      window: null,
    });
    expect(splitSince('monday', now, zone, 'brief')).toEqual({ about: 'monday', window: null });
  });

  it.each(['constructor', '__proto__', 'toString'])('takes %j for no time', (word) => {
    expect(readSince(word, Date.parse('2026-01-01T12:00:00Z'), 'UTC')).toBeNull();
  });
});
