/**
 * Discord's error codes and what they mean for a post
 * (discord.com/developers/docs/topics/opcodes-and-status-codes#json). A code not listed is a no to this one message.
 */
import { CourantError, isCourantError, type RefusalScope } from '../../src/domain/errors.ts';
import type { Clock, Instant } from '../../src/domain/time.ts';
import { faults } from '../message/phrases/faults/en.ts';

type Refusal = { readonly scope: RefusalScope; readonly message: string; readonly mend?: string };

const access: Refusal = {
  scope: 'channel',
  message: faults.noAccess,
  mend: faults.noAccessMend,
};
const gone: Refusal = { scope: 'channel', message: faults.channelGone };
const locked: Refusal = {
  scope: 'channel',
  message: faults.threadShut,
  mend: faults.threadShutMend,
};
const wrongKind: Refusal = { scope: 'channel', message: faults.wrongKind };
const ours: Refusal = { scope: 'message', message: 'Discord does not accept this message as it is built.' };
const badToken: Refusal = {
  scope: 'platform',
  message: 'Discord does not accept the bot’s token.',
  mend: 'Copy DISCORD_TOKEN again from the Bot page.',
};

const refusals: Readonly<Record<string, Refusal>> = {
  10003: gone,
  10004: { scope: 'workspace', message: faults.notInServer, mend: faults.notInServerMend },
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
  50007: { scope: 'channel', message: faults.noDirectMessages },
  50278: { scope: 'channel', message: faults.noServerShared },
  40001: badToken,
};

/** "Not now" said by a code; Discord gives `retry_after` with most, else a minute. */
const notNow = new Set(['20016', '20028', '20029', '20022', '110000']);
const aMinute = 60_000;

/**
 * A definite no (4xx) as ours. Keeps neither the request nor its address: both may hold tokens.
 * @param said the answer's body, read
 */
export function discordRefusal(status: number, said: unknown, clock: Clock): CourantError {
  if (status === 401) return refusedToken();
  const { code, message, retry_after } = Object(said);
  const reason = code === undefined ? `http_${status}` : String(code);
  if (notNow.has(reason)) {
    const wait = typeof retry_after === 'number' ? retry_after * 1000 : aMinute;
    return rateLimited(clock() + wait, reason);
  }
  const known = refusals[reason];
  if (known) return refused(known, reason);
  const words = typeof message === 'string' ? message.split('\n')[0] : 'it did not say why';
  return refused({ scope: 'message', message: `Discord refused: ${words} (${reason}).` }, reason);
}

/** A 5xx: it may have been carried out. */
export function discordFault(status: number): CourantError {
  return new CourantError('unknown-outcome', `Discord had a fault of its own (${status}).`, {
    reason: String(status),
  });
}

export function refusedToken(): CourantError {
  return refused(badToken, '401');
}

function refused({ scope, message, mend }: Refusal, reason: string): CourantError {
  return new CourantError('refused', message, { scope, reason, ...(mend === undefined ? {} : { mend }) });
}

/** @param scope `platform` where the limit of the whole bot was met, not that of a channel */
export function rateLimited(retryAt: Instant, reason: string, scope?: 'platform'): CourantError {
  return new CourantError('rate-limited', 'Discord asks to wait.', {
    retryAt,
    reason,
    ...(scope === undefined ? {} : { scope }),
  });
}

/** JSON error code of a channel, or thread, that isn't there. */
export const unknownChannel = 10003;

export function hasReason(error: unknown, ...codes: readonly number[]): boolean {
  return isCourantError(error, 'refused') && codes.map(String).includes(error.reason ?? '');
}
