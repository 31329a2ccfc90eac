import { nonceOf } from '../../adapters/discord/nonce.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import type { DiscordCounterpart } from '../counterparts/discord.ts';
import type { SlackCounterpart } from '../counterparts/slack.ts';

/** What people would find in the channels, held against the ledger. */
export type Reckoning = {
  readonly deliveries: number;
  /** Messages that should be there. */
  readonly messages: number;
  /** Parts that are nowhere, and deliveries that were never made. */
  readonly lost: number;
  /** Messages too many. */
  readonly double: { readonly slack: number; readonly discord: number };
  /** Which they are, for finding out why. */
  readonly doubles: readonly string[];
  /** Messages that no delivery accounts for. */
  readonly strange: number;
  readonly states: Readonly<Record<string, number>>;
  /** Milliseconds from the beginning to posted. */
  readonly latency: { readonly p50: number; readonly p99: number; readonly most: number };
  readonly violations: readonly string[];
};

export function reckon(
  deliveries: readonly Delivery[],
  slack: Pick<SlackCounterpart, 'messages'>,
  discord: Pick<DiscordCounterpart, 'messages' | 'violations'>,
  expected: number,
  begun: number,
): Reckoning {
  const seen = new Map<string, number>();
  const count = (name: string) => seen.set(name, (seen.get(name) ?? 0) + 1);
  for (const { metadata } of slack.messages) count(slackName(metadata));
  for (const { body } of discord.messages) count(`discord ${body.nonce}`);

  let lost = Math.max(0, expected - deliveries.length);
  const double = { slack: 0, discord: 0 };
  const doubles: string[] = [];
  let messages = 0;
  for (const { id, channel, parts } of deliveries) {
    if (parts.length === 0) lost++;
    for (const { index } of parts) {
      const name = channel.platform === 'slack' ? `slack ${id} ${index}` : `discord ${nonceOf(id, index)}`;
      const times = seen.get(name) ?? 0;
      seen.delete(name);
      messages++;
      if (times === 0) lost++;
      if (times <= 1) continue;
      double[channel.platform === 'slack' ? 'slack' : 'discord'] += times - 1;
      doubles.push(`${times} times ${name}`);
    }
  }
  const waits = deliveries
    .flatMap(({ postedAt }) => (postedAt === null ? [] : [postedAt - begun]))
    .sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  return {
    deliveries: deliveries.length,
    messages,
    lost,
    double,
    doubles,
    strange: [...seen.values()].reduce((sum, times) => sum + times, 0),
    states: Object.fromEntries(
      Map.groupBy(deliveries, ({ state }) => state)
        .entries()
        .map(([state, all]) => [state, all.length]),
    ),
    latency: { p50: at(0.5), p99: at(0.99), most: at(1) },
    violations: discord.violations,
  };
}

function slackName(metadata: unknown): string {
  const { event_payload: payload } = Object(metadata) as {
    event_payload?: { delivery_id?: unknown; part?: unknown };
  };
  return `slack ${payload?.delivery_id} ${payload?.part}`;
}
