import type { Digest } from '../../src/domain/digest.ts';

/** Fields that are moments, wherever they stand in a digest. */
const moments: ReadonlySet<string> = new Set([
  'publishedAt',
  'firstSeen',
  'lastSeen',
  'since',
  'builtAt',
  'from',
  'to',
]);

/** The digest itself as JSON, for programs: nothing left out, nothing shortened, moments as ISO 8601 in UTC. */
export function renderJson(digest: Digest): string {
  return `${JSON.stringify(digest, (name, value) => (moments.has(name) && typeof value === 'number' ? new Date(value).toISOString() : value), 2)}\n`;
}
