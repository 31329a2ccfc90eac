import type { Delivery, DeliveryState } from '../domain/delivery.ts';
import { CourantError } from '../domain/errors.ts';
import { writeChannel } from './channels.ts';
import { complain, type Io, print, say } from './io.ts';
import { withApp } from './with-app.ts';

/** So many are retried at once where no ids are given. */
const mostRetried = 10_000;

export async function list(
  io: Io,
  options: { readonly state?: DeliveryState; readonly limit: string; readonly json?: boolean },
): Promise<number> {
  const limit = Number(options.limit);
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new CourantError('invalid', `--limit is “${options.limit}”.`, {
      mend: 'Give a whole number above 0, like 50.',
    });
  return withApp(io, async ({ store: { deliveries } }) => {
    const rows = await deliveries.list({ ...(options.state && { state: options.state }), limit });
    for (const row of rows)
      if (options.json) print(io, JSON.stringify(row));
      else say(io, lineOf(row));
    if (options.json) return 0;
    const counts = Object.entries(await deliveries.counts()).filter(([, count]) => count > 0);
    say(
      io,
      counts.length === 0
        ? 'Nothing was delivered yet.'
        : counts.map(([state, count]) => `${count} ${state}`).join(', '),
    );
    return 0;
  });
}

/** Puts what was given up back to pending; a running `courant serve` picks it up within a minute. */
export async function retry(io: Io, ids: readonly string[]): Promise<number> {
  return withApp(io, async ({ store: { deliveries }, clock }) => {
    const all = async (state: DeliveryState) =>
      (await deliveries.list({ state, limit: mostRetried })).map(({ id }) => id);
    const chosen = ids.length > 0 ? ids : [...(await all('dead')), ...(await all('unknown'))];
    const count = await deliveries.retry(chosen, clock());
    say(
      io,
      chosen.length === 0
        ? 'Nothing was given up, nothing is in doubt.'
        : `${count} ${count === 1 ? 'delivery' : 'deliveries'} will be tried again.`,
    );
    if (count >= ids.length) return 0;
    const others = ids.length - count;
    complain(
      io,
      `${others} of these ids ${others === 1 ? 'is' : 'are'} of no delivery that was given up or is in doubt.`,
    );
    return 1;
  });
}

/** The id first, which `retry` takes; the period is the channel's own local hour. */
function lineOf({ id, channel, period, state, attempts, error }: Delivery): string {
  const tries = attempts > 1 ? `${attempts} tries` : '';
  return [id, state.padEnd(7), period, writeChannel(channel), tries, error ?? ''].join('  ').trimEnd();
}
