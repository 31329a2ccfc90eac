import type { Alarm } from './delivery/alarm.ts';
import type { Clock } from './domain/time.ts';

/** Milliseconds before the first try, and between two at most. */
const first = 1_000;
const longest = 60_000;

/**
 * Tries again, ever more seldom, what could not be done at the start: a machine is often up before its network is.
 * @param work true when there is nothing more to try
 * @returns how to give it up
 */
export function tryAgain(work: () => Promise<boolean>, alarm: Alarm, clock: Clock): () => void {
  let givenUp = false;
  let cancel = () => {};
  const after = (delay: number): void => {
    cancel = alarm(clock() + delay, async () => {
      if ((await work()) || givenUp) return;
      after(Math.min(delay * 2, longest));
    });
  };
  after(first);
  return () => {
    givenUp = true;
    cancel();
  };
}
