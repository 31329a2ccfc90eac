/** A table that both databases have with the same columns. */
export type CopiedTable = {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** The database counts its key up by itself. */
  readonly counted?: boolean;
};

function table(name: string, key: string, others: string, counted = false): CopiedTable {
  const keys = key.split(' ');
  return {
    name,
    key: keys,
    columns: [...keys, ...others.split(' ').filter(Boolean)],
    ...(counted && { counted }),
  };
}

/** All but articles with their quotes and index, which are written whole; each after those it refers to. */
export const copiedTables: readonly CopiedTable[] = [
  table('revisions', 'article_id fetched_at', 'article body'),
  table('topics', 'slug', 'topic'),
  table('subscriptions', 'id', 'platform workspace channel topic next_due_at subscription'),
  table('digests', 'id', 'built_at digest'),
  table('citations', 'article_id digest_id', ''),
  table('payloads', 'id', 'payload'),
  table(
    'deliveries',
    'id',
    'subscription_id period platform workspace channel digest_id window_from window_to due_at state lease_owner lease_until attempts next_attempt_at error posted_at parts',
  ),
  table('feeds', 'id', 'url state next_poll_at feed'),
  table('feed_entries', 'feed_id guid', 'article_id'),
  table('feedback', 'platform workspace channel user story_id', 'at feedback'),
  table('audit', 'id', 'platform workspace channel entry', true),
  table('key_values', 'key', 'value expires_at'),
];

export function quotedColumns(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
