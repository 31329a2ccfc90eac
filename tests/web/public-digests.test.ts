import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/domain/digest.ts';
import type { Store } from '../../src/store/store.ts';
import { deliveryOf, put, subscriptionOf } from './operator-rows.ts';
import { sampleNow as now, type SampleSite, type SampleSiteOptions, startSampleSite } from './sample-site.ts';

const token = 'of-the-operator-alone';

let site: SampleSite;
afterEach(() => site.close());

async function open(
  settings: Readonly<Record<string, string>>,
  more: Pick<SampleSiteOptions, 'readiness'> = {},
): Promise<void> {
  site = await startSampleSite({ ...more, settings, fill: fillDigests });
}

const statusOf = async (path: string) => (await fetch(site.url + path)).status;
const textOf = async (path: string) => (await fetch(site.url + path)).text();

function digestOf(id: string, slug: string): Digest {
  return {
    id,
    topic: { slug, title: `Title of ${slug}` },
    window: { from: now - 86_400_000, to: now },
    stories: [],
    articleCount: 0,
    outletCount: 0,
    language: 'en',
    builtAt: now,
  };
}

/** Two topics with a digest posted each, one that is only planned, and an answer to `/brief tides`. */
async function fillDigests(store: Store): Promise<void> {
  for (const topic of ['tides', 'secrets']) {
    await store.digests.save(digestOf(`d-${topic}`, topic));
    await store.subscriptions.add(subscriptionOf(`s-${topic}`, { topic }));
  }
  for (const id of ['d-brief', 'd-planned']) await store.digests.save(digestOf(id, 'tides'));
  await store.digests.save(digestOf('d-brief-all', 'all'));
  const tides = { subscriptionId: 's-tides' };
  await put(store, [
    deliveryOf('1', 'posted', { ...tides, digestId: 'd-tides' }),
    deliveryOf('2', 'pending', { ...tides, digestId: 'd-planned', period: '2025-02-20T08:00' }),
    deliveryOf('3', 'posted', { subscriptionId: 's-secrets', digestId: 'd-secrets' }),
  ]);
}

const reachable = [{ WEB_HOST: '0.0.0.0' }, { PUBLIC_URL: 'https://courant.example' }] as const;

describe.each(reachable)('on a server that others reach (%o)', (where) => {
  it('nothing is shown while nothing is public', async () => {
    await open(where);
    const front = await textOf('/');
    expect(front).not.toContain('Title of');
    expect(front).not.toContain(site.digest.stories[0]?.headline ?? 'no story');
    for (const path of [
      '/digests',
      '/digests/d-tides',
      `/digests/${site.digest.id}`,
      '/preview/slack',
      '/preview/discord',
    ])
      expect(await statusOf(path), path).toBe(404);
  });

  it('of a public topic what was posted is shown, and of no other', async () => {
    await open({ ...where, PUBLIC_TOPICS: 'tides' });
    for (const path of ['/', '/digests']) {
      const page = await textOf(path);
      expect(page, path).toContain('/digests/d-tides');
      for (const other of ['secrets', 'd-brief', 'd-planned']) expect(page, path).not.toContain(other);
    }
    expect(await statusOf('/digests/d-tides')).toBe(200);
    for (const path of ['/digests/d-secrets', '/digests/d-planned', '/preview/slack'])
      expect(await statusOf(path), path).toBe(404);
  });

  it('an answer to /brief never is, though its topic is public', async () => {
    await open({ ...where, PUBLIC_TOPICS: 'tides,all' });
    expect(await statusOf('/digests/d-brief')).toBe(404);
    expect(await statusOf('/digests/d-brief-all')).toBe(404);
    expect(await textOf('/digests')).not.toContain('brief');
  });

  it('today’s digest of everything and its previews are shown where "all" is public', async () => {
    await open({ ...where, PUBLIC_TOPICS: 'all' });
    for (const path of ['/', '/preview/slack', '/preview/discord']) {
      const answer = await fetch(site.url + path);
      expect(answer.status, path).toBe(200);
      expect(await answer.text(), path).toContain('<article');
    }
    expect(await statusOf('/digests/d-tides')).toBe(404);
  });

  it('/metrics asks for the operator’s token, and is closed without one set', async () => {
    await open(where);
    expect(await statusOf('/metrics')).toBe(403);
    await site.close();
    await open({ ...where, OPERATOR_TOKEN: token });
    const bare = await fetch(`${site.url}/metrics`);
    expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const asked = (given: string) =>
      fetch(`${site.url}/metrics`, { headers: { authorization: `Bearer ${given}` } });
    expect((await asked('wrong')).status).toBe(401);
    const right = await asked(token);
    expect(right.status).toBe(200);
    expect(await right.text()).toContain('courant_');
  });

  it('/readyz says that it is not ready, not why', async () => {
    await open(where, { readiness: { unreadable: 'No database at db.internal.' } });
    const answer = await fetch(`${site.url}/readyz`);
    expect([answer.status, await answer.text()]).toEqual([503, 'not ready']);
    expect(await statusOf('/healthz')).toBe(200);
  });

  it('/readyz is ready while the database can be read, and says that it can’t be written', async () => {
    await open(where, { readiness: { unwritable: 'The disk of db.internal is full.' } });
    const answer = await fetch(`${site.url}/readyz`);
    expect([answer.status, await answer.text()]).toEqual([200, 'ready, but only to read']);
  });
});

describe('on a server for its own machine', () => {
  it('every digest is seen, with answers and previews, and the numbers', async () => {
    await open({});
    for (const path of [
      '/',
      '/digests',
      '/digests/d-secrets',
      '/digests/d-brief',
      '/preview/slack',
      '/metrics',
      '/readyz',
    ])
      expect(await statusOf(path), path).toBe(200);
  });

  it('by the name of another machine nothing is: a proxy we don’t know of, or DNS rebinding', async () => {
    await open({ OPERATOR_TOKEN: token }, { readiness: { unreadable: 'No database at db.internal.' } });
    const hosts = [
      'evil.example',
      'evil.example:8787',
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '[::2]',
    ];
    for (const host of hosts) {
      for (const path of ['/', '/digests', '/digests/d-secrets', '/preview/slack', '/metrics', '/operator']) {
        const { status, body } = await askAs(host, path);
        expect(status, `${host}${path}`).toBe(421);
        expect(body).not.toMatch(/Title of|courant_/);
      }
      expect((await askAs(host, '/readyz')).body).toBe('not ready');
    }
    for (const host of ['localhost', 'localhost:8787', '127.0.0.1:1', '127.0.0.53', '[::1]:8787'])
      expect((await askAs(host, '/digests')).status, host).toBe(200);
    expect((await askAs('localhost', '/readyz')).body).toBe('not ready: No database at db.internal.');
  });
});

/** Not by fetch: it sets Host itself. */
function askAs(
  host: string,
  path: string,
): Promise<{ readonly status: number | undefined; readonly body: string }> {
  return new Promise((resolve, reject) => {
    request(site.url + path, { headers: { host } }, async (answer) => {
      let body = '';
      for await (const piece of answer.setEncoding('utf8')) body += piece;
      resolve({ status: answer.statusCode, body });
    })
      .on('error', reject)
      .end();
  });
}
