/** One call of a Slack Web API method: no queue, no retries, a typed error. */
import { CourantError } from '../../src/domain/errors.ts';
import type { Clock } from '../../src/domain/time.ts';
import { createHttpCaller } from '../http-call.ts';
import { rateLimited, slackError } from './errors.ts';

export type SlackAnswer = { readonly ok: true; readonly [field: string]: unknown };

/** `body` may be JSON text already, for methods that take JSON. */
export type SlackCaller = (token: string, method: string, body: object | string) => Promise<SlackAnswer>;

/** For a 429 that does not say how long: should not happen, must not storm. */
const defaultRetrySeconds = 30;

/**
 * `@slack/web-api` is three times slower, pauses its whole queue at a 429 and takes an unreadable answer for a
 * refusal; posting can't afford that, so it goes by undici.
 * `signal` ends calls in flight: their outcome is unknown.
 * @throws CourantError `refused`, `rate-limited`, `not-sent`, `unknown-outcome`
 */
export function createSlackCaller(options: {
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds to wait for an answer. */
  readonly timeout: number;
}): SlackCaller {
  const { apiUrl, clock, signal, timeout } = options;
  const { origin, pathname } = new URL(apiUrl);
  const send = createHttpCaller({ platform: 'Slack', origin, signal, timeout });
  return async (token, method, body) => {
    if (signal.aborted)
      throw new CourantError('not-sent', 'The Slack adapter has stopped.', { reason: 'stopped' });
    const { type, text: sent } = encode(method, body);
    const { status, headers, text } = await send({
      method: 'POST',
      path: `${pathname}/${method}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: sent,
    });
    if (status === 429) {
      const seconds = Number(headers['retry-after']);
      throw rateLimited(clock() + (seconds > 0 ? seconds : defaultRetrySeconds) * 1000, 'ratelimited');
    }
    const answer = readAnswer(text);
    if (answer?.ok === true) return { ...answer, ok: true };
    if (status >= 500 || answer === null) {
      throw new CourantError('unknown-outcome', `Slack answered ${method} with an unreadable ${status}.`, {
        reason: String(status),
      });
    }
    const word = typeof answer.error === 'string' ? answer.error : `http_${status}`;
    throw slackError(word, method, clock());
  };
}

/** Slack's reading methods take forms only; JSON spares the writing ones the long escapes of other alphabets. */
const takesJson = /^(chat|views)\./;
const json = 'application/json; charset=utf-8';

function encode(method: string, body: object | string): { readonly type: string; readonly text: string } {
  if (typeof body === 'string') return { type: json, text: body };
  if (takesJson.test(method)) return { type: json, text: JSON.stringify(body) };
  const fields = Object.entries(body).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(
    fields.map(([name, value]): [string, string] => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  ).toString();
  return { type: 'application/x-www-form-urlencoded', text };
}

function readAnswer(text: string): { readonly ok: boolean; readonly [field: string]: unknown } | null {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean'
      ? { ...answer, ok: answer.ok }
      : null;
  } catch {
    return null;
  }
}
