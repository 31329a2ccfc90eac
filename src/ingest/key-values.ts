import type { KeyValueStore } from '../store/store.ts';

/** What polling remembers between processes: robots.txt, validators, tries, subscriptions to hubs. */
export type KeyValues = Pick<KeyValueStore, 'get' | 'set'>;
