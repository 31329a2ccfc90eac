import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscordCaller, type DiscordCaller } from '../../../adapters/discord/call.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const channel = '/channels/800000000000000001/messages';
const other = '/channels/800000000000000002/messages';
const answerWith =
  (status: number, said: unknown, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(said));

let now: number;
let answer: Answer;
let seen: string[];
let warned: object[];
let close: () => Promise<unknown>;
let makeCaller: (options?: {
  requestsPerSecond?: number;
  timeout?: number;
  signal?: AbortSignal;
}) => DiscordCaller;
let call: DiscordCaller;

beforeEach(async () => {
  now = 1_800_000_000_000;
  seen = [];
  warned = [];
  answer = answerWith(200, { id: '1' });
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    request.resume().on('end', () => answer(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  makeCaller = ({ requestsPerSecond = 50, timeout = 5000, signal } = {}) =>
    createDiscordCaller({
      config: { token: 'secret', apiUrl: `http://127.0.0.1:${port}/api/`, requestsPerSecond },
      clock: () => now,
      signal: signal ?? new AbortController().signal,
      timeout,
      warn: (fields) => warned.push(fields),
    });
  call = makeCaller();
  close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    });
});
afterEach(() => close());

describe('a call of Discord’s REST', () => {
  it('says who calls, and sends JSON text as it is', async () => {
    answer = ({ headers }, response) => response.end(JSON.stringify(headers));
    const headers = await call<Record<string, string>>('post', channel, { body: '{"content":"ø"}' });
    expect(headers).toMatchObject({
      authorization: 'Bot secret',
      'content-type': 'application/json',
      'content-length': '16',
    });
    const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(headers['user-agent']).toBe(`DiscordBot (https://www.npmjs.com/package/${name}, ${version})`);
    await call('get', channel, { query: { after: '5' } });
    expect(seen).toEqual([`POST /api/v10${channel}`, `GET /api/v10${channel}?after=5`]);
  });

  it('knows an empty bucket, and asks no more of it until it is filled', async () => {
    answer = answerWith(200, { id: '1' }, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '2.5' });
    await call('post', channel);
    await expect(call('post', channel)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAt: now + 2550,
      scope: undefined,
    });
    await call('post', other);
    await call('get', channel);
    expect(seen).toHaveLength(3);
    now += 2550;
    await call('post', channel);
    expect(seen).toHaveLength(4);
  });

  it('keeps away from a channel that said 429, and only from it', async () => {
    answer = answerWith(429, { message: 'slow', retry_after: 4.2, global: false }, { 'retry-after': '5' });
    await expect(call('post', channel)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAt: now + 5050,
      scope: undefined,
    });
    await expect(call('post', channel)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(seen).toHaveLength(1);
    answer = answerWith(200, {});
    await call('post', other);
  });

  it.each([
    ['body', { global: true, retry_after: 3 }, {}],
    ['header', { retry_after: 3 }, { 'x-ratelimit-global': 'true' }],
  ])('keeps away from everything where the %s says that the limit is global', async (_, said, headers) => {
    answer = answerWith(429, said, headers);
    const limited = { code: 'rate-limited', scope: 'platform', retryAt: now + 3050 };
    await expect(call('post', channel)).rejects.toMatchObject(limited);
    await expect(call('get', other)).rejects.toMatchObject(limited);
    expect(seen).toHaveLength(1);
  });

  it('sends no more a second than the bot is granted', async () => {
    call = makeCaller({ requestsPerSecond: 2 });
    await call('post', channel);
    await call('post', other);
    await expect(call('post', channel)).rejects.toMatchObject({
      code: 'rate-limited',
      scope: 'platform',
      retryAt: now + 1000,
    });
    now += 1000;
    await call('post', channel);
    expect(seen).toHaveLength(3);
  });

  it('uses a token that was refused no more', async () => {
    answer = answerWith(401, { message: '401: Unauthorized', code: 0 });
    const refused = { code: 'refused', scope: 'platform', reason: '401' };
    await expect(call('post', channel)).rejects.toMatchObject(refused);
    await expect(call('post', other)).rejects.toMatchObject(refused);
    expect(seen).toHaveLength(1);
  });

  it('warns when refusals pile up, those of shared limits not counted', async () => {
    call = makeCaller({ requestsPerSecond: Number.POSITIVE_INFINITY });
    const refuse = async (times: number) => {
      for (let n = 0; n < times; n++) await call('post', `/channels/${n}/messages`).catch(() => {});
    };
    answer = answerWith(429, { retry_after: 0.001 }, { 'x-ratelimit-scope': 'shared' });
    await refuse(10);
    now += 1000;
    answer = answerWith(403, { code: 50013, message: 'Missing Permissions' });
    await refuse(499);
    expect(warned).toEqual([]);
    await refuse(1);
    expect(warned).toEqual([{ count: 500 }]);
  });

  it('says unknown where Discord has a fault, does not answer in time, or nothing readable', async () => {
    answer = (_, response) => void response.writeHead(502).end('<html>');
    await expect(call('post', channel)).rejects.toMatchObject({ code: 'unknown-outcome', reason: '502' });
    answer = (_, response) => void response.end('<html>');
    await expect(call('post', channel)).rejects.toMatchObject({
      code: 'unknown-outcome',
      reason: 'unreadable',
    });
    // Headers in time, the rest never.
    answer = (_, response) => void response.writeHead(200).write('{');
    call = makeCaller({ timeout: 50 });
    await expect(call('post', channel)).rejects.toMatchObject({ code: 'unknown-outcome', reason: 'timeout' });
  });

  it('ends with the adapter, and never shows the token', async () => {
    const stopping = new AbortController();
    call = makeCaller({ signal: stopping.signal });
    answer = () => stopping.abort();
    const error: unknown = await call('post', channel).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unknown-outcome', reason: 'timeout' });
    expect(JSON.stringify([String(error), error])).not.toContain('secret');
    await expect(call('post', channel)).rejects.toMatchObject({ code: 'not-sent', reason: 'stopped' });
  });
});
