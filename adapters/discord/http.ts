/** Interactions over HTTP: Discord calls our web server, each request signed with Ed25519. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIInteraction, APIInteractionResponse } from 'discord.js';
import type { AdapterDeps, HttpEndpoint } from '../adapter-deps.ts';
import { createOnlyOnce } from '../only-once.ts';
import type { Listener } from './listen.ts';

/** DER prefix of a raw Ed25519 public key (RFC 8410). */
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex');
/** Interactions are a few kilobytes; a modal's fields at most 5 × 4,000 characters. */
const mostBytes = 1_000_000;

export type InteractionsEndpoint = HttpEndpoint & {
  open(listener: Listener): void;
  close(): void;
};

/** Milliseconds by which Discord's clock may differ from ours, as Slack has it; what is older was kept and sent again. */
const freshFor = 5 * 60_000;

/** There from the start; says 503 until the adapter listens and after it has stopped. */
export function interactionsEndpoint(
  publicKey: string,
  deps: Pick<AdapterDeps, 'clock' | 'keyValues'>,
): InteractionsEndpoint {
  const key = createPublicKey({
    key: Buffer.concat([derPrefix, Buffer.from(publicKey, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  const { clock } = deps;
  const isFirst = createOnlyOnce(deps, 'discord-requests');
  const isNew = async ({ bytes, timestamp }: Signature) =>
    Math.abs(clock() - Number(timestamp) * 1000) <= freshFor && isFirst(bytes.toString('base64'));
  let listener: Listener | null = null;
  return {
    paths: ['/discord/interactions'],
    handle(request, response) {
      if (request.method !== 'POST') {
        response.writeHead(405, { allow: 'POST' }).end();
      } else if (listener === null) {
        response.writeHead(503, { 'retry-after': '5' }).end();
      } else {
        answer(listener, { key, isNew }, request, response).catch(() => response.destroy());
      }
    },
    open(next) {
      listener = next;
    },
    close() {
      listener = null;
    },
  };
}

type Check = { readonly key: KeyObject; readonly isNew: (signature: Signature) => Promise<boolean> };

async function answer(
  listener: Listener,
  { key, isNew }: Check,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if (body === null) {
    response.writeHead(413).end();
    return;
  }
  const signature = signatureOf(request);
  if (signature === null || !isSigned(key, signature, body) || !(await isNew(signature))) {
    response.writeHead(401).end('invalid request signature');
    return;
  }
  const interaction: APIInteraction = JSON.parse(body.toString('utf8'));
  // The first answer is this response; it must be on its way before the next call about the same interaction.
  await listener(interaction, (first: APIInteractionResponse) => {
    const sent = new Promise<void>((resolve) => response.on('finish', resolve).on('close', resolve));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(first));
    return sent;
  });
  if (!response.headersSent) response.writeHead(500).end();
}

type Signature = { readonly bytes: Buffer; readonly timestamp: string };

function signatureOf({ headers }: IncomingMessage): Signature | null {
  const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = headers;
  if (typeof signature !== 'string' || typeof timestamp !== 'string') return null;
  return { bytes: Buffer.from(signature, 'hex'), timestamp };
}

function isSigned(key: KeyObject, { bytes, timestamp }: Signature, body: Buffer): boolean {
  return bytes.length === 64 && verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, bytes);
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
