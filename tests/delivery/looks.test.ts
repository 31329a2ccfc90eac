import { describe, expect, it } from 'vitest';
import { createLooks } from '../../src/delivery/looks.ts';
import { Stopped } from '../../src/delivery/pacing.ts';
import { CourantError } from '../../src/domain/errors.ts';

describe('looks into channels', () => {
  it('go one at a time in a workspace, and not in the way of another', async () => {
    const looks = createLooks(() => 0);
    const log: string[] = [];
    const slow = Promise.withResolvers<void>();
    const first = looks.take('T1', async () => {
      log.push('first');
      await slow.promise;
    });
    const second = looks.take('T1', async () => void log.push('second'));
    await looks.take('T2', async () => void log.push('elsewhere'));
    expect(log).toEqual(['first', 'elsewhere']);
    slow.resolve();
    await Promise.all([first, second]);
    expect(log).toEqual(['first', 'elsewhere', 'second']);
  });

  it('are not tried before the platform allows them again', async () => {
    let now = 0;
    let calls = 0;
    const looks = createLooks(() => now);
    const limited = async () => {
      calls++;
      throw new CourantError('rate-limited', 'Wait.', { retryAt: 60_000 });
    };
    const waiting = [1, 2, 3].map(() => looks.take('T1', limited));
    for (const look of waiting)
      await expect(look).rejects.toMatchObject({ code: 'rate-limited', retryAt: 60_000 });
    expect(calls).toBe(1);
    now = 60_000;
    expect(await looks.take('T1', async () => 'seen')).toBe('seen');
  });

  it('go on after one that failed', async () => {
    const looks = createLooks(() => 0);
    const failing = looks.take('T1', async () => {
      throw new Error('no answer');
    });
    const next = looks.take('T1', async () => 'seen');
    await expect(failing).rejects.toThrow('no answer');
    expect(await next).toBe('seen');
  });

  it('end when they are closed', async () => {
    const looks = createLooks(() => 0);
    looks.close();
    await expect(looks.take('T1', async () => 'seen')).rejects.toBeInstanceOf(Stopped);
  });
});
