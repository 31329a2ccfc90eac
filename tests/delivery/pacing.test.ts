import { describe, expect, it } from 'vitest';
import { createPacer, Stopped } from '../../src/delivery/pacing.ts';
import type { ChannelRef } from '../../src/domain/channel.ts';
import { virtualTime } from './virtual-time.ts';

const start = Date.UTC(2026, 10, 23, 8);
const channel = (workspace: string, name: string): ChannelRef => ({
  platform: 'slack',
  workspace,
  channel: name,
});
const unlimited = Number.POSITIVE_INFINITY;

function setUp(
  limits: { perChannel?: number; perWorkspace?: number; overall?: number },
  laneWidth = 16,
  width = unlimited,
) {
  const time = virtualTime(start);
  const pacer = createPacer({
    limits: { perChannel: unlimited, perWorkspace: unlimited, overall: unlimited, ...limits },
    clock: time.clock,
    alarm: time.alarm,
    laneWidth,
    width,
  });
  const log: { readonly channel: string; readonly at: number }[] = [];
  /** Posts once, as soon as it may, taking `lasting` milliseconds. */
  const post = async (to: ChannelRef, lasting = 0): Promise<void> => {
    const leave = await pacer.enter(to);
    log.push({ channel: `${to.workspace}/${to.channel}`, at: time.clock() - start });
    if (lasting === 0) leave();
    else time.alarm(time.clock() + lasting, leave);
  };
  return { time, pacer, log, post };
}

describe('pacing', () => {
  it('lets one post a second into a channel, counted from the answer whose millisecond may have been over', async () => {
    const { time, log, post } = setUp({ perChannel: 1 });
    const inOrder = async () => {
      for (let n = 0; n < 3; n++) await post(channel('T1', 'C1'));
    };
    void inOrder();
    await time.runUntil(start + 5000);
    expect(log.map(({ at }) => at)).toEqual([0, 1001, 2002]);
  });

  it('has no more posts under way than it may, and the next goes when one was answered', async () => {
    const { time, log, post } = setUp({}, 16, 3);
    for (let n = 0; n < 7; n++) void post(channel(`T${n}`, 'C1'), 1000);
    await time.runUntil(start + 5000);
    expect(log.map(({ at }) => at)).toEqual([0, 0, 0, 1000, 1000, 1000, 2000]);
  });

  it('is full while as many posts are under way as may be', async () => {
    const { time, pacer, post } = setUp({}, 16, 2);
    void post(channel('T1', 'C1'), 1000);
    expect(pacer.isFull()).toBe(false);
    void post(channel('T2', 'C1'), 2000);
    expect(pacer.isFull()).toBe(true);
    await time.runUntil(start + 1500);
    expect(pacer.isFull()).toBe(false);
  });

  it('fills 300 channels with 3 messages each in the 2 seconds that the limits allow', async () => {
    const { time, log, post } = setUp({ perChannel: 1 });
    for (let n = 0; n < 300; n++) {
      void (async () => {
        for (let message = 0; message < 3; message++) await post(channel('T1', `C${n}`));
      })();
    }
    await time.runUntil(start + 2002);
    expect(log).toHaveLength(900);
  });

  it('keeps to the overall rate, and uses it fully', async () => {
    const { time, log, post } = setUp({ overall: 50 });
    for (let n = 0; n < 500; n++) void post(channel(`T${n % 7}`, `C${n}`));
    await time.runUntil(start + 20_000);
    const inWindow = (from: number) => log.filter(({ at }) => at >= from && at < from + 1000).length;
    expect(Math.max(...log.map(({ at }) => inWindow(at)))).toBeLessThanOrEqual(52);
    expect(log.at(-1)?.at).toBeLessThanOrEqual(10_000);
    expect(log).toHaveLength(500);
  });

  it('keeps to its part of the rate where several processes post', async () => {
    const { time, pacer, log, post } = setUp({ overall: 50, perWorkspace: 20 });
    pacer.share(2);
    for (let n = 0; n < 200; n++) void post(channel(`T${n % 10}`, `C${n}`));
    await time.runUntil(start + 2000);
    expect(log.length).toBeGreaterThanOrEqual(48);
    expect(log.length).toBeLessThanOrEqual(53);
    pacer.share(1);
    await time.runUntil(start + 4000);
    expect(log.length).toBeGreaterThanOrEqual(145);
  });

  it('lets workspaces take turns, however many channels one has', async () => {
    const { time, log, post } = setUp({ overall: 10 });
    for (let n = 0; n < 200; n++) void post(channel('big', `C${n}`));
    for (let n = 0; n < 5; n++) void post(channel('small', `C${n}`));
    await time.runUntil(start + 1500);
    expect(log.filter(({ channel: name }) => name.startsWith('small'))).toHaveLength(5);
  });

  it('is not held up by a workspace whose posts hang', async () => {
    const { time, log, post } = setUp({}, 4);
    for (let n = 0; n < 50; n++) void post(channel('sick', `C${n}`), 10_000);
    for (let n = 0; n < 50; n++) void post(channel('well', `C${n}`));
    await time.runUntil(start + 100);
    expect(log.filter(({ channel: name }) => name.startsWith('well'))).toHaveLength(50);
    expect(log.filter(({ channel: name }) => name.startsWith('sick'))).toHaveLength(4);
  });

  it('holds one channel for as long as the platform asked, and no other', async () => {
    const { time, pacer, log, post } = setUp({});
    pacer.hold(channel('T1', 'hot'), start + 30_000);
    void post(channel('T1', 'hot'));
    void post(channel('T1', 'cool'));
    await time.runUntil(start + 29_000);
    expect(log).toEqual([{ channel: 'T1/cool', at: 0 }]);
    await time.runUntil(start + 30_000);
    expect(log.at(-1)).toEqual({ channel: 'T1/hot', at: 30_000 });
  });

  it('holds a whole workspace when several of its channels are told to wait, and no other workspace', async () => {
    const { time, pacer, log, post } = setUp({});
    for (const name of ['C1', 'C2', 'C3']) pacer.hold(channel('T1', name), start + 20_000);
    void post(channel('T1', 'C4'));
    void post(channel('T2', 'C4'));
    await time.runUntil(start + 19_000);
    expect(log).toEqual([{ channel: 'T2/C4', at: 0 }]);
    await time.runUntil(start + 21_000);
    expect(log).toHaveLength(2);
  });

  it('turns away whoever waits when it closes', async () => {
    const { pacer } = setUp({ perChannel: 1 });
    (await pacer.enter(channel('T1', 'C1')))();
    const waiting = pacer.enter(channel('T1', 'C1'));
    pacer.close();
    await expect(waiting).rejects.toBeInstanceOf(Stopped);
    await expect(pacer.enter(channel('T1', 'C2'))).rejects.toBeInstanceOf(Stopped);
  });

  it('turns away who waits for others to leave, too', async () => {
    const { pacer } = setUp({}, 16, 1);
    await pacer.enter(channel('T1', 'C1'));
    const waiting = pacer.enter(channel('T1', 'C2'));
    pacer.close();
    await expect(waiting).rejects.toBeInstanceOf(Stopped);
  });
});
