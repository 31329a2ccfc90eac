import type { Instant, Window } from '../../src/domain/time.ts';
import { labelLocale } from './labels/labels.ts';

/** How moments are written in one language and zone. */
export type Dates = {
  /** "Tuesday, February 18". */
  day(at: Instant): string;
  /** "Mon, Feb 17, 8:00 AM – Tue, Feb 18, 8:00 AM"; longer ones by the day: "Jan 20 – Feb 18, 2025". */
  window(window: Window): string;
  /**
   * "9:10 – 10:40 AM", with the dates where it spans days or is told among more than a day's news; a single moment
   * where both are the same minute.
   */
  span(from: Instant, to: Instant, among: Window): string;
  /** "Feb 18, 2025, 9:10 AM". */
  moment(at: Instant): string;
};

const made = new Map<string, Dates>();

/** Dates of a zone in the language of its labels. A zone this machine doesn't know is read as UTC. */
export function datesIn(locale: string, zone: string): Dates {
  const key = `${locale}\n${zone}`;
  const known = made.get(key);
  if (known) return known;
  const dates = makeDates(labelLocale(locale), zone);
  // Intl's formats are dear to make and there are few of them; a flood of zones must not be kept.
  if (made.size > 500) made.clear();
  made.set(key, dates);
  return dates;
}

function makeDates(locale: string, zone: string): Dates {
  const timeZone = knownZone(zone);
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' });
  const moment = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const hours = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const withYear = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });
  const date = new Intl.DateTimeFormat('en-CA', { timeZone });
  const window = remembered((from, to) =>
    spaced((to - from <= countedInHours ? hours : days).formatRange(from, to)),
  );
  const dated = remembered((from, to) => spaced(moment.formatRange(from, to)));
  const ofOneDay = remembered((from, to) =>
    date.format(from) === date.format(to) ? spaced(clock.formatRange(from, to)) : dated(from, to),
  );
  return {
    day: (at) => spaced(day.format(at)),
    window: ({ from, to }) => window(from, to),
    span: (from, to, among) => (among.to - among.from <= shownWithoutDate ? ofOneDay : dated)(from, to),
    moment: (at) => spaced(withYear.format(at)),
  };
}

/** Ranges are slow to write, and at eight o'clock the same ones are asked for by every channel. */
function remembered(write: (from: Instant, to: Instant) => string): (from: Instant, to: Instant) => string {
  const known = new Map<string, string>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const written = known.get(key) ?? write(from, to);
    if (known.size > 500) known.clear();
    known.set(key, written);
    return written;
  };
}

/** Intl sets thin and unbreakable spaces, which some clients and terminals show as boxes. */
export function spaced(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ');
}

/** A day, be it one of 25 hours: in longer windows an hour comes more than once. */
const shownWithoutDate = 25 * 3_600_000;

/** Three days: in longer windows nobody looks for the minute. */
const countedInHours = 3 * 24 * 3_600_000;

function knownZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return 'UTC';
  }
}
