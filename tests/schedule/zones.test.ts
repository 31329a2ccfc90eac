import { describe, expect, it } from 'vitest';
import { readZone, validateZone } from '../../src/schedule/zones.ts';

describe('a time zone', () => {
  const known: readonly (readonly [string, string])[] = [
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['europe/kyiv', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kyiv'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['new_york', 'America/New_York'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['CET', 'Europe/Berlin'],
    ['est', 'America/New_York'],
    ['UTC', 'UTC'],
    ['gmt', 'UTC'],
    ['utc-5', 'Etc/GMT+5'],
    ['st. petersburg', 'Europe/Moscow'],
  ];
  it.each(known)('named “%s” is %s', (name, zone) => expect(readZone(name)).toBe(zone));

  it('of every IANA name is itself under its modern name, and usable', () => {
    for (const name of Intl.supportedValuesOf('timeZone')) {
      const zone = readZone(name);
      expect(zone).not.toBeNull();
      expect(new Intl.DateTimeFormat('en', { timeZone: zone ?? '' }).resolvedOptions().timeZone).toBe(name);
    }
  });

  it('misspelt is refused with the nearest names', () => {
    expect(() => validateZone('Europe/Kyev')).toThrow(
      expect.objectContaining({ code: 'invalid', mend: expect.stringContaining('Europe/Kyiv') }),
    );
  });

  it('that means several is asked about', () => {
    expect(() => validateZone('IST')).toThrow(
      expect.objectContaining({ mend: expect.stringContaining('Europe/Dublin') }),
    );
  });

  it.each(['', ' ', '+02:00', 'UTC+99', 'utc+5:30', '../etc/passwd', 'x'.repeat(100_000)])(
    'that is none is refused: %.20s',
    (name) => expect(() => validateZone(name)).toThrow(expect.objectContaining({ code: 'invalid' })),
  );
});
