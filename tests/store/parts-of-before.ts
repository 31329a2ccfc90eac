/** Deliveries as the first schema kept them: parts in a table of their own, each with its payload. */
import { expect } from 'vitest';
import type { DeliveryStore } from '../../src/store/store.ts';

const columns = `id, subscription_id, period, platform, workspace, channel, digest_id, window_from, window_to, due_at,
  state, lease_owner, lease_until, attempts, next_attempt_at, error, posted_at`;

export const partsOfBefore = [
  `insert into deliveries (${columns}) values
     ('d1', 's1', 'p', 'slack', 'T1', 'C1', 'g', 0, 1, 5, 'sending', 'gone#1', 10, 1, 5, null, null),
     ('d2', 's2', 'p', 'slack', 'T1', 'C2', 'g', 0, 1, 5, 'pending', null, null, 0, 5, null, null)`,
  `insert into delivery_parts values
     ('d1', 1, 'sending', '{"text":"é \\"two\\""}', null, 7),
     ('d1', 0, 'posted', '{"text":"one"}', '1.0', 6)`,
];

/** Goes on with what was half sent, and with what was not begun. */
export async function goOnFromBefore(deliveries: DeliveryStore): Promise<void> {
  const first = {
    index: 0,
    state: 'posted',
    payload: '{"text":"one"}',
    messageId: '1.0',
    sendingAt: 6,
  } as const;
  const second = {
    index: 1,
    state: 'sending',
    payload: '{"text":"é \\"two\\""}',
    messageId: null,
    sendingAt: 7,
  } as const;
  expect(await deliveries.claimOne('d1', { owner: 'w1', now: 20, leaseFor: 100 })).toMatchObject({
    id: 'd1',
    parts: [first, second],
  });
  const sent = { ...second, state: 'posted', messageId: '2.0' } as const;
  expect(await deliveries.savePart('d1', 'w1', sent)).toBe(true);
  expect((await deliveries.get('d1'))?.parts).toEqual([first, sent]);
  expect(await deliveries.claimOne('d2', { owner: 'w1', now: 20, leaseFor: 100 })).toMatchObject({
    parts: [],
  });
  expect(await deliveries.freeze('d2', 'w1', [first])).toEqual([first]);
  expect((await deliveries.get('d2'))?.parts).toEqual([first]);
}
