/** One call of a Slack Web API method: no queue, no retries, a typed error. */
import { request } from 'undici';
import { CourantError } from '../../src/domain/errors.ts';
import type { Clock } from '../../src/domain/time.ts';
import { transportError } from '../transport-error.ts';
import { rateLimited, slackError } from './errors.ts';

export type SlackAnswer = { readonly ok: true; readonly [field: string]: unknown };

export type SlackCaller = (token: string, method: string, body: object) => Promise<SlackAnswer>;

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
  return async (token, method, body) => {
    if (signal.aborted)
      throw new CourantError('not-sent', 'The Slack adapter has stopped.', { reason: 'stopped' });
    const patience = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const { status, retryAfter, text } = await send(
      `${apiUrl}/${method}`,
      token,
      encode(method, body),
      patience,
    );
    if (status === 429) {
      throw rateLimited(clock() + (retryAfter ?? defaultRetrySeconds) * 1000, 'ratelimited');
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

function encode(method: string, body: object): { readonly type: string; readonly text: string } {
  if (takesJson.test(method)) return { type: 'application/json; charset=utf-8', text: JSON.stringify(body) };
  const fields = Object.entries(body).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(
    fields.map(([name, value]): [string, string] => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  ).toString();
  return { type: 'application/x-www-form-urlencoded', text };
}

async function send(url: string, token: string, body: ReturnType<typeof encode>, signal: AbortSignal) {
  try {
    const response = await request(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': body.type },
      body: body.text,
      signal,
    });
    const retryAfter = Number(response.headers['retry-after']);
    const text = await response.body.text();
    return {
      status: response.statusCode,
      retryAfter: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
      text,
    };
  } catch (error) {
    throw transportError('Slack', error);
  }
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
