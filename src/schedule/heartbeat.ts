import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { schedule as everyMinute } from 'node-cron';
import type { Clock, Instant } from '../domain/time.ts';
import { reviseDueTimes } from './revise.ts';
import { type TickOptions, tick } from './tick.ts';

export type Heartbeat = {
  /** No tick begins any more; resolves when the one under way has ended. */
  stop(): Promise<void>;
};

/**
 * What is done at each beat: a tick; before the first one, and when the clock was set back, due times are worked out
 * anew, for a clock that ran ahead has moved them too far.
 */
export function createBeat(options: TickOptions): (now: Instant) => Promise<void> {
  let last = Number.POSITIVE_INFINITY;
  return async (now) => {
    if (now < last) await reviseDueTimes(options.store, now);
    last = now;
    await tick(options, now);
  };
}

/**
 * Beats at once, to make up for what was missed, and then every minute. node-cron only says "look": on its own clock
 * it would skip hours that a zone leaves out; in UTC there are none. A minute it misses costs a minute.
 */
export function startHeartbeat(options: TickOptions, clock: Clock): Heartbeat {
  const beat = createBeat(options);
  let underWay: Promise<void> | null = null;
  const next = async (): Promise<void> => {
    if (underWay) return;
    underWay = beat(clock()).catch((error: unknown) => options.onEvent({ kind: 'fault', error }));
    await underWay;
    underWay = null;
  };
  void next();
  // Zone rules, which node-cron asks for even in UTC, take 17 ms to load: whoever waits for us to start goes first.
  const task = yieldToOthers().then(() =>
    everyMinute('* * * * *', next, { timezone: 'UTC', noOverlap: true, suppressMissedWarning: true }),
  );
  return {
    async stop() {
      await (await task).destroy();
      await underWay;
    },
  };
}
