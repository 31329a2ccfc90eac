import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/delivery/reconcile.ts';
import type { DeliveryPart } from '../../src/domain/delivery.ts';

const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
const now = Date.UTC(2026, 10, 23, 8);
const settling = { first: 10_000, second: 30_000 };

/** What is to be done about a part whose sending began so many milliseconds ago. */
async function verdict(age: number, idempotentFor?: number) {
  let looks = 0;
  const adapter = {
    limits: { perChannel: 1, perWorkspace: 1, overall: 1, ...(idempotentFor ? { idempotentFor } : {}) },
    async findPosted() {
      looks++;
      return { messageId: 'm1' };
    },
  };
  const sendingAt = now - age;
  const part: DeliveryPart = { index: 0, state: 'sending', payload: '{}', messageId: null, sendingAt };
  const context = { key: 'd1', part: 0, parent: null, sendingAt };
  const { kind } = await reconcile(adapter, channel, part, context, now, { onUnknown: 'hold', settling });
  return { kind, looks };
}

describe('a part that may have been sent', () => {
  it('is looked for, however recent, though the clock of whoever sent it is ahead of ours', async () => {
    for (const age of [60_000, 0, -500]) expect(await verdict(age)).toEqual({ kind: 'posted', looks: 1 });
  });

  it('is sent again at once only while the platform is sure to take it for the same', async () => {
    expect(await verdict(1000, 120_000)).toEqual({ kind: 'send', looks: 0 });
    expect(await verdict(130_000, 120_000)).toEqual({ kind: 'posted', looks: 1 });
    expect(await verdict(-500, 120_000)).toEqual({ kind: 'posted', looks: 1 });
  });
});
