import type { Database } from '../database.ts';
import { type LedgerThread, startLedgerThread } from './beside.ts';
import { type Ledger, ledgerOn } from './ledger.ts';

/** So many claimed at once, and more will follow: worth a thread, which costs some 20 MB and 50 ms of a core. */
export const usualBurst = 500;

/**
 * A ledger on this connection until deliveries come in a burst, from then on in a thread beside the event loop: who
 * posts to a few channels never pays for one. When the thread can't be had, or ends, all goes on here.
 *
 * @param patience how long another's transaction is waited for in the thread, milliseconds
 * @param burst so many deliveries claimed at once are one
 */
export function ledgerInBursts(
  database: Database,
  path: string,
  { patience, burst }: { readonly patience: number; readonly burst: number },
): Ledger & { close(): Promise<void> } {
  const here = ledgerOn(database);
  let beside: LedgerThread | null = null;
  let isReady = false;

  function useThread(): void {
    const thread = startLedgerThread(path, patience, () => {
      if (beside === thread) beside = null;
    });
    beside = thread;
    isReady = false;
    // It answers to nothing as soon as it has the database open; until then nobody waits for it.
    thread.commit([]).then(
      () => {
        isReady = true;
      },
      () => thread.close(),
    );
  }

  const ledger = (): Ledger => (beside && isReady ? beside : here);
  return {
    async claim(claim) {
      const claimed = await ledger().claim(claim);
      if (claimed.length >= burst && database.isLogged && !beside) useThread();
      return claimed;
    },
    commit: (writes) => ledger().commit(writes),
    async close() {
      await beside?.close();
    },
  };
}
