/** The operator's token, and the sessions a browser gets for it. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../domain/time.ts';

/** A browser is asked for the token again after this. */
export const SESSION_MS = 12 * 3_600_000;

/** Compares in the same time wherever the two differ, and however long they are. */
export function isToken(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** "Bearer abc" -> "abc"; null for anything else. */
export function bearerOf(header: string | undefined): string | null {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? null;
}

/**
 * What a browser keeps instead of the token: until when, signed with it. Nothing is stored here, so that it holds on
 * every process and after a restart; another token ends all sessions.
 */
export function sessionFor(token: string, now: Instant): string {
  const until = String(now + SESSION_MS);
  return `${until}.${signature(token, until)}`;
}

export function isSession(session: string, token: string, now: Instant): boolean {
  const [until = '', signed = ''] = session.split('.');
  return isToken(signed, signature(token, until)) && Number(until) > now;
}

function signature(token: string, until: string): string {
  return createHmac('sha256', token).update(`courant operator until ${until}`).digest('base64url');
}
