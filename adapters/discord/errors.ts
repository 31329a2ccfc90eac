/**
 * Discord's error codes and what they mean for a post
 * (discord.com/developers/docs/topics/opcodes-and-status-codes#json). A code not listed is a no to this one message.
 */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { CourantError, isCourantError, type RefusalScope } from '../../src/domain/errors.ts';
import type { Clock } from '../../src/domain/time.ts';
import { transportError } from '../transport-error.ts';

type Refusal = { readonly scope: RefusalScope; readonly message: string; readonly mend?: string };

const access: Refusal = {
  scope: 'channel',
  message: 'The bot may not see or write in this channel.',
  mend: 'Give it View Channel, Send Messages and Embed Links there.',
};
const gone: Refusal = { scope: 'channel', message: 'The channel is gone.' };
const locked: Refusal = {
  scope: 'channel',
  message: 'The thread is locked or archived.',
  mend: 'Unlock it.',
};
const wrongKind: Refusal = { scope: 'channel', message: 'This kind of channel takes no messages.' };
const ours: Refusal = { scope: 'message', message: 'Discord does not accept this message as it is built.' };
const badToken: Refusal = {
  scope: 'platform',
  message: 'Discord does not accept the bot’s token.',
  mend: 'Copy DISCORD_TOKEN again from the Bot page.',
};

const refusals: Readonly<Record<string, Refusal>> = {
  10003: gone,
  10004: { scope: 'workspace', message: 'The bot is not in this server any more.', mend: 'Invite it again.' },
  50001: access,
  50013: access,
  10008: { scope: 'message', message: 'The message this belongs to is gone.' },
  50035: ours,
  40005: ours,
  50006: ours,
  50008: wrongKind,
  50024: wrongKind,
  50068: wrongKind,
  160005: locked,
  50083: locked,
  50007: { scope: 'channel', message: 'This person takes no direct messages from the bot.' },
  50278: { scope: 'channel', message: 'This person shares no server with the bot.' },
  40001: badToken,
};

/** "Not now" said by a code; Discord gives `retry_after` with most, else a minute. */
const notNow = new Set(['20016', '20028', '20029', '20022', '110000']);
const aMinute = 60_000;

/** Any failure of a REST call as ours. Keeps neither the request nor its address: both may hold tokens. */
export function discordError(error: unknown, clock: Clock): CourantError {
  if (isCourantError(error)) return error;
  if (error instanceof RateLimitError) {
    const wait = Math.max(error.retryAfter, error.sublimitTimeout, error.timeToReset, 1);
    return limited(clock() + wait, error.global ? 'global' : '429', error.global);
  }
  if (error instanceof DiscordAPIError) return refusalOf(error, clock);
  if (error instanceof HTTPError) {
    return new CourantError('unknown-outcome', `Discord had a fault of its own (${error.status}).`, {
      reason: String(error.status),
    });
  }
  if (error instanceof Error && error.message.includes('Expected token to be set')) {
    return refused(badToken, '401');
  }
  return transportError('Discord', error);
}

function refusalOf(error: DiscordAPIError, clock: Clock): CourantError {
  const code = String(error.code);
  if (error.status === 401) return refused(badToken, '401');
  if (notNow.has(code)) {
    const raw = error.rawError;
    const seconds = 'retry_after' in raw && typeof raw.retry_after === 'number' ? raw.retry_after : null;
    return limited(clock() + (seconds === null ? aMinute : seconds * 1000), code);
  }
  const known = refusals[code];
  if (known) return refused(known, code);
  return refused(
    { scope: 'message', message: `Discord refused: ${error.message.split('\n')[0]} (${code}).` },
    code,
  );
}

function refused({ scope, message, mend }: Refusal, reason: string): CourantError {
  return new CourantError('refused', message, { scope, reason, ...(mend === undefined ? {} : { mend }) });
}

/** @param everywhere the limit of the whole bot was met, not that of a channel */
function limited(retryAt: number, reason: string, everywhere = false): CourantError {
  return new CourantError('rate-limited', 'Discord asks to wait.', {
    retryAt,
    reason,
    ...(everywhere ? { scope: 'platform' } : {}),
  });
}

/** JSON error code of a channel, or thread, that isn't there. */
export const unknownChannel = 10003;

export function hasReason(error: unknown, ...codes: readonly number[]): boolean {
  return isCourantError(error, 'refused') && codes.map(String).includes(error.reason ?? '');
}
