import { schedule as everyMinute } from 'node-cron';
import type { Clock } from '../domain/time.ts';
import { reviseDueTimes } from './revise.ts';
import { type TickOptions, tick } from './tick.ts';

export type Heartbeat = {
  /** No tick begins any more; resolves when the one under way has ended. */
  stop(): Promise<void>;
};

/**
 * Ticks at once, to make up for what was missed, and then every minute. node-cron only says "look": on its own clock
 * it would skip hours that a zone leaves out; in UTC there are none. A minute it misses costs a minute.
 */
export function startHeartbeat(options: TickOptions, clock: Clock): Heartbeat {
  let underWay: Promise<unknown> | null = null;
  const guarded = (work: Promise<unknown>) =>
    work.catch((error) => options.onEvent({ kind: 'fault', error }));
  const beat = async (): Promise<void> => {
    if (underWay) return;
    underWay = guarded(tick(options, clock()));
    await underWay;
    underWay = null;
  };
  underWay = guarded(reviseDueTimes(options.store, clock())).then(() => {
    underWay = null;
    return beat();
  });
  const task = everyMinute('* * * * *', beat, {
    timezone: 'UTC',
    noOverlap: true,
    suppressMissedWarning: true,
  });
  return {
    async stop() {
      await task.destroy();
      await underWay;
    },
  };
}
