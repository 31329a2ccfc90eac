import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync, zstdCompressSync } from 'node:zlib';

const PAGE = `<article><p>${'The harbour reopened on Monday after nine nights of work. '.repeat(30)}</p></article>`;
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><item><guid>1</guid><title>Harbour reopens</title></item></channel></rss>`;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const send =
  (status: number, headers: Record<string, string> = {}, body: string | Uint8Array = ''): Handler =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

/** The internet as it is: what a fetcher meets, one path a fault. */
const PATHS: Readonly<Record<string, Handler>> = {
  '/page': send(200, { 'content-type': 'text/html' }, PAGE),
  '/feed': (request, response) =>
    request.headers['if-none-match'] === '"v1"'
      ? response.writeHead(304, { 'cache-control': 'max-age=1800' }).end()
      : response
          .writeHead(200, {
            'content-type': 'application/rss+xml',
            etag: '"v1"',
            'last-modified': 'Mon, 02 Jun 2025 10:00:00 GMT',
          })
          .end(FEED),
  '/always-304': send(304),
  '/gone': send(410),
  '/missing': send(404),
  '/broken': send(500),
  '/busy': send(503, { 'retry-after': '120' }),
  '/too-often': send(429, { 'retry-after': 'Mon, 02 Jun 2025 13:00:00 GMT' }),
  '/broken-until': send(502, { 'retry-after': 'Mon, 02 Jun 2025 13:00:00 GMT' }),
  '/moved': send(301, { location: '/moved-again' }),
  '/moved-again': send(308, { location: '/feed' }),
  '/elsewhere-for-now': send(302, { location: '/moved' }),
  '/loop': send(302, { location: '/loop' }),
  '/to-file': send(302, { location: 'file:///etc/passwd' }),
  '/to-metadata': send(302, { location: 'http://169.254.169.254/latest/meta-data/' }),
  '/to-nothing': send(302, { location: 'http://' }),
  '/gzip': send(200, { 'content-encoding': 'gzip' }, gzipSync(PAGE)),
  '/zstd': send(200, { 'content-encoding': 'zstd' }, zstdCompressSync(PAGE)),
  '/truncated-gzip': send(
    200,
    { 'content-encoding': 'gzip' },
    gzipSync(PAGE + Array.from({ length: 3000 }, (_, i) => (i * 7919) % 1009).join(' ')).subarray(0, 3000),
  ),
  '/not-gzip': send(200, { 'content-encoding': 'gzip' }, PAGE),
  '/unknown-encoding': send(200, { 'content-encoding': 'rot13' }, PAGE),
  '/matryoshka': send(200, { 'content-encoding': 'gzip, gzip, gzip' }, gzipSync(gzipSync(gzipSync(PAGE)))),
  '/bomb': send(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(64 * 1024 * 1024))),
  '/zstd-bomb': send(200, { 'content-encoding': 'zstd' }, zstdCompressSync(Buffer.alloc(64 * 1024 * 1024))),
  '/short': (_, response) => {
    response.writeHead(200, { 'content-length': '100000', etag: '"short"' });
    response.write(PAGE.slice(0, 500));
    setImmediate(() => response.destroy());
  },
  '/endless': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const piece = Buffer.alloc(64 * 1024, 'a');
    const push = () => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', push);
    };
    push();
  },
  '/slow-loris': (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('a'), 10);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => undefined,
  '/huge-headers': (_, response) => {
    response.setHeader('x-padding', 'a'.repeat(100_000));
    response.end(PAGE);
  },
  '/gibberish': (_, { socket }) => socket?.end('Good morning!\r\n\r\n'),
  '/hang-up': (_, response) => response.destroy(),
  '/lying-charset': send(
    200,
    { 'content-type': 'text/html; charset=utf-16' },
    PAGE.replace('Monday', 'Zürich'),
  ),
  '/robots.txt': send(200, { 'content-type': 'text/plain' }, 'User-agent: Courant\nDisallow: /private/\n'),
  '/private/page': send(200, { 'content-type': 'text/html' }, PAGE),
};

export type BadInternet = {
  readonly url: (path: string) => string;
  readonly port: number;
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  /** Adds or replaces a path. */
  readonly serve: (path: string, handler: Handler) => void;
  readonly close: () => Promise<void>;
};

export async function openBadInternet(): Promise<BadInternet> {
  const paths = new Map(Object.entries(PATHS));
  const requests: BadInternet['requests'] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    requests.push({ path, headers: request.headers });
    (paths.get(path) ?? send(404))(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    port,
    requests,
    serve: (path, handler) => paths.set(path, handler),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
