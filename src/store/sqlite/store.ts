import { statSync } from 'node:fs';
import type { Clock } from '../../domain/time.ts';
import { integer } from '../reading/columns.ts';
import type { Store } from '../store.ts';
import { articleStore } from './articles.ts';
import { auditStore } from './audit.ts';
import { openDatabase, usualPatience } from './database.ts';
import { deliveryStore } from './deliveries.ts';
import { digestStore } from './digests.ts';
import { feedbackStore } from './feedback.ts';
import { feedStore } from './feeds.ts';
import { keyValueStore } from './key-values.ts';
import { ledgerInBursts, usualBurst } from './ledger/in-bursts.ts';
import { migrate } from './migrate.ts';
import { createPatience, heldAtMost, patient } from './patience.ts';
import { subscriptionStore } from './subscriptions.ts';
import { topicStore } from './topics.ts';
import { storeTransfer } from './transfer.ts';

export type SqliteOptions = {
  readonly clock?: Clock;
  /** Another process's transaction is waited for this long, milliseconds. */
  readonly patience?: number;
  /** So many deliveries claimed at once bring the ledger a thread of its own. */
  readonly burst?: number;
};

/**
 * Opens (and makes, and brings up to date) a store in one SQLite file; ":memory:" keeps it in memory.
 * Several processes may share the file: each write takes the lock first and waits for its turn, beside the event loop.
 */
export async function openSqliteStore(path: string, options: SqliteOptions = {}): Promise<Store> {
  const { clock = Date.now, patience = usualPatience, burst = usualBurst } = options;
  const database = openDatabase(path, patience);
  let schemaVersion: number;
  try {
    schemaVersion = migrate(database);
    database.exec(`pragma busy_timeout = ${heldAtMost}`);
  } catch (error) {
    database.close();
    throw error;
  }
  const patiently = createPatience(patience);
  const articles = articleStore(database, patiently);
  const ledger = ledgerInBursts(database, path, { patience, burst });
  const { iterator, ...keyValues } = keyValueStore(database, clock);
  return {
    // What takes several transactions has patience in each, and loses none that is done.
    articles: { ...patient(articles, patiently), add: articles.add, prune: articles.prune },
    topics: patient(topicStore(database), patiently),
    subscriptions: patient(subscriptionStore(database), patiently),
    digests: patient(digestStore(database), patiently),
    deliveries: patient(deliveryStore(database, ledger), patiently),
    feeds: patient(feedStore(database), patiently),
    feedback: patient(feedbackStore(database), patiently),
    audit: patient(auditStore(database), patiently),
    transfer: patient(storeTransfer(database), patiently),
    keyValues: { ...patient(keyValues, patiently), iterator },
    describe: async () => ({
      kind: 'sqlite',
      location: path,
      schemaVersion,
      articles: await articles.count(),
      bytes:
        path === ':memory:'
          ? integer(database.get('pragma page_count') ?? {}, 'page_count') * 4096
          : statSync(path).size,
    }),
    async close() {
      await ledger.close();
      database.close();
    },
  };
}
