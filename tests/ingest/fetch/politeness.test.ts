import { describe, expect, it } from 'vitest';
import { CourantError } from '../../../src/domain/errors.ts';
import type { Fetched } from '../../../src/ingest/fetch/fetch-document.ts';
import { freshSeconds, linkTargets, retryAfter } from '../../../src/ingest/fetch/headers.ts';
import { HostTurns } from '../../../src/ingest/fetch/host-turns.ts';
import { robotsAllow } from '../../../src/ingest/fetch/robots.ts';
import { userAgent } from '../../../src/ingest/fetch/user-agent.ts';

const now = Date.UTC(2025, 5, 2, 12);

describe('turns of a host', () => {
  /** A clock that only sleeping moves. */
  function turns(gapMs: number) {
    let time = 0;
    const clock = () => time;
    const sleep = async (ms: number) => {
      await Promise.resolve();
      time = Math.max(time, time + ms);
    };
    return { turns: new HostTurns({ clock, sleep, gapMs }), clock };
  }

  it('come one after the other, with a gap, in order', async () => {
    const { turns: host, clock } = turns(1_000);
    const log: string[] = [];
    let running = 0;
    const task = (name: string) => async () => {
      expect(++running).toBe(1);
      await Promise.resolve();
      log.push(name);
      running--;
    };
    await Promise.all(['a', 'b', 'c'].map((name) => host.run('one.example', task(name))));
    expect(log).toEqual(['a', 'b', 'c']);
    expect(clock()).toBeGreaterThanOrEqual(2_000);
  });

  it('do not make another host wait', async () => {
    const { turns: host } = turns(1_000);
    const { promise, resolve } = Promise.withResolvers<void>();
    const slow = host.run('slow.example', () => promise);
    await expect(host.run('quick.example', async () => 'done')).resolves.toBe('done');
    resolve();
    await slow;
  });

  it('keep the process alive while one is waited for, and not to be forgotten', async () => {
    const kept: boolean[] = [];
    const sleep = async (_: number, whether?: { readonly ref: boolean }) => {
      kept.push(whether?.ref ?? true);
    };
    const host = new HostTurns({ clock: () => 0, sleep, gapMs: 10 });
    await Promise.all([host.run('one.example', async () => 1), host.run('one.example', async () => 2)]);
    expect(kept.filter(Boolean)).toHaveLength(1);
    expect(kept).toHaveLength(3);
  });

  it('go on after a fault, and are forgotten', async () => {
    const { turns: host } = turns(10);
    await expect(host.run('one.example', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(host.run('one.example', async () => 1)).resolves.toBe(1);
    for (let tick = 0; tick < 10; tick++) await Promise.resolve();
    expect(host.size).toBe(0);
  });
});

describe('robots.txt', () => {
  const documentOf = (text: string): Fetched => ({
    kind: 'document',
    url: 'https://courier.example/robots.txt',
    movedTo: null,
    isWhole: true,
    body: new TextEncoder().encode(text),
    contentType: 'text/plain',
    validators: { etag: null, lastModified: null },
    freshSeconds: null,
    hubs: [],
  });

  async function allows(fetched: Fetched, path = '/a') {
    return robotsAllow(
      `https://courier.example${path}`,
      async () => fetched,
      new Map() as never as Parameters<typeof robotsAllow>[2],
    );
  }

  it('is obeyed where it names us, and where it names all', async () => {
    const rules = documentOf('User-agent: *\nDisallow: /\n\nUser-agent: Courant\nDisallow: /private/');
    expect(await allows(rules, '/a')).toBe(true);
    expect(await allows(rules, '/private/a')).toBe(false);
    expect(await allows(documentOf('User-agent: *\nDisallow: /'), '/a')).toBe(false);
  });

  it('that is not there allows all; that can not be had forbids all', async () => {
    const missing: Fetched = { kind: 'fault', mayPass: false, fault: new CourantError('refused', '404') };
    const broken: Fetched = { kind: 'fault', mayPass: true, fault: new CourantError('unavailable', '500') };
    expect(await allows(missing)).toBe(true);
    expect(await allows(broken)).toBe(false);
  });

  it('is asked for once', async () => {
    let asked = 0;
    const keyValues = new Map<string, string>() as never as Parameters<typeof robotsAllow>[2];
    const fetchRobots = async () => {
      asked++;
      return documentOf('');
    };
    for (const path of ['/a', '/b'])
      await robotsAllow(`https://courier.example${path}`, fetchRobots, keyValues);
    expect(asked).toBe(1);
  });
});

describe('headers', () => {
  it.each([
    [{ 'cache-control': 'public, max-age=600' }, 600],
    [{ 'cache-control': 'max-age=600', age: '100' }, 500],
    [{ 'cache-control': 'no-cache, max-age=600' }, null],
    [{ expires: 'Mon, 02 Jun 2025 13:00:00 GMT' }, 3600],
    [{ expires: '0' }, null],
    [{}, null],
  ])('freshness of %j is %j', (headers, seconds) => {
    expect(freshSeconds(headers, now)).toBe(seconds);
  });

  it.each([
    ['120', now + 120_000],
    ['Mon, 02 Jun 2025 13:00:00 GMT', Date.UTC(2025, 5, 2, 13)],
    ['-5', null],
    ['soon', null],
    ['99999999', now + 7 * 86_400_000],
  ])('Retry-After %j', (written, at) => {
    expect(retryAfter({ 'retry-after': written }, now)).toBe(at);
  });

  it('finds the hub in Link', () => {
    const link = '<https://hub.example/>; rel="hub", <https://courier.example/feed>; rel="self"';
    expect(linkTargets({ link }, 'hub')).toEqual(['https://hub.example/']);
  });
});

it('a User-Agent names the project and whom to ask', () => {
  expect(userAgent('1.2.3', 'https://ops.example/bot')).toBe(
    'Courant/1.2.3 (news digest bot; +https://ops.example/bot)',
  );
  expect(userAgent('1.2.3', 'a\r\nX-Evil: 1')).not.toMatch(/[\r\n]/);
});
