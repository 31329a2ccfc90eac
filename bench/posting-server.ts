/**
 * A Slack and a Discord that accept at once, in a process of their own. They read no more of HTTP than they must, for
 * on two cores what is measured has use for theirs too; their answers are as long as Node's server makes them. With
 * `--limited` each channel takes one message a second, and answers 429 to more. Counts are told on request.
 */
import { type AddressInfo, createServer } from 'node:net';

const limited = process.argv.includes('--limited');
const lastOfChannel = new Map<string, number>();
const counts = { posted: 0, refused: 0 };
/** Discord says with each answer how much of a channel's limit is left; its clients read that, and so do we. */
const leftOfChannel = [
  'x-ratelimit-limit: 5',
  'x-ratelimit-remaining: 4',
  'x-ratelimit-reset-after: 1.000',
  'x-ratelimit-bucket: 80c17d2f203122d936070c88c8d10f33',
];

const server = createServer((socket) => {
  let unread: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    unread = unread.length === 0 ? chunk : Buffer.concat([unread, chunk]);
    for (let request = firstIn(unread); request !== null; request = firstIn(unread)) {
      unread = unread.subarray(request.end);
      socket.write(answerTo(request));
    }
  });
  // Whoever has what they came for may hang up.
  socket.on('error', () => socket.destroy());
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => {
  process.send?.(counts);
  counts.posted = 0;
  counts.refused = 0;
  lastOfChannel.clear();
});
process.on('disconnect', () => process.exit(0));

type Request = {
  /** Request line and headers. */
  readonly head: string;
  readonly body: Buffer;
  /** Where the next one begins. */
  readonly end: number;
};

/** Null until all of it is there. All clients say how long their bodies are. */
function firstIn(bytes: Buffer): Request | null {
  const endOfHead = bytes.indexOf('\r\n\r\n');
  if (endOfHead < 0) return null;
  const head = bytes.toString('latin1', 0, endOfHead);
  const bodyAt = endOfHead + 4;
  const end = bodyAt + Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  return bytes.length < end ? null : { head, body: bytes.subarray(bodyAt, end), end };
}

function answerTo({ head, body }: Request): string {
  if (limited && isTooSoon(channelOf(body.toString()))) {
    counts.refused++;
    return response('429 Too Many Requests', '{"ok":false,"error":"ratelimited"}', ['retry-after: 1']);
  }
  counts.posted++;
  const id = `${1_790_000_000 + counts.posted}.000100`;
  return head.slice(0, head.indexOf('\r\n')).includes('/channels/')
    ? response('200 OK', JSON.stringify(discordAnswer(id)), leftOfChannel)
    : response('200 OK', JSON.stringify({ ok: true, ts: id, channel: 'C1', team_id: 'T1', user_id: 'U1' }));
}

function discordAnswer(id: string) {
  return { id: id.replace('.', ''), channel_id: '1', author: { id: '2' } };
}

/** @param body of ASCII only */
function response(status: string, body: string, headers: readonly string[] = []): string {
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json',
    ...headers,
    `content-length: ${body.length}`,
    'Date: Sat, 28 Nov 2026 08:00:00 GMT',
    'Connection: keep-alive',
    'Keep-Alive: timeout=60',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
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
