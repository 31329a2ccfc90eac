import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { deliveryOf, feedOf, fillMorning, put, subscriptionOf } from './operator-rows.ts';
import { type SampleSite, type SampleSiteOptions, startSampleSite } from './sample-site.ts';

const token = 'a token of the operator’s'.replaceAll(/[^a-z]/g, '-');
const hour = 3_600_000;

let site: SampleSite;
let refused = 0;
afterEach(() => site.close());

async function open(options: SampleSiteOptions = {}): Promise<void> {
  refused = 0;
  site = await startSampleSite({
    ...options,
    settings: { OPERATOR_TOKEN: token, ...options.settings },
    onRefused: () => {
      refused++;
    },
  });
}

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${site.url}${path}`, { redirect: 'manual', ...init });

const withBearer = (given: string) => ask('/operator', { headers: { authorization: `Bearer ${given}` } });

const withCookie = (cookie: string) => ask('/operator', { headers: { cookie } });

const signIn = (given: string) =>
  ask('/operator/sign-in', { method: 'POST', body: new URLSearchParams({ token: given }) });

/** "name=value" of the cookie an answer sets. */
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

async function operatorPage(): Promise<string> {
  const answer = await withBearer(token);
  expect(answer.status).toBe(200);
  return answer.text();
}

/** A part of the page by the id of its section. */
const sectionOf = (page: string, id: string) =>
  new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? '';

/** The words of the markup's rows, cells between bars. */
const rowsOf = (markup: string) =>
  (markup.match(/<tr role="row"><td[\s\S]*?<\/tr>/g) ?? []).map((row) =>
    row
      .replaceAll(/<\/td>/g, ' | ')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );

describe('who may see the operator’s page', () => {
  it.each(['/operator', '/operator/sign-in', '/operator/sign-out'])(
    'without a token set nobody, and %s says how to open it',
    async (path) => {
      await open({ settings: { OPERATOR_TOKEN: '' }, fill: fillMorning });
      const answer = await ask(path, { method: path === '/operator' ? 'GET' : 'POST' });
      expect(answer.status).toBe(404);
      const page = await answer.text();
      expect(page).toContain('Set OPERATOR_TOKEN');
      expect(page).not.toContain('Harbour');
      expect((await withBearer('null')).status).toBe(404);
      expect((await withBearer('')).status).toBe(404);
    },
  );

  it('a program with the token in a header, and no other', async () => {
    await open({ fill: fillMorning });
    expect((await withBearer(token)).status).toBe(200);
    for (const wrong of ['wrong', `${token}x`, token.slice(0, -1), token.toUpperCase()]) {
      const answer = await withBearer(wrong);
      expect(answer.status, wrong).toBe(401);
      expect(await answer.text()).not.toContain('Harbour');
    }
    expect(refused).toBe(4);
    const basic = `Basic ${Buffer.from(`x:${token}`).toString('base64')}`;
    expect((await ask('/operator', { headers: { authorization: basic } })).status).toBe(401);
  });

  it('without one, the form is shown, and nothing counts as an attempt', async () => {
    await open({ fill: fillMorning });
    const answer = await ask('/operator');
    expect(answer.status).toBe(401);
    const page = await answer.text();
    expect(page).toContain('type="password"');
    expect(page).not.toContain('Harbour');
    expect(refused).toBe(0);
  });

  it('a browser that signed in by the form, for twelve hours', async () => {
    await open();
    const answer = await signIn(` ${token}\n`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/operator']);
    const cookie = cookieOf(answer);
    expect(cookie).not.toContain(token);
    expect((await withCookie(cookie)).status).toBe(200);
    site.later(12 * hour - 1);
    expect((await withCookie(cookie)).status).toBe(200);
    site.later(1);
    expect((await withCookie(cookie)).status).toBe(401);
  });

  it('nobody who made the cookie up, or prolonged it', async () => {
    await open();
    const [name = '', session = ''] = cookieOf(await signIn(token)).split('=');
    const [until = '', signature = ''] = session.split('.');
    for (const made of [
      '',
      '.',
      `${Number(until) + hour}.${signature}`,
      `${until}.`,
      `Infinity.${signature}`,
      `${until}.${signature}x`,
      token,
    ])
      expect((await withCookie(`${name}=${made}`)).status, made).toBe(401);
  });

  it('no browser that signed in with an earlier token', async () => {
    await open({ settings: { OPERATOR_TOKEN: 'the-token-of-last-month' } });
    const cookie = cookieOf(await signIn('the-token-of-last-month'));
    await site.close();
    await open();
    expect((await withCookie(cookie)).status).toBe(401);
  });

  it('the form says that a token is wrong, and sets no cookie', async () => {
    await open();
    for (const body of [new URLSearchParams({ token: 'wrong' }), new URLSearchParams(), new FormData()]) {
      const answer = await ask('/operator/sign-in', { method: 'POST', body });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(await answer.text()).toContain('That is not the token.');
    }
    expect(refused).toBe(3);
  });

  it('a form too long for a token is not read', async () => {
    await open();
    expect((await signIn('x'.repeat(10_000))).status).toBe(413);
  });

  it('keeps the cookie from scripts, other sites, other paths and, behind https, from plain http', async () => {
    await open();
    const attributes = (await signIn(token)).headers.get('set-cookie')?.split('; ').slice(1);
    expect(attributes?.toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=43200',
      'Path=/operator',
      'SameSite=Strict',
    ]);
    await site.close();
    await open({ settings: { PUBLIC_URL: 'https://courant.example' } });
    expect((await signIn(token)).headers.get('set-cookie')?.split('; ')).toContain('Secure');
  });

  it('signs out by taking the cookie back', async () => {
    await open();
    const answer = await ask('/operator/sign-out', { method: 'POST' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/operator']);
    const [cookie, ...attributes] = answer.headers.get('set-cookie')?.split('; ') ?? [];
    expect(cookie).toBe('courant_operator=');
    expect(attributes).toEqual(expect.arrayContaining(['Max-Age=0', 'Path=/operator']));
  });

  // Not by fetch: it sets this header itself.
  it.each(['cross-site', 'same-site'])('takes no form of another site (%s)', async (from) => {
    await open();
    for (const path of ['/operator/sign-in', '/operator/sign-out']) {
      const { status, cookie } = await postFrom(from, path);
      expect([status, cookie], path).toEqual([403, undefined]);
    }
    expect((await postFrom('same-origin', '/operator/sign-in')).status).toBe(303);
  });
});

function postFrom(
  from: string,
  path: string,
): Promise<{ readonly status: number | undefined; readonly cookie: readonly string[] | undefined }> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': from };
  return new Promise((resolve, reject) => {
    request(`${site.url}${path}`, { method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, cookie: answer.headers['set-cookie'] });
    })
      .on('error', reject)
      .end(new URLSearchParams({ token }).toString());
  });
}

describe('the operator’s page', () => {
  it('is kept by no cache, and lets nothing in but its own stylesheet', async () => {
    await open();
    const answers = [await ask('/operator'), await withBearer(token), await signIn('wrong')];
    for (const { headers } of answers) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('leaves an unknown address below it to the page that says so, with the policy of that', async () => {
    await open();
    const [below, elsewhere] = [await ask('/operator/nowhere'), await ask('/nowhere')];
    expect(below.status).toBe(404);
    expect(below.headers.get('content-security-policy')).toBe(
      elsewhere.headers.get('content-security-policy'),
    );
  });

  it('has the feeds with their health, the worst first', async () => {
    await open({ fill: fillMorning });
    const rows = rowsOf(sectionOf(await operatorPage(), 'feeds'));
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatch(/^3 faults \| River Courier .*answered 503 Service Unavailable/);
    expect(rows[1]).toMatch(/^gone \| Coast Weekly .*the feed is gone/);
    expect(rows[2]).toMatch(/^fine \| The Harbour Post https:\/\/news\.example\/harbour\.xml .*\| 41\.3 \|/);
    expect(rows[3]).toMatch(/^paused \| Valley Gazette/);
  });

  it('has what comes next, soonest first, in its own time and the channel’s; and what rests, with why', async () => {
    await open({ fill: fillMorning });
    const page = await operatorPage();
    const rows = rowsOf(sectionOf(page, 'next'));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('climate | discord:613425648685547541/613425648685547545');
    expect(rows[1]).toContain('ukraine | slack:T024BE7LD/C0G9QF9GW | 2025-02-20 08:00 Europe/Kyiv');
    expect(sectionOf(page, 'next')).toContain('datetime="2025-02-19T09:00:00.000Z"');
    expect(rowsOf(sectionOf(page, 'paused')).join()).toMatch(
      /^harbours .*the bot was removed from the channel/,
    );
  });

  it('has what waits for the operator, with the command that tries again', async () => {
    await open({ fill: fillMorning });
    const page = await operatorPage();
    const [dead] = rowsOf(sectionOf(page, 'dead'));
    expect(dead).toContain('Slack: channel_not_found. | 8 | courant deliveries retry lost');
    const [doubt] = rowsOf(sectionOf(page, 'doubt'));
    expect(doubt).toContain('missing_scope. | 1 | courant deliveries retry doubt');
    expect(sectionOf(page, 'doubt')).toContain('look into the channel before');
  });

  it('has every delivery with its state, and counts them', async () => {
    await open({ fill: fillMorning });
    const page = await operatorPage();
    const states = rowsOf(sectionOf(page, 'deliveries')).map((row) => row.split(' ')[0]);
    expect(states.toSorted()).toEqual(['dead', 'pending', 'posted', 'skipped', 'unknown']);
    const tiles = /<dl[\s\S]*<\/dl>/.exec(page)?.[0].replaceAll(/<[^>]*>/g, ' ');
    expect(tiles?.split('\n').map((tile) => tile.replaceAll(/\s+/g, ' ').trim())).toEqual(
      expect.arrayContaining([
        'Posted 1',
        'On their way 1',
        'Given up 1',
        'In doubt 1',
        'Feeds 4 2 failing',
        'Subscriptions 3 1 paused',
      ]),
    );
  });

  it('says so where there is nothing yet, and shows no empty table', async () => {
    await open();
    const page = await operatorPage();
    expect(page).toContain('courant sources add');
    expect(page).toContain('No channel gets a digest.');
    expect(page).toContain('Nothing was delivered yet.');
    expect(page).not.toContain('<table');
  });

  it('stays short however much there is, and says how much', async () => {
    await open({
      async fill(store) {
        for (let n = 0; n < 210; n++) await store.feeds.add(feedOf(`f${n}`));
        await put(
          store,
          Array.from({ length: 60 }, (_, n) => deliveryOf(`d${n}`, 'dead')),
        );
      },
    });
    const page = await operatorPage();
    expect(rowsOf(sectionOf(page, 'feeds'))).toHaveLength(200);
    expect(sectionOf(page, 'feeds')).toContain('<span class="count">210</span>');
    expect(rowsOf(sectionOf(page, 'dead'))).toHaveLength(50);
    expect(sectionOf(page, 'dead')).toContain('<span class="count">60</span>');
  });

  it('shows hostile text as text, and links no hostile address', async () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
    await open({
      async fill(store) {
        await store.feeds.add(
          feedOf('a', {
            outlet: `Outlet ${hostile}`,
            url: `https://news.example/${hostile}`,
            health: { faults: 1, lastFault: hostile },
          }),
        );
        await store.feeds.add(feedOf('b', { url: 'javascript:alert(3)' }));
        await store.subscriptions.add(
          subscriptionOf('c', { topic: hostile, nextDueAt: null, pausedBecause: hostile }),
        );
        await put(store, [deliveryOf(hostile, 'dead', { error: hostile })]);
      },
    });
    const page = await operatorPage();
    expect(page).not.toMatch(/<script|<img|href="javascript/);
    expect(page).toContain('Outlet &quot;&gt;&lt;script&gt;alert(1)');
    expect(page).toContain('javascript:alert(3)');
  });

  it('never shows a secret: neither of a feed’s address, nor of a fault, nor its own', async () => {
    const url = 'https://anna:hunter2@news.example/private.xml';
    const keyed = 'https://news.example/feed?format=rss&access_token=hunter2';
    await open({
      settings: { INSTALLATION_KEY: 'ab'.repeat(32) },
      async fill(store) {
        await store.feeds.add(feedOf('a', { url, health: { faults: 1, lastFault: `${url} answered 401.` } }));
        await store.feeds.add(feedOf('b', { url: keyed, outlet: keyed }));
        await put(store, [
          deliveryOf('d', 'dead', { error: `Slack refused ${['xoxb', '1234', 'hunter2'].join('-')}.` }),
        ]);
        await store.subscriptions.add(
          subscriptionOf('c', { nextDueAt: null, pausedBecause: `Bearer hunter2hunter2hunter2 was revoked` }),
        );
      },
    });
    const page = await operatorPage();
    for (const secret of ['hunter2', 'anna', token, 'abab']) expect(page).not.toContain(secret);
    expect(page).toContain('https://[secret]@news.example/private.xml answered 401.');
    expect(page).toContain('https://news.example/feed?format=rss&amp;access_token=[secret]');
    expect(page).not.toMatch(/href="[^"]*secret/);
  });
});
