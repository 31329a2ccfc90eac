import type { Clock } from '../domain/time.ts';

/** Going back by less than this is how clocks are kept in step. */
const moment = 1000;

/**
 * The same clock, whose setting back is noticed the next time it is read: what was reckoned from the later time
 * ("not before …") would then hold for far too long.
 */
export function watchedClock(clock: Clock, onSetBack: () => void): Clock {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = clock();
    const wasSetBack = now < last - moment;
    last = now;
    if (wasSetBack) onSetBack();
    return now;
  };
}
