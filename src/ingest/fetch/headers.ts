import type { Instant } from '../../domain/time.ts';
import { parseDate } from '../dates/parse-date.ts';

export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

export function header(headers: ResponseHeaders, name: string): string | null {
  const value = headers[name];
  const first = Array.isArray(value) ? value.join(', ') : value;
  return first?.trim() || null;
}

const MAX_WAIT = 7 * 24 * 60 * 60_000;

/** RFC 9110, 10.2.3: seconds or a date; null when absent, past or unreadable. Never more than a week. */
export function retryAfter(headers: ResponseHeaders, now: Instant): Instant | null {
  const written = header(headers, 'retry-after');
  if (written === null) return null;
  const at = /^\d{1,9}$/.test(written) ? now + Number(written) * 1000 : parseDate(written);
  return at === null || at <= now ? null : Math.min(at, now + MAX_WAIT);
}

/** How long the answer stays fresh, in seconds, by Cache-Control or Expires (RFC 9111, 4.2.1); null when it does not say. */
export function freshSeconds(headers: ResponseHeaders, now: Instant): number | null {
  const control = header(headers, 'cache-control') ?? '';
  if (/\b(?:no-store|no-cache)\b/i.test(control)) return null;
  const maxAge = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1];
  if (maxAge !== undefined) {
    const age = /^\d{1,9}/.exec(header(headers, 'age') ?? '')?.[0];
    return Math.max(0, Number(maxAge) - Number(age ?? 0));
  }
  const expires = parseDate(header(headers, 'expires') ?? '');
  return expires === null || expires <= now ? null : Math.round((expires - now) / 1000);
}

/** The `Link` header's targets of one relation (RFC 8288), as written. */
export function linkTargets(headers: ResponseHeaders, rel: string): readonly string[] {
  const written = (header(headers, 'link') ?? '').slice(0, 8_000);
  const targets: string[] = [];
  for (const [, target = '', parameters = ''] of written.matchAll(/<([^<>]{1,2000})>([^<]*)/g)) {
    const rels = /\brel\s*=\s*"?([^",;]+)/i.exec(parameters)?.[1]?.toLowerCase().split(/\s+/) ?? [];
    if (rels.includes(rel)) targets.push(target);
  }
  return targets;
}
