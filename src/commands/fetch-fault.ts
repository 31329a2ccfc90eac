/** What could not be fetched, in words for who named the address. */
import type { PhraseName } from '../../adapters/message/phrases/phrase-set.ts';
import { type Saying, saying } from '../../adapters/message/phrases/saying.ts';
import { CourantError } from '../domain/errors.ts';
import { Refusal } from './refusal.ts';

/** By the reason that ingest gives. */
const phrases = {
  timeout: 'siteTooSlow',
  UND_ERR_HEADERS_TIMEOUT: 'siteTooSlow',
  UND_ERR_BODY_TIMEOUT: 'siteTooSlow',
  ENOTFOUND: 'noSuchHost',
  EAI_AGAIN: 'siteUnreachable',
  ECONNREFUSED: 'siteUnreachable',
  ECONNRESET: 'siteUnreachable',
  EHOSTUNREACH: 'siteUnreachable',
  ENETUNREACH: 'siteUnreachable',
  ETIMEDOUT: 'siteUnreachable',
  UND_ERR_CONNECT_TIMEOUT: 'siteUnreachable',
  UND_ERR_SOCKET: 'siteUnreachable',
  'private-address': 'notPublic',
  robots: 'botsUnwanted',
  address: 'notAnAddress',
  protocol: 'notAnAddress',
  'too-large': 'tooLargeToRead',
} as const satisfies Readonly<Record<string, PhraseName>>;

const byReason: ReadonlyMap<string, (typeof phrases)[keyof typeof phrases]> = new Map(
  Object.entries(phrases),
);

/** In English where it has no phrase. */
export function sayFetchFault({ message, reason = '' }: CourantError): Saying {
  if (/^\d{3}$/.test(reason)) return saying('siteAnswers', { status: reason });
  const phrase = byReason.get(reason);
  return phrase === undefined ? saying('asItIs', { words: message }) : saying(phrase);
}

/**
 * To be given to `catch`: that a site does not answer is the asker's to know, no fault of ours.
 * @throws Refusal; anything else as it is
 */
export function refuseFetch(fault: unknown): never {
  const isOfTheSite = fault instanceof CourantError && fault.reason !== undefined;
  if (!isOfTheSite) throw fault;
  throw new Refusal('refused', sayFetchFault(fault), {
    cause: fault,
    reason: fault.reason,
    ...(fault.mend !== undefined && { mend: saying('asItIs', { words: fault.mend }) }),
  });
}
