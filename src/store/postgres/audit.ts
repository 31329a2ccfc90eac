import type { AuditEntry } from '../../domain/audit.ts';
import { json } from '../reading/columns.ts';
import type { AuditStore } from '../store.ts';
import type { Database } from './database.ts';

export function auditStore(database: Database): AuditStore {
  const entryOf = (row: Parameters<typeof json>[0]) => json<AuditEntry>(row, 'entry');
  return {
    async add(entry) {
      await database.run(
        'insert into audit (platform, workspace, channel, entry) values ($1, $2, $3, $4)',
        entry.channel?.platform ?? null,
        entry.workspace,
        entry.channel?.channel ?? null,
        JSON.stringify(entry),
      );
    },
    async ofChannel({ platform, workspace, channel }, limit) {
      const rows = await database.all(
        `select entry from audit where platform = $1 and workspace = $2 and channel = $3 order by id desc limit $4`,
        platform,
        workspace,
        channel,
        limit,
      );
      return rows.map(entryOf);
    },
    list: async (limit) =>
      (await database.all('select entry from audit order by id desc limit $1', limit)).map(entryOf),
  };
}
