/** One call of Discord's REST: no queue, no waiting, no retries, a typed error. */
import { CourantError } from '../../src/domain/errors.ts';
import type { Clock } from '../../src/domain/time.ts';
import { createHttpCaller } from '../http-call.ts';
import { apiUrlOf, type DiscordConfig, usualRequestsPerSecond } from './config.ts';
import { discordFault, discordRefusal, refusedToken } from './errors.ts';
import { createRateLimits } from './rate-limits.ts';
import type { Route, Verb } from './routes.ts';

export type DiscordCaller = <T = unknown>(
  verb: Verb,
  route: Route,
  options?: {
    /** An object, or JSON text already. */
    readonly body?: object | string;
    readonly query?: Readonly<Record<string, string>>;
  },
) => Promise<T>;

/** Discord asks for this form: discord.com/developers/docs/reference#user-agent. */
const userAgent = 'DiscordBot (https://www.npmjs.com/package/courant, 0.1.0)';

/**
 * `@discordjs/rest` queues and counts for those who wait; posting, whose pace is set elsewhere, goes by undici. What
 * Discord would refuse for its limits is thrown as `rate-limited`, before anything is sent where that is known.
 * `signal` ends calls in flight: their outcome is unknown.
 * @throws CourantError `refused`, `rate-limited`, `not-sent`, `unknown-outcome`
 */
export function createDiscordCaller(options: {
  readonly config: Pick<DiscordConfig, 'token' | 'apiUrl' | 'requestsPerSecond'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds to wait for an answer. */
  readonly timeout: number;
  /** Told about 401, 403 and 429 piling up: 10,000 in ten minutes and Discord bans the address. */
  warn(fields: object, message: string): void;
}): DiscordCaller {
  const { config, clock, signal, timeout, warn } = options;
  const { origin, pathname } = new URL(`${apiUrlOf(config)}/v10`);
  const send = createHttpCaller({ platform: 'Discord', origin, signal, timeout });
  const limits = createRateLimits({
    clock,
    requestsPerSecond: config.requestsPerSecond ?? usualRequestsPerSecond,
    warn,
  });
  const headers = { authorization: `Bot ${config.token}`, 'user-agent': userAgent };
  const jsonHeaders = { ...headers, 'content-type': 'application/json' };
  let isTokenRefused = false;

  return async <T>(verb: Verb, route: Route, { body, query }: Parameters<DiscordCaller>[2] = {}) => {
    if (signal.aborted)
      throw new CourantError('not-sent', 'The Discord adapter has stopped.', { reason: 'stopped' });
    // A token that was refused stays so; calls in vain are counted against our address.
    if (isTokenRefused) throw refusedToken();
    limits.enter(verb, route);
    const answer = await send({
      method: methods[verb],
      path: `${pathname}${route}${query === undefined ? '' : `?${new URLSearchParams(query)}`}`,
      headers: body === undefined ? headers : jsonHeaders,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const { status } = answer;
    const said = readJson(answer.text);
    const limited = limits.heed(verb, route, answer, said);
    if (limited) throw limited;
    if (status >= 500) throw discordFault(status);
    if (status >= 400) {
      isTokenRefused ||= status === 401;
      throw discordRefusal(status, said, clock);
    }
    if (said === unreadable) {
      throw new CourantError('unknown-outcome', 'Discord’s answer could not be read.', {
        reason: 'unreadable',
      });
    }
    return said as T;
  };
}

const methods = { get: 'GET', post: 'POST', patch: 'PATCH', put: 'PUT', delete: 'DELETE' } as const;

const unreadable = Symbol('no JSON');

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return unreadable;
  }
}
