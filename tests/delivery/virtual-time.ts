import { setImmediate as otherWork } from 'node:timers/promises';
import type { Alarm } from '../../src/delivery/alarm.ts';
import type { Clock, Instant } from '../../src/domain/time.ts';

/** A clock that stands until it is moved, and the alarms set on it. Nothing in it depends on the speed of the machine. */
export type VirtualTime = {
  readonly clock: Clock;
  readonly alarm: Alarm;
  /** Moves on to the instant, ringing each alarm at its time and letting the work it starts come to rest. */
  runUntil(at: Instant): Promise<void>;
  /** Moves on, alarm by alarm, until the condition holds; throws when nothing more can happen before `limit`. */
  runUntilTrue(condition: () => boolean, limit: Instant): Promise<void>;
  /** Sets the clock without ringing anything on the way, as an administrator or a sleeping machine does. */
  jump(to: Instant): void;
};

export function virtualTime(start: Instant): VirtualTime {
  let now = start;
  let nextId = 0;
  const alarms = new Map<number, { readonly at: Instant; readonly ring: () => void }>();

  const settle = async () => {
    // Real input and output (SQLite's gathered writes, sockets on loopback) is given some turns of the event loop after
    // the last of it was on its way to the disk.
    for (let quiet = 0; quiet < 12; quiet = isWriting() ? 0 : quiet + 1) await otherWork();
  };
  const soonest = () => [...alarms].sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];

  const step = async (limit: Instant): Promise<boolean> => {
    await settle();
    const next = soonest();
    if (!next || next[1].at > limit) return false;
    const [id, { at, ring }] = next;
    alarms.delete(id);
    now = Math.max(now, at);
    ring();
    return true;
  };

  return {
    clock: () => now,
    alarm: (at, ring) => {
      const id = nextId++;
      alarms.set(id, { at, ring });
      return () => alarms.delete(id);
    },
    async runUntil(at) {
      while (await step(at));
      now = Math.max(now, at);
      await settle();
    },
    async runUntilTrue(condition, limit) {
      for (await settle(); !condition(); await settle()) {
        if (!(await step(limit)))
          throw new Error(`Nothing more happened before ${new Date(limit).toISOString()}.`);
      }
    },
    jump(to) {
      now = to;
    },
  };
}

function isWriting(): boolean {
  return process.getActiveResourcesInfo().includes('FSReqCallback');
}
