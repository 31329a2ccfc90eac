import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Fetched, type FetchRequest, fetchDocument } from '../../../src/ingest/fetch/fetch-document.ts';
import { guardedAgent, type ResolvedAddress } from '../../../src/ingest/fetch/guarded-agent.ts';
import { type BadInternet, openBadInternet } from '../bad-internet.ts';

const now = Date.UTC(2025, 5, 2, 12);
const limits = { maxBytes: 1024 * 1024, totalMs: 400, idleMs: 250, maxRedirects: 5 };

let internet: BadInternet;
const agents: ReturnType<typeof guardedAgent>[] = [];

beforeAll(async () => {
  internet = await openBadInternet();
});
beforeEach(() => {
  internet.requests.length = 0;
});
afterAll(async () => {
  await Promise.all(agents.map((agent) => agent.destroy()));
  await internet.close();
});

function agent(options: Parameters<typeof guardedAgent>[0] = { allow: ['127.0.0.1'] }) {
  const made = guardedAgent(options);
  agents.push(made);
  return made;
}

const open = (address: string, more: Partial<FetchRequest> = {}): Promise<Fetched> =>
  fetchDocument(address, {
    dispatcher: agent(),
    userAgent: 'Courant/0 (test)',
    limits,
    clock: () => now,
    ...more,
  });

const fetchPath = (path: string, more: Partial<FetchRequest> = {}) => open(internet.url(path), more);

const textOf = (fetched: Fetched) =>
  fetched.kind === 'document' ? new TextDecoder().decode(fetched.body) : `no document: ${fetched.kind}`;

describe('a fetch', () => {
  it('says who asks and gives what the server keeps for the next time', async () => {
    const fetched = await fetchPath('/feed');
    expect(fetched).toMatchObject({
      kind: 'document',
      contentType: 'application/rss+xml',
      validators: { etag: '"v1"', lastModified: 'Mon, 02 Jun 2025 10:00:00 GMT' },
      movedTo: null,
    });
    expect(internet.requests[0]?.headers).toMatchObject({
      'user-agent': 'Courant/0 (test)',
      'accept-encoding': 'gzip, br, zstd',
    });
  });

  it('asks only whether it has changed when it knows the last state', async () => {
    const fetched = await fetchPath('/feed', { validators: { etag: '"v1"', lastModified: null } });
    expect(fetched).toEqual({ kind: 'unchanged', movedTo: null, freshSeconds: 1800 });
  });

  it.each(['/gzip', '/zstd'])('unpacks %s', async (path) => {
    expect(textOf(await fetchPath(path))).toContain('The harbour reopened');
  });

  it('follows permanent redirects and says where it ended', async () => {
    expect(await fetchPath('/moved')).toMatchObject({ kind: 'document', movedTo: internet.url('/feed') });
  });

  it('does not take a passing redirect for a move', async () => {
    expect(await fetchPath('/elsewhere-for-now')).toMatchObject({ kind: 'document', movedTo: null });
  });

  it('knows the end of a feed', async () => {
    expect(await fetchPath('/gone')).toEqual({ kind: 'gone' });
  });

  it.each([
    ['/busy', now + 120_000],
    ['/too-often', Date.UTC(2025, 5, 2, 13)],
  ])('waits as long as %s asks', async (path, retryAt) => {
    expect(await fetchPath(path)).toMatchObject({ kind: 'busy', retryAt });
  });
});

