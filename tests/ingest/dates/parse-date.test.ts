import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/ingest/dates/parse-date.ts';
import { publishedAtOf } from '../../../src/ingest/dates/published-at.ts';

const utc = (written: string) => {
  const at = parseDate(written);
  return at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z');
};

describe('parseDate', () => {
  it.each([
    ['2025-03-24T08:14:00Z', '2025-03-24T08:14:00Z'],
    ['2025-03-24T08:14:00.123+02:00', '2025-03-24T06:14:00Z'],
    ['2025-03-24T08:14\u221204:30', '2025-03-24T12:44:00Z'],
    ['2025-03-24T08:14-0430', '2025-03-24T12:44:00Z'],
    ['2025-03-24 08:14:05', '2025-03-24T08:14:05Z'],
    ['2025-03-24 08:14:05 +0000', '2025-03-24T08:14:05Z'],
    ['20250324T081405Z', '2025-03-24T08:14:05Z'],
    ['20250324081405', '2025-03-24T08:14:05Z'],
    ['20250324', '2025-03-24T00:00:00Z'],
    ['2025-083', '2025-03-24T00:00:00Z'],
    ['2025-03', '2025-03-01T00:00:00Z'],
    ['2025', '2025-01-01T00:00:00Z'],
    ['Mon, 24 Mar 2025 08:14:05 GMT', '2025-03-24T08:14:05Z'],
    ['Mon, 24 Mar 25 08:14 EST', '2025-03-24T13:14:00Z'],
    ['24 Mar 2025 08:14:05 -0700', '2025-03-24T15:14:05Z'],
    ['Monday, 24-Mar-25 08:14:05 GMT', '2025-03-24T08:14:05Z'],
    ['Mon Mar 24 08:14:05 2025', '2025-03-24T08:14:05Z'],
    ['Mon Mar 24 08:14:05 UTC 2025', '2025-03-24T08:14:05Z'],
    ['Mar 24, 2025', '2025-03-24T00:00:00Z'],
    ['March 24, 2025 at 8:14 p.m. ET', '2025-03-25T00:14:00Z'],
    ['Jan. 24, 2025 8 a.m. ET', '2025-01-24T13:00:00Z'],
    ['Updated 8:14 PM EDT, Mon March 24, 2025', '2025-03-25T00:14:00Z'],
    ['Sept. 3, 2025', '2025-09-03T00:00:00Z'],
    ['24. März 2025, 08:14 Uhr', '2025-03-24T08:14:00Z'],
    ['24 de marzo de 2025', '2025-03-24T00:00:00Z'],
    ['le 24 février 2025 à 8h14', '2025-02-24T08:14:00Z'],
    ['24 марта 2025', '2025-03-24T00:00:00Z'],
    ['3/24/2025 8:14 AM', '2025-03-24T08:14:00Z'],
    ['24/3/2025', '2025-03-24T00:00:00Z'],
    ['24.03.2025 08:14', '2025-03-24T08:14:00Z'],
    ['2025/03/24', '2025-03-24T00:00:00Z'],
    ['2025年3月24日 08:14', '2025-03-24T08:14:00Z'],
    ['2025년 3월 24일 오후 8:14', '2025-03-24T20:14:00Z'],
    ['1742804045', '2025-03-24T08:14:05Z'],
    ['1742804045000', '2025-03-24T08:14:05Z'],
    ['Tue, 30 Jun 2015 23:59:60 GMT', '2015-06-30T23:59:59Z'],
  ])('reads %s', (written, expected) => {
    expect(utc(written)).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    'Mon',
    '2025-02-30',
    '31 April 2025',
    '2025-13-01',
    'March',
    '99:99',
    '25:61 March 3',
  ])('sees no date in %j', (written) => {
    expect(parseDate(written)).toBeNull();
  });

  it('reads back every moment as feeds write it', () => {
    const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const second = Math.floor(date.getTime() / 1000) * 1000;
        expect(parseDate(date.toUTCString())).toBe(second);
        expect(parseDate(date.toISOString())).toBe(second);
      }),
    );
  });

  it('never throws and never gives NaN', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/.:, TZapm+March年月') }), (text) => {
        const at = parseDate(text);
        expect(at === null || Number.isInteger(at)).toBe(true);
      }),
    );
  });
});

describe('publishedAtOf', () => {
  const now = Date.UTC(2025, 2, 24, 12);

  it('takes the first usable date', () => {
    const at = publishedAtOf([null, 'soon', '2025-03-24T08:00:00Z', '2020-01-01'], now);
    expect(at).toEqual({ publishedAt: Date.UTC(2025, 2, 24, 8), dateGuessed: false });
  });

  it('counts a date a little ahead as now', () => {
    expect(publishedAtOf(['2025-03-24T15:00:00Z'], now)).toEqual({ publishedAt: now, dateGuessed: false });
  });

  it.each([[[]], [['2031-01-01']], [['1970-01-01']], [['no date']]])(
    'marks a missing or impossible date as guessed: %j',
    (written) => {
      expect(publishedAtOf(written, now)).toEqual({ publishedAt: now, dateGuessed: true });
    },
  );
});
