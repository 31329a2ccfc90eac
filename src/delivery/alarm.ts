import type { Clock, Instant } from '../domain/time.ts';

/** Rings once at (or right after) the instant; returns how to take it back. Passed in, so that tests own time. */
export type Alarm = (at: Instant, ring: () => void) => () => void;

/** setTimeout fires at once for waits of more than 24.8 days; a longer wait rings early and is asked for again. */
const longestWait = 2_147_483_647;

export function createAlarm(clock: Clock): Alarm {
  return (at, ring) => {
    const timer = setTimeout(ring, Math.min(Math.max(0, Math.ceil(at - clock())), longestWait));
    return () => clearTimeout(timer);
  };
}