describe('the other side misbehaves:', () => {
  it.each([
    ['/loop', /redirects more than 5 times/, false],
    ['/to-file', /"file:" is not fetched/, false],
    ['/to-metadata', /169\.254\.169\.254 is not on the public internet/, false],
    ['/to-nothing', /an address that is none/, false],
    ['/missing', /answers 404/, false],
    ['/broken', /answers 500/, true],
    ['/bomb', /larger than 1 MB/, false],
    ['/zstd-bomb', /larger than 1 MB/, false],
    ['/endless', /larger than 1 MB/, false],
    ['/unknown-encoding', /packed as "rot13"/, false],
    ['/matryoshka', /packed too many times/, false],
    ['/slow-loris', /longer than 0\.4 seconds/, true],
    ['/silent', /did not begin to answer|longer than/, true],
    ['/huge-headers', /headers are too large/, true],
    ['/hang-up', /broke off/, true],
    ['/gibberish', /is not HTTP/, true],
    ['/not-gzip', /not packed as it says/, true],
  ])('%s', async (path, message, mayPass) => {
    const fetched = await fetchPath(path);
    expect(fetched).toMatchObject({
      kind: 'fault',
      mayPass,
      fault: { message: expect.stringMatching(message) },
    });
  });

  it('a body that breaks off gives what came, and is not taken for the whole', async () => {
    expect(textOf(await fetchPath('/truncated-gzip'))).toContain('The harbour reopened');
    const short = await fetchPath('/short');
    expect(textOf(short)).toContain('The harbour reopened');
    expect(short).toMatchObject({ isWhole: false, validators: { etag: null, lastModified: null } });
  });

  it('304 for a first request is no document', async () => {
    expect(await fetchPath('/always-304')).toMatchObject({ kind: 'unchanged' });
  });

  it('no https where https was asked for is told as that', async () => {
    expect(await open(internet.url('/page').replace('http:', 'https:'))).toMatchObject({
      fault: { message: expect.stringContaining('does not speak HTTPS') },
    });
  });

  it.each([
    'not an address',
    'http://me:secret@127.0.0.1/feed',
    'ftp://example.com/feed',
    'javascript:alert(1)',
    'data:text/xml,<rss/>',
  ])('%s is not fetched', async (address) => {
    expect(await open(address)).toMatchObject({ kind: 'fault', mayPass: false });
    expect(internet.requests).toHaveLength(0);
  });
});

describe('addresses inside the network', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '0',
    '169.254.169.254',
  ])('are not asked, written as %s', async (host) => {
    const fetched = await open(`http://${host}:${internet.port}/page`, { dispatcher: agent({}) });
    expect(fetched).toMatchObject({ kind: 'fault', fault: { code: 'forbidden' } });
    expect(internet.requests).toHaveLength(0);
  });

  it('are not asked by a name that leads there', async () => {
    const resolve = async (): Promise<ResolvedAddress[]> => [{ address: '127.0.0.1', family: 4 }];
    const fetched = await open(`http://news.example:${internet.port}/page`, {
      dispatcher: agent({ resolve }),
    });
    expect(fetched).toMatchObject({
      kind: 'fault',
      fault: { code: 'forbidden', message: expect.stringContaining('news.example') },
    });
  });

  it('are not asked by a name that changes its mind between two lookups', async () => {
    const answers = ['93.184.215.14', '127.0.0.1', '127.0.0.1'];
    const asked: string[] = [];
    const resolve = async (): Promise<ResolvedAddress[]> => {
      const address = answers[asked.length] ?? '127.0.0.1';
      asked.push(address);
      return [{ address, family: 4 }];
    };
    const dispatcher = agent({ resolve, connectMs: 200 });
    await open(`http://news.example:${internet.port}/page`, { dispatcher });
    await open(`http://news.example:${internet.port}/page`, { dispatcher });
    // Whatever was answered, nothing has reached the machine itself.
    expect(internet.requests).toHaveLength(0);
  });

  it('are left out where a name has others beside them', async () => {
    const resolve = async (): Promise<ResolvedAddress[]> => [
      { address: '10.0.0.1', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const fetched = await open(`http://news.example:${internet.port}/page`, {
      dispatcher: agent({ resolve, allow: ['127.0.0.1'] }),
    });
    expect(fetched.kind).toBe('document');
  });

  it('are asked where the operator allows it by name', async () => {
    const resolve = async (): Promise<ResolvedAddress[]> => [{ address: '127.0.0.1', family: 4 }];
    const dispatcher = agent({ resolve, allow: ['feeds.internal'] });
    expect((await open(`http://feeds.internal:${internet.port}/page`, { dispatcher })).kind).toBe('document');
  });
});
