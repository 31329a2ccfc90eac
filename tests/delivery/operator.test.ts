import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryState } from '../../src/domain/delivery.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';

const cli = fileURLToPath(new URL('../../bin/cli.js', import.meta.url));
const due = Date.UTC(2026, 10, 23, 8);

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'courant-operator-'));
  store = await openSqliteStore(join(folder, 'courant.db'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function courant(...words: readonly string[]) {
  const env = { PATH: process.env.PATH, NO_COLOR: '1', DATABASE_URL: join(folder, 'courant.db') };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', cli, ...words],
    { cwd: folder, env },
  );
  return stdout;
}

/** A delivery that has come to this end. */
async function ended(name: string, state: DeliveryState, error: string | null): Promise<void> {
  const channel = { platform: 'slack', workspace: 'T1', channel: `C-${name}` } as const;
  await store.deliveries.plan({
    digests: [],
    advances: [],
    deliveries: [
      {
        id: `d-${name}`,
        subscriptionId: `s-${name}`,
        period: '2026-11-23T08:00',
        channel,
        digestId: null,
        window: { from: due - 86_400_000, to: due },
        dueAt: due,
        state,
        lease: null,
        attempts: state === 'dead' ? 8 : 1,
        nextAttemptAt: due,
        error,
        parts: [],
        postedAt: state === 'posted' ? due : null,
      },
    ],
  });
}

describe('courant deliveries', () => {
  beforeEach(async () => {
    await ended('fine', 'posted', null);
    await ended('gone', 'dead', 'Slack could not be reached.');
    await ended('held', 'unknown', 'It may have got through, and the channel cannot be read to find out.');
  });

  it('lists the dead letters with their reasons, and how many there are of each', async () => {
    const listed = await courant('deliveries', 'list', '--state', 'dead');
    expect(listed).toContain('d-gone');
    expect(listed).toContain('8 tries');
    expect(listed).toContain('Slack could not be reached.');
    expect(listed).not.toContain('d-held');
    expect(listed).toContain('1 posted, 1 unknown, 1 dead');
  });

  it('puts one back, or all that were given up or held, and never what was posted', async () => {
    expect(await courant('deliveries', 'retry', 'd-gone')).toContain('1 delivery will be tried again');
    expect(await store.deliveries.get('d-gone')).toMatchObject({
      state: 'pending',
      attempts: 0,
      error: null,
    });
    expect(await courant('deliveries', 'retry')).toContain('1 delivery will be tried again');
    expect(await store.deliveries.counts()).toMatchObject({ pending: 2, posted: 1, dead: 0, unknown: 0 });
  });
});
