import { createHash } from 'node:crypto';
import { z } from 'zod';
import { NO_VALIDATORS, type Validators } from '../fetch/fetch-document.ts';
import type { KeyValues } from '../key-values.ts';
import type { Hub } from './web-sub.ts';

/** What one poll leaves for the next. Lost, it costs one full download. */
export type PollMemory = {
  readonly validators: Validators;
  /** Hash of the last body: a server that knows no 304 sends the same again. */
  readonly bodyHash: string | null;
  readonly intervalMs: number | null;
  /** The WebSub hub the feed named when it last changed. */
  readonly hub: Hub | null;
};

const NOTHING: PollMemory = { validators: NO_VALIDATORS, bodyHash: null, intervalMs: null, hub: null };
const KEEP_MS = 90 * 24 * 60 * 60_000;

const stored = z.object({
  validators: z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() }),
  bodyHash: z.string().nullable(),
  intervalMs: z.number().nullable(),
  hub: z.object({ url: z.string(), topic: z.string() }).nullable().default(null),
});

export async function recall(keyValues: KeyValues, feedId: string): Promise<PollMemory> {
  const text = await keyValues.get(keyOf(feedId));
  if (text === undefined) return NOTHING;
  try {
    return stored.parse(JSON.parse(text));
  } catch {
    return NOTHING;
  }
}

/** Writes what has changed since it was recalled: a feed long unchanged costs no write, and one whole download a quarter. */
export async function remember(
  keyValues: KeyValues,
  feedId: string,
  memory: PollMemory,
  before: PollMemory,
): Promise<void> {
  const text = JSON.stringify(memory);
  if (text !== JSON.stringify(before)) await keyValues.set(keyOf(feedId), text, KEEP_MS);
}

export function hashOf(body: Uint8Array | string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22);
}

function keyOf(feedId: string): string {
  return `poll:${feedId}`;
}
