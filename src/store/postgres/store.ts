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

/** Opens (and brings up to date) a store in a PostgreSQL database, 14 or newer, that any number of processes share. */
export async function openPostgresStore(
  url: string,
  options: { readonly clock?: Clock } = {},
): Promise<Store> {
  const database = openDatabase(url);
  let schemaVersion: number;
  try {
    schemaVersion = await migrate(database);
  } catch (error) {
    await database.close();
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
    async describe() {
      const size = await database.get('select pg_database_size(current_database()) as bytes');
      return {
        kind: 'postgres',
        location: database.location,
        schemaVersion,
        articles: await articles.count(),
        bytes: integer(size ?? {}, 'bytes'),
      };
    },
    close: () => database.close(),
  };
}
