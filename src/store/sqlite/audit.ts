import type { AuditEntry } from '../../domain/audit.ts';
import { json } from '../reading/columns.ts';
import type { AuditStore } from '../store.ts';
import type { Database } from './database.ts';

export function auditStore(database: Database): AuditStore {
  const entryOf = (row: Parameters<typeof json>[0]) => json<AuditEntry>(row, 'entry');
  return {
    async add(entry) {
      database.run(
        'insert into audit (platform, workspace, channel, entry) values (?, ?, ?, ?)',
        entry.channel?.platform ?? null,
        entry.workspace,
        entry.channel?.channel ?? null,
        JSON.stringify(entry),
      );
    },
    ofChannel: async ({ platform, workspace, channel }, limit) =>
      database
        .all(
          `select entry from audit where platform = ? and workspace = ? and channel = ? order by id desc limit ?`,
          platform,
          workspace,
          channel,
          limit,
        )
        .map(entryOf),
    list: async (limit) =>
      database.all('select entry from audit order by id desc limit ?', limit).map(entryOf),
  };
}
