import type { Instant } from './time.ts';

/**
 * The one error vocabulary. `code` is what callers switch on:
 * - invalid: what was given is wrong; the message names the fault and the mend
 * - not-found / exists: the thing asked for is not there, or already is
 * - forbidden: whoever asked may not
 * - refused: the other side said a definite no that will stay (channel gone, bot removed, bad token)
 * - rate-limited: a definite no for now; `retryAt` says until when
 * - not-sent: a definite failure before anything was sent; may be tried again
 * - unknown-outcome: it may have got through; look before trying again
 * - unavailable: a part we need (database, disk) can't serve now
 * - too-new: the database was written by a newer program
 */
export type ErrorCode =
  | 'invalid'
  | 'not-found'
  | 'exists'
  | 'forbidden'
  | 'refused'
  | 'rate-limited'
  | 'not-sent'
  | 'unknown-outcome'
  | 'unavailable'
  | 'too-new';

/** What a refusal, or a limit of rate, concerns. */
export type RefusalScope = 'message' | 'channel' | 'workspace' | 'platform';

export type ErrorDetails = {
  /** What the reader should do about it, one sentence. */
  readonly mend?: string;
  readonly retryAt?: Instant;
  readonly scope?: RefusalScope;
  /** The other side's own word for it: "not_in_channel", "50013". */
  readonly reason?: string;
  readonly cause?: unknown;
};

/** `message` says what happened, `mend` what to do about it. Never holds a secret. */
export class CourantError extends Error {
  readonly code: ErrorCode;
  readonly mend: string | undefined;
  readonly retryAt: Instant | undefined;
  readonly scope: RefusalScope | undefined;
  readonly reason: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'CourantError';
    this.code = code;
    this.mend = details.mend;
    this.retryAt = details.retryAt;
    this.scope = details.scope;
    this.reason = details.reason;
  }
}

export function isCourantError(error: unknown, code?: ErrorCode): error is CourantError {
  return error instanceof CourantError && (code === undefined || error.code === code);
}

/** One line for a person: what happened and, where known, what to do. */
export function describeError(error: unknown): string {
  if (error instanceof CourantError) return error.mend ? `${error.message} ${error.mend}` : error.message;
  return wordsOf(error, 'message') ?? wordsOf(error, 'code') ?? String(error);
}

/** Not every error is an Error (pg-boss's are not), or has a message (Node's, of a host of two addresses, has none). */
function wordsOf(error: unknown, field: 'message' | 'code'): string | null {
  if (typeof error !== 'object' || error === null || !(field in error)) return null;
  const words: unknown = Reflect.get(error, field);
  return typeof words === 'string' && words !== '' ? words : null;
}
