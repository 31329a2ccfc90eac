import type { Store } from '../../src/store/store.ts';

export async function openStore(location: string): Promise<Store> {
  if (location.startsWith('postgres:')) {
    const { openPostgresStore } = await import('../../src/store/postgres/store.ts');
    return openPostgresStore(location);
  }
  const { openSqliteStore } = await import('../../src/store/sqlite/store.ts');
  return openSqliteStore(location);
}
