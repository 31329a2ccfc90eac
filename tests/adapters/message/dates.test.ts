import { describe, expect, it } from 'vitest';
import { datesIn } from '../../../adapters/message/dates.ts';

const at = Date.parse;
const day = { from: at('2025-02-18T06:00:00Z'), to: at('2025-02-19T06:00:00Z') };

describe('dates of a digest', () => {
  it('say a day’s window with its weekdays and hours, in the zone of the channel', () => {
    expect(datesIn('en', 'Europe/Kyiv').window(day)).toBe('Tue, Feb 18, 8:00 AM – Wed, Feb 19, 8:00 AM');
    expect(datesIn('en', 'America/New_York').window(day)).toBe('Tue, Feb 18, 1:00 AM – Wed, Feb 19, 1:00 AM');
  });

  it('are written as each language writes them', () => {
    expect(datesIn('uk', 'Europe/Kyiv').window(day)).toBe('вт, 18 лют., 08:00 – ср, 19 лют., 08:00');
    expect(datesIn('de', 'Europe/Berlin').day(day.to)).toBe('Mittwoch, 19. Februar');
    expect(datesIn('fr', 'Europe/Paris').day(day.to)).toBe('mercredi 19 février');
    expect(datesIn('es', 'Europe/Madrid').day(day.to)).toBe('miércoles, 19 de febrero');
    expect(datesIn('ar', 'Asia/Riyadh').day(day.to)).toBe('الأربعاء، 19 فبراير');
  });

  it('say long windows by the day and with the year', () => {
    const month = { from: at('2024-12-20T06:00:00Z'), to: at('2025-01-19T06:00:00Z') };
    expect(datesIn('en', 'UTC').window(month)).toBe('Dec 20, 2024 – Jan 19, 2025');
  });

  it('say the hours of one day without it, and a moment once', () => {
    const { span } = datesIn('en', 'UTC');
    expect(span(at('2025-02-18T09:10:00Z'), at('2025-02-18T10:40:00Z'), day)).toBe('9:10 – 10:40 AM');
    expect(span(at('2025-02-18T09:10:10Z'), at('2025-02-18T09:10:50Z'), day)).toBe('9:10 AM');
    expect(span(at('2025-02-18T22:00:00Z'), at('2025-02-19T01:00:00Z'), day)).toBe(
      'Feb 18, 10:00 PM – Feb 19, 1:00 AM',
    );
  });

  it('say the day too where more than one is told of', () => {
    const week = { from: at('2025-02-12T06:00:00Z'), to: day.to };
    const { span } = datesIn('en', 'UTC');
    expect(span(at('2025-02-18T09:10:00Z'), at('2025-02-18T10:40:00Z'), week)).toBe(
      'Feb 18, 9:10 – 10:40 AM',
    );
  });

  it('hold only spaces every client can show', () => {
    for (const locale of ['en', 'uk', 'ar', 'de', 'es', 'fr'])
      expect(datesIn(locale, 'UTC').window(day)).not.toMatch(/[\u00a0\u2009\u202f]/);
  });

  it('are in UTC where the zone is unknown', () => {
    expect(datesIn('en', 'Mars/Olympus').moment(day.from)).toBe('Feb 18, 2025, 6:00 AM');
  });
});
