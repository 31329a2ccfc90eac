import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CourantError } from '../../../src/domain/errors.ts';
import { gatherWrites } from '../../../src/store/sqlite/gathered-writes.ts';

/** A transaction that keeps what was written, or forgets it all when one of its writes throws. */
function ledger() {
  const kept: string[] = [];
  let draft: string[] = [];
  let commits = 0;
  return {
    kept,
    commits: () => commits,
    write: (what: string) => () => {
      draft.push(what);
      return what.toUpperCase();
    },
    transaction<T>(work: () => T): T {
      draft = [];
      const result = work();
      commits++;
      kept.push(...draft);
      return result;
    },
  };
}

describe('writes asked for in one turn', () => {
  it('share one transaction, and each hears of its own result', async () => {
    const { kept, commits, write, transaction } = ledger();
    const gathered = gatherWrites({ transaction });
    expect(await Promise.all([gathered(write('a')), gathered(write('b')), gathered(write('c'))])).toEqual([
      'A',
      'B',
      'C',
    ]);
    expect(kept).toEqual(['a', 'b', 'c']);
    expect(commits()).toBe(1);
  });

  it('are carried out though one of them throws, each once, and only its caller hears of that', async () => {
    const { kept, write, transaction } = ledger();
    const gathered = gatherWrites({ transaction });
    const broken = () => {
      write('half')();
      throw new Error('no');
    };
    const outcomes = await Promise.allSettled([gathered(write('a')), gathered(broken), gathered(write('b'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(kept).toEqual(['a', 'b']);
  });

  it('are all refused at once when the database is away, and later ones are tried again', async () => {
    const { kept, write, transaction } = ledger();
    let away = true;
    let attempts = 0;
    const gathered = gatherWrites({
      transaction(work) {
        attempts++;
        if (away) throw new CourantError('unavailable', 'The database is locked.');
        return transaction(work);
      },
    });
    const outcomes = await Promise.allSettled([gathered(write('a')), gathered(write('b'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(attempts).toBe(1);
    away = false;
    await gathered(write('c'));
    expect(kept).toEqual(['c']);
  });

  it('of which there are very many are all written, some at a time', async () => {
    const { kept, commits, write, transaction } = ledger();
    const gathered = gatherWrites({ transaction });
    await Promise.all(Array.from({ length: 1000 }, (_, n) => gathered(write(String(n)))));
    expect(kept).toEqual(Array.from({ length: 1000 }, (_, n) => String(n)));
    expect(commits()).toBe(2);
  });
});

describe('writes that go to the disk', () => {
  it('are told of when they are there; what is asked for meanwhile goes together after them', async () => {
    const { kept, commits, write, transaction } = ledger();
    const syncs: PromiseWithResolvers<void>[] = [];
    const toDisk = () => {
      const sync = Promise.withResolvers<void>();
      syncs.push(sync);
      return sync.promise;
    };
    const gathered = gatherWrites({ transaction, toDisk });
    const told: string[] = [];
    const ask = (what: string) => gathered(write(what)).then((said) => told.push(said));
    const first = ask('a');
    await nextTurn();
    const others = [ask('b'), ask('c')];
    await nextTurn();
    expect([kept, told, syncs.length]).toEqual([['a'], [], 1]);
    syncs[0]?.resolve();
    await first;
    await nextTurn();
    expect([kept, told, commits()]).toEqual([['a', 'b', 'c'], ['A'], 2]);
    syncs[1]?.resolve();
    await Promise.all(others);
    expect(told).toEqual(['A', 'B', 'C']);
  });

  it('are all refused when the disk refuses, for nobody knows what is there', async () => {
    const { commits, write, transaction } = ledger();
    const toDisk = async () => {
      throw new CourantError('unavailable', 'The disk is gone.');
    };
    const gathered = gatherWrites({ transaction, toDisk });
    const outcomes = await Promise.allSettled([gathered(write('a')), gathered(write('b'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(commits()).toBe(1);
  });
});
