/** What a failed HTTP call means for the message it carried. */
import { CourantError } from '../src/domain/errors.ts';

/** Failures of finding or reaching the host: nothing of the request was sent. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** True only where the request certainly never left: everything else may have been accepted. */
function neverLeft(error: unknown): boolean {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string' && beforeSending.has(current.code)) return true;
    if ('syscall' in current && (current.syscall === 'connect' || current.syscall === 'getaddrinfo'))
      return true;
    if (current instanceof AggregateError && current.errors.length > 0 && current.errors.every(neverLeft))
      return true;
  }
  return false;
}

/** `not-sent` where that is certain, else `unknown-outcome`: reset, timeout, abort, torn or unreadable answer. */
export function transportError(platform: string, error: unknown): CourantError {
  const reason = codeOf(error);
  if (neverLeft(error)) {
    return new CourantError('not-sent', `${platform} could not be reached (${reason}).`, {
      reason,
      cause: error,
    });
  }
  return new CourantError('unknown-outcome', `${platform} did not answer properly (${reason}).`, {
    reason,
    cause: error,
  });
}

/** Where nothing is at stake but a connection, or something read: always `not-sent`. */
export function connectionError(platform: string, error: unknown): CourantError {
  const reason = codeOf(error);
  return new CourantError('not-sent', `${platform} could not be reached (${reason}).`, {
    reason,
    cause: error,
  });
}

function codeOf(error: unknown): string {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code;
    if (current.name === 'AbortError' || current.name === 'TimeoutError') return 'timeout';
  }
  return error instanceof Error ? error.name : 'unknown';
}
