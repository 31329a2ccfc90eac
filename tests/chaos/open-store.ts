import type { Store } from '../../src/store/store.ts';

export async function openStore(location: string): Promise<Store> {
  if (location.startsWith('postgres:')) {
    const { openPostgresStore } = await import('../../src/store/postgres/store.ts');
    return openPostgresStore(location);
  }
  const { openSqliteStore } = await import('../../src/store/sqlite/store.ts');
  // Few are claimed at once where limits are kept: the thread that a burst brings is to be killed too.
  return openSqliteStore(location, { burst: 10 });
}
