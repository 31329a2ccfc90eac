import type { IncomingMessage, ServerResponse } from 'node:http';
import { FEED_LIMITS } from '../fetch/limits.ts';
import { HUB_CALLBACK_PATH, type HubAnswer, type HubRequest } from './hub-callback.ts';

/** Serves the callback of WebSub hubs: a path and what answers on it. */
export function hubEndpoint(answer: (request: HubRequest) => Promise<HubAnswer>): {
  readonly paths: readonly string[];
  handle(request: IncomingMessage, response: ServerResponse): void;
} {
  return {
    paths: [HUB_CALLBACK_PATH],
    handle(request, response) {
      serve(request, answer).then(
        ({ status, body }) => response.writeHead(status, { 'content-type': 'text/plain' }).end(body),
        // The hub tries again later.
        () => response.writeHead(503).end(),
      );
    },
  };
}

async function serve(
  request: IncomingMessage,
  answer: (request: HubRequest) => Promise<HubAnswer>,
): Promise<HubAnswer> {
  const body = await bodyOf(request);
  if (body === null) return { status: 413, body: '' };
  const signature = request.headers['x-hub-signature'];
  return answer({
    method: request.method ?? 'GET',
    query: new URL(request.url ?? '/', 'http://localhost').searchParams,
    signature: typeof signature === 'string' ? signature : null,
    contentType: request.headers['content-type'] ?? null,
    body,
  });
}

/** Null when it is longer than a feed may be. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > FEED_LIMITS.maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
