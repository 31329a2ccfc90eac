import { statSync } from 'node:fs';
import type { Clock } from '../../domain/time.ts';
import { integer } from '../reading/columns.ts';
import type { Store } from '../store.ts';
import { articleStore } from './articles.ts';
import { auditStore } from './audit.ts';
import { openDatabase } from './database.ts';
import { deliveryStore } from './deliveries.ts';
import { digestStore } from './digests.ts';
import { feedbackStore } from './feedback.ts';
import { feedStore } from './feeds.ts';
import { keyValueStore } from './key-values.ts';
import { migrate } from './migrate.ts';
import { subscriptionStore } from './subscriptions.ts';
import { topicStore } from './topics.ts';
import { storeTransfer } from './transfer.ts';

/**
 * Opens (and makes, and brings up to date) a store in one SQLite file; ":memory:" keeps it in memory.
 * Several processes may share the file: each write takes the lock first and waits for its turn.
 */
export async function openSqliteStore(
  path: string,
  options: {
    readonly clock?: Clock;
    /** Another process's transaction is waited for this long, milliseconds. */
    readonly patience?: number;
  } = {},
): Promise<Store> {
  const database = openDatabase(path, options.patience);
  let schemaVersion: number;
  try {
    schemaVersion = migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }
  const articles = articleStore(database);
  return {
    articles,
    topics: topicStore(database),
    subscriptions: subscriptionStore(database),
    digests: digestStore(database),
    deliveries: deliveryStore(database),
    feeds: feedStore(database),
    feedback: feedbackStore(database),
    audit: auditStore(database),
    transfer: storeTransfer(database),
    keyValues: keyValueStore(database, options.clock ?? Date.now),
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
    close: async () => database.close(),
  };
}
