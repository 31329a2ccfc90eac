/** What whoever starts the service is told. */
import type { App } from './app.ts';
import type { Platform } from './domain/channel.ts';
import type { Platforms } from './platforms.ts';

type State = Pick<Platforms, 'adapters'> & {
  /** Where the web page is; null where this process does not serve it. */
  readonly page: string | null;
  readonly connected: readonly Platform[];
};

/** Where the page is, what is connected, what comes next: one line each. */
export async function greetingOf(
  { config, store }: App,
  { page, adapters, connected }: State,
): Promise<readonly string[]> {
  const lines = page === null ? [] : [`The same as a page: ${page}`];
  if (connected.length > 0) lines.push(`Connected: ${connected.join(' and ')}.`);
  for (const platform of connected) {
    const address = await adapters
      .get(platform)
      ?.invitation?.()
      .catch(() => null);
    if (address) lines.push(`Add it to ${platform === 'slack' ? 'a workspace' : 'a server'}: ${address}`);
  }
  if (!config.slack && !config.discord) {
    lines.push('Slack and Discord: not connected. The README says how; it takes two minutes.');
  }
  const due = (await store.subscriptions.list())
    .map(({ nextDueAt }) => nextDueAt)
    .filter((at) => at !== null)
    .sort((a, b) => a - b);
  const [next] = due;
  if (next !== undefined) {
    const time = new Intl.DateTimeFormat('en', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: config.zone,
    });
    const subscriptions = due.length === 1 ? 'subscription' : 'subscriptions';
    lines.push(`${due.length} ${subscriptions}; the next digest is due ${time.format(next)}.`);
  }
  return [...lines, 'Waiting for digests to fall due. Ctrl-C ends it.'];
}
