import type { Instant } from '../domain/time.ts';

const minute = 60_000;

/** Making a formatter costs 200 times as much as using it, so each zone's is kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * How far the zone's clock is ahead of UTC at this instant, in milliseconds.
 * @param zone a valid IANA name; anything else throws a RangeError
 */
export function offsetAt(zone: string, at: Instant): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      timeZoneName: 'longOffset',
      hour: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return readOffset(formatter.format(at));
}

/** Reads the end of "08 AM GMT+05:30", or "GMT-00:44:30" from the days before whole minutes. */
function readOffset(formatted: string): number {
  const match = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(formatted);
  if (!match) return 0;
  const [, sign, hours, minutes, seconds] = match;
  const size = (Number(hours) * 60 + Number(minutes)) * minute + Number(seconds ?? 0) * 1000;
  return sign === '-' ? -size : size;
}
