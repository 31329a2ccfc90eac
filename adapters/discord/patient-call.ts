/** Calls of Discord's REST that sit out its rate limits: right for answers to people, wrong for posts. */
import { DiscordAPIError, HTTPError, REST } from 'discord.js';
import { CourantError } from '../../src/domain/errors.ts';
import type { Clock } from '../../src/domain/time.ts';
import { transportError } from '../transport-error.ts';
import { type DiscordConfig, restOptionsOf } from './config.ts';
import { discordFault, discordRefusal, refusedToken } from './errors.ts';
import type { Route, Verb } from './routes.ts';

export type PatientDiscordCaller = <T = unknown>(
  verb: Verb,
  route: Route,
  options?: { readonly body?: object | undefined; readonly anonymous?: boolean },
) => Promise<T>;

/**
 * `@discordjs/rest` keeps count of Discord's buckets and waits for them; it never retries here.
 * @throws CourantError `refused`, `rate-limited`, `not-sent`, `unknown-outcome`
 */
export function createPatientDiscordCaller(options: {
  readonly config: Pick<DiscordConfig, 'token' | 'apiUrl' | 'requestsPerSecond'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds to wait for an answer. */
  readonly timeout: number;
  /** Told about 401, 403 and 429 piling up: 10,000 in ten minutes and Discord bans the address. */
  warn(fields: object, message: string): void;
}): PatientDiscordCaller {
  const { config, clock, signal, timeout } = options;
  const rest = new REST({
    ...restOptionsOf(config),
    retries: 0,
    timeout,
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
    route: Route,
    { body, anonymous = false }: Parameters<PatientDiscordCaller>[2] = {},
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
      });
      return answer as T;
    } catch (error) {
      throw explained(error, clock);
    } finally {
      signal.removeEventListener('abort', end);
    }
  };
}

function explained(error: unknown, clock: Clock): CourantError {
  if (error instanceof DiscordAPIError) return discordRefusal(error.status, error.rawError, clock);
  if (error instanceof HTTPError) return discordFault(error.status);
  if (error instanceof Error && error.message.includes('Expected token to be set')) return refusedToken();
  return transportError('Discord', error);
}
