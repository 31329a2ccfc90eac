import { createHash } from 'node:crypto';
import { remembering } from '../../domain/remembering.ts';

/**
 * The id of a payload in the table `payloads`, by its content: what goes to many channels is stored once. (Those
 * frozen before there was this table have their delivery's id and part for one.)
 */
export const payloadId = remembering(64, (payload: string) =>
  createHash('sha256').update(payload).digest('base64url'),
);

type Held = { readonly payload: string };

const payloadsRemembered = 64;

/** Knows the last payloads that were stored: they stay in the database, so nobody needs to store them again. */
export function storedPayloads() {
  const stored = new Set<string>();
  return {
    /** Those of the parts that may not be there yet. */
    missing: <P extends Held>(parts: readonly P[]): readonly P[] =>
      parts.filter(({ payload }) => !stored.has(payload)),
    /** They are there, on the disk. */
    remember(parts: readonly Held[]): void {
      if (stored.size > payloadsRemembered) stored.clear();
      for (const { payload } of parts) stored.add(payload);
    },
  };
}
