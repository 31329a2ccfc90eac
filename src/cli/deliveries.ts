import { loadEnvironment, openApp } from '../app.ts';
import { channelKey } from '../domain/channel.ts';
import type { DeliveryState } from '../domain/delivery.ts';
import { CourantError } from '../domain/errors.ts';
import { type Io, say } from './io.ts';

export async function list(
  io: Io,
  options: { readonly state?: DeliveryState; readonly limit: string },
): Promise<number> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new CourantError('invalid', '--limit is a whole number above 0.');
  const app = await openApp(loadEnvironment());
  try {
    const rows = await app.store.deliveries.list({
      ...(options.state ? { state: options.state } : {}),
      limit,
    });
    for (const { id, channel, period, state, attempts, error } of rows) {
      say(
        io,
        [
          id,
          state.padEnd(8),
          period,
          channelKey(channel),
          attempts > 1 ? `${attempts} tries` : '',
          error ?? '',
        ]
          .join('  ')
          .trimEnd(),
      );
    }
    const counts = Object.entries(await app.store.deliveries.counts()).filter(([, count]) => count > 0);
    say(
      io,
      counts.length === 0
        ? 'Nothing was delivered yet.'
        : counts.map(([state, count]) => `${count} ${state}`).join(', '),
    );
    return 0;
  } finally {
    await app.store.close();
  }
}

/** Puts what was given up back to pending; a running `courant serve` picks it up within a minute. */
export async function retry(io: Io, ids: readonly string[]): Promise<number> {
  const app = await openApp(loadEnvironment());
  try {
    const { deliveries } = app.store;
    const all = async (state: DeliveryState) =>
      (await deliveries.list({ state, limit: 10_000 })).map(({ id }) => id);
    const chosen = ids.length > 0 ? ids : [...(await all('dead')), ...(await all('unknown'))];
    const count = await deliveries.retry(chosen, app.clock());
    say(io, `${count} ${count === 1 ? 'delivery' : 'deliveries'} will be tried again.`);
    return count < ids.length ? 1 : 0;
  } finally {
    await app.store.close();
  }
}
