import { scheduleInEnglish } from '../commands/digest/when-words.ts';
import type { Subscription } from '../domain/subscription.ts';
import { ask } from './ask.ts';
import { writeChannel } from './channels.ts';
import { type Io, print, say } from './io.ts';
import { withApp } from './with-app.ts';

export async function subscribe(io: Io, channel: string, text: string): Promise<number> {
  return ask(io, 'subscribe', text, { format: 'text', channel });
}

export async function unsubscribe(io: Io, channel: string, text: string): Promise<number> {
  return ask(io, 'unsubscribe', text, { format: 'text', channel });
}

/** `courant subscriptions`: one line each, or one JSON object each. */
export async function list(io: Io, { json = false }: { readonly json?: boolean }): Promise<number> {
  return withApp(io, async ({ store }) => {
    const subscriptions = await store.subscriptions.list();
    for (const subscription of subscriptions)
      if (json) print(io, JSON.stringify(subscription));
      else say(io, lineOf(subscription));
    if (subscriptions.length === 0 && !json)
      say(io, `No subscriptions yet: ${io.calledAs} subscribe console ukraine at 08:00`);
    return 0;
  });
}

function lineOf({ channel, topic, schedule, nextDueAt, pausedBecause }: Subscription): string {
  const next =
    nextDueAt === null
      ? `paused${pausedBecause ? `: ${pausedBecause}` : ''}`
      : `next ${localTime(nextDueAt, schedule.zone)}`;
  return [writeChannel(channel), topic, scheduleInEnglish(schedule), next].join('  ');
}

/** "2026-11-24 08:00": sorts, and is the hour the channel sees. */
function localTime(at: number, timeZone: string): string {
  const time = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return time.format(at);
}
