/** Discord's REST, one call at a time, with typed errors. */
import { REST } from 'discord.js';
import { CourantError } from '../../src/domain/errors.ts';
import type { Clock } from '../../src/domain/time.ts';
import { type DiscordConfig, restOptionsOf } from './config.ts';
import { discordError } from './errors.ts';

type Verb = 'get' | 'post' | 'patch' | 'put' | 'delete';

export type DiscordCaller = <T = unknown>(
  verb: Verb,
  route: `/${string}`,
  options?: {
    readonly body?: unknown;
    readonly query?: Readonly<Record<string, string>>;
    readonly anonymous?: boolean;
  },
) => Promise<T>;

/**
 * `@discordjs/rest` keeps count of Discord's buckets; it never retries here. Where it is not to wait, what it would
 * have waited for is thrown as `rate-limited`, before anything is sent where the bucket is known to be empty.
 * @throws CourantError `refused`, `rate-limited`, `not-sent`, `unknown-outcome`
 */
export function createDiscordCaller(options: {
  readonly config: Pick<DiscordConfig, 'token' | 'apiUrl' | 'requestsPerSecond'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds to wait for an answer. */
  readonly timeout: number;
  /** True: sit out a rate limit. Right for answers to people, wrong for posts, whose pace is set elsewhere. */
  readonly waits: boolean;
  /** Told about 401, 403 and 429 piling up: 10,000 in ten minutes and Discord bans the address. */
  warn(fields: object, message: string): void;
}): DiscordCaller {
  const { config, clock, signal, timeout } = options;
  const rest = new REST({
    ...restOptionsOf(config),
    retries: 0,
    timeout,
    rejectOnRateLimit: options.waits ? null : () => true,
    invalidRequestWarningInterval: 500,
  }).setToken(config.token);
  rest.on('invalidRequestWarning', ({ count }) => {
    options.warn(
      { count },
      'Discord refuses many of our requests; at 10,000 in ten minutes it bans this address',
    );
  });
  return async <T>(
    verb: Verb,
    route: `/${string}`,
    { body, query, anonymous = false }: Parameters<DiscordCaller>[2] = {},
  ) => {
    if (signal.aborted)
      throw new CourantError('not-sent', 'The Discord adapter has stopped.', { reason: 'stopped' });
    // @discordjs/rest listens to each call's signal and never stops: one shared by all would keep every call for ever.
    const ending = new AbortController();
    const end = () => ending.abort();
    signal.addEventListener('abort', end);
    try {
      const answer = await rest[verb](route, {
        auth: !anonymous,
        signal: ending.signal,
        ...(body === undefined ? {} : { body }),
        ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
      });
      return answer as T;
    } catch (error) {
      throw discordError(error, clock);
    } finally {
      signal.removeEventListener('abort', end);
    }
  };
}
