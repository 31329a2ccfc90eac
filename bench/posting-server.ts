/**
 * A Slack and a Discord that accept at once, in a process of their own, so that the bench has its core to itself.
 * With `--limited` each channel takes one message a second and answers 429 to more. Counts are told on request.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const limited = process.argv.includes('--limited');
const lastOfChannel = new Map<string, number>();
const counts = { posted: 0, refused: 0 };
const json = { 'content-type': 'application/json' };
/** Discord says with each answer how much of a channel's limit is left; its clients read that, and so do we. */
const leftOfChannel = {
  'x-ratelimit-limit': '5',
  'x-ratelimit-remaining': '4',
  'x-ratelimit-reset-after': '1.000',
  'x-ratelimit-bucket': '80c17d2f203122d936070c88c8d10f33',
};

const server = createServer((request, response) => {
  if (limited) void answerWithinLimits(request, response);
  else request.resume().on('end', () => accept(request, response));
});

async function answerWithinLimits(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isTooSoon(channelOf(await bodyOf(request)))) return accept(request, response);
  counts.refused++;
  response.writeHead(429, { ...json, 'retry-after': '1' }).end('{"ok":false,"error":"ratelimited"}');
}

function accept(request: IncomingMessage, response: ServerResponse): void {
  counts.posted++;
  const id = `${1_790_000_000 + counts.posted}.000100`;
  const isDiscord = request.url?.includes('/channels/') ?? false;
  const answer = isDiscord
    ? { id: id.replace('.', ''), channel_id: '1', author: { id: '2' } }
    : { ok: true, ts: id, channel: 'C1', team_id: 'T1', user_id: 'U1' };
  const body = JSON.stringify(answer);
  const headers = { ...json, ...(isDiscord && leftOfChannel), 'content-length': body.length };
  response.writeHead(200, headers).end(body);
}

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => {
  process.send?.(counts);
  counts.posted = 0;
  counts.refused = 0;
  lastOfChannel.clear();
});
process.on('disconnect', () => process.exit(0));

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Of a Slack post, as JSON or as a form. */
function channelOf(body: string): string {
  return /"channel":"(\w+)"/.exec(body)?.[1] ?? new URLSearchParams(body).get('channel') ?? '';
}

function isTooSoon(channel: string): boolean {
  const now = performance.now();
  if (now - (lastOfChannel.get(channel) ?? Number.NEGATIVE_INFINITY) < 1000) return true;
  lastOfChannel.set(channel, now);
  return false;
}
