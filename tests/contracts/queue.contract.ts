/** What every queue does, whatever carries its word. Times are real: a queue is about waking up. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Looker, Notice, Queue } from '../../src/delivery/queue.ts';
import type { ChannelRef } from '../../src/domain/channel.ts';

export type QueueUnderTest = {
  /** A queue over the given ledger's due times; several made by one call's maker share what they carry. */
  make(nextAttemptAt: () => Promise<number | null>): Queue;
  end(): Promise<void>;
};

const slack: ChannelRef = { platform: 'slack', workspace: 'T1', channel: 'C1' };

/** A ledger that only knows when something is due, and a looker that takes it on once. */
function createLedger(platforms: Looker['platforms'] = ['slack']) {
  const due = new Map<string, number>();
  const taken: { readonly id: string; readonly early: number }[] = [];
  let arrived = () => {};
  let faults = 0;
  const take = (id: string): boolean => {
    const at = due.get(id);
    if (at === undefined || at > Date.now()) return false;
    due.delete(id);
    taken.push({ id, early: at - Date.now() });
    arrived();
    return true;
  };
  const maybeFail = () => {
    if (faults === 0) return;
    faults--;
    throw new Error('the database is away');
  };
  const looker: Looker = {
    platforms,
    onRoom: () => {},
    look: async ({ id }) => {
      maybeFail();
      take(id);
    },
    sweep: async () => {
      maybeFail();
      return [...due.keys()].filter(take).length;
    },
  };
  return {
    looker,
    taken,
    nextAttemptAt: async () => (due.size === 0 ? null : Math.min(...due.values())),
    fail: (times: number) => {
      faults = times;
    },
    write: (id: string, at = Date.now()): Notice => {
      due.set(id, at);
      return { id, channel: slack, at };
    },
    async until(count: number): Promise<void> {
      while (taken.length < count) await new Promise<void>((resolve) => (arrived = resolve));
    },
  };
}

export function queueContract(name: string, start: () => Promise<QueueUnderTest>): void {
  describe(`the ${name} queue`, () => {
    let subject: QueueUnderTest;
    const queues: Queue[] = [];
    const open = (ledger: ReturnType<typeof createLedger>): Queue => {
      const queue = subject.make(ledger.nextAttemptAt);
      queues.push(queue);
      return queue;
    };
    beforeEach(async () => {
      subject = await start();
    });
    afterEach(async () => {
      await Promise.all(queues.splice(0).map((queue) => queue.stop()));
      await subject.end();
    });

    it('has what is due looked at', async () => {
      const ledger = createLedger();
      const queue = open(ledger);
      await queue.start(ledger.looker);
      await queue.announce([ledger.write('d1'), ledger.write('d2')]);
      await ledger.until(2);
      expect(ledger.taken.map(({ id }) => id).sort()).toEqual(['d1', 'd2']);
    });

    it('has what is due later looked at when its time has come', async () => {
      const ledger = createLedger();
      const queue = open(ledger);
      await queue.start(ledger.looker);
      await queue.announce([ledger.write('later', Date.now() + 700)]);
      await ledger.until(1);
      expect(ledger.taken[0]?.early).toBeLessThanOrEqual(0);
    });

    it('does no harm when it is told twice', async () => {
      const ledger = createLedger();
      const queue = open(ledger);
      await queue.start(ledger.looker);
      const word = ledger.write('d1');
      await queue.announce([word, word]);
      await queue.announce([word]);
      await queue.announce([ledger.write('last')]);
      await ledger.until(2);
      expect(ledger.taken).toHaveLength(2);
    });

    it('finds what nobody announced, as a crash leaves it', async () => {
      const ledger = createLedger();
      const queue = open(ledger);
      await queue.start(ledger.looker);
      ledger.write('orphan');
      await ledger.until(1);
      expect(ledger.taken[0]?.id).toBe('orphan');
    });

    it('goes on when looking failed', async () => {
      const ledger = createLedger();
      const queue = open(ledger);
      ledger.fail(2);
      await queue.start(ledger.looker);
      await queue.announce([ledger.write('d1')]);
      await ledger.until(1);
      expect(ledger.taken).toHaveLength(1);
    });

    it('keeps word for a process that starts later', async () => {
      const ledger = createLedger();
      const first = open(ledger);
      await first.announce([ledger.write('d1')]);
      await first.stop();
      await open(ledger).start(ledger.looker);
      await ledger.until(1);
      expect(ledger.taken).toHaveLength(1);
    });

    it('hands out nothing after it was stopped', async () => {
      const ledger = createLedger();
      const queue = open(ledger);
      await queue.start(ledger.looker);
      await queue.stop();
      const other = createLedger();
      const witness = open(other);
      await witness.start(other.looker);
      ledger.write('d1');
      await witness.announce([other.write('w1')]);
      await other.until(1);
      expect(ledger.taken).toEqual([]);
    });
  });
}
