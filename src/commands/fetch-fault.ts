/** What could not be fetched, in words for who named the address. */
import type { PhraseName, PlacesOf } from '../../adapters/message/phrases/phrase-set.ts';
import { type Saying, saying } from '../../adapters/message/phrases/saying.ts';
import { CourantError } from '../domain/errors.ts';
import { Refusal } from './refusal.ts';

type Sentence = { [Name in PhraseName]: [PlacesOf<Name>] extends [never] ? Name : never }[PhraseName];

/** By the reason that ingest gives: its own word, or the code of Node, OpenSSL, zlib or undici. */
const phrases: readonly (readonly [reason: RegExp, what: Sentence, mend?: Sentence])[] = [
  [/^(timeout|UND_ERR_(HEADERS|BODY)_TIMEOUT)$/, 'siteTooSlow'],
  [/^ENOTFOUND$/, 'noSuchHost'],
  [/^(CERT_|DEPTH_ZERO_|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT)/, 'certificateWrong'],
  [/^(ERR_SSL_|EPROTO)/, 'httpsBroken'],
  [/^(too-large|UND_ERR_HEADERS_OVERFLOW)$/, 'tooLargeToRead'],
  [
    /^(content-encoding|not-modified|HTTPParserError|HPE_|Z_|ERR_BROTLI|ERR_ZSTD|ZSTD_|ERR__ERROR_)/,
    'answerUnreadable',
  ],
  [/^redirect(-loop)?$/, 'redirectedAstray'],
  [/^private-address$/, 'notPublic', 'notPublicMend'],
  [/^robots$/, 'botsUnwanted'],
  [/^(address|protocol)$/, 'notAnAddress'],
  [/^credentials$/, 'passwordInAddress'],
  [/^(reading-|ERR_WORKER_)/, 'readingFailed'],
  [/^gone$/, 'takenDown'],
  [/^no-article$/, 'noArticleThere'],
  [/^no-feed$/, 'noFeedThere', 'noFeedThereMend'],
  [/^not-a-feed$/, 'notAFeed', 'notAFeedMend'],
  [/^moved$/, 'feedMoved'],
  [/^(E[A-Z_]+|UND_ERR_\w+)$/, 'siteUnreachable'],
];

type FetchFault = Pick<CourantError, 'message' | 'reason'>;

/** In English where it has no phrase. */
export function sayFetchFault({ message, reason = '' }: FetchFault): Saying {
  if (/^\d{3}$/.test(reason)) return saying('siteAnswers', { status: reason });
  const phrase = phraseOf(reason)?.[1];
  return phrase === undefined ? saying('asItIs', { words: message }) : saying(phrase);
}

function phraseOf(reason: string) {
  return phrases.find(([pattern]) => pattern.test(reason));
}

/**
 * To be given to `catch`: that a site does not answer is the asker's to know, no fault of ours.
 * @throws Refusal; anything else as it is
 */
export function refuseFetch(fault: unknown): never {
  if (!(fault instanceof CourantError) || fault.reason === undefined) throw fault;
  const mend = phraseOf(fault.reason)?.[2];
  throw new Refusal('refused', sayFetchFault(fault), {
    cause: fault,
    reason: fault.reason,
    ...(mend !== undefined && { mend: saying(mend) }),
  });
}
