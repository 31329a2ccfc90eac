import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hono } from 'hono';
import type { HttpEndpoint } from '../../adapters/adapter-deps.ts';
import { CourantError } from '../domain/errors.ts';
import { lazily } from '../domain/lazily.ts';

// An import would make everything node:http exports, WebSocket too, and so load all of undici: 50 ms.
const { createServer } = process.getBuiltinModule('node:http');

export type RunningServer = { readonly url: string; close(): Promise<void> };

/**
 * Serves the pages, which are loaded with the first request for one, and the platforms' own paths on one port.
 * @param onFault told why the pages can't be loaded, and of faults of the port
 * @throws CourantError `unavailable` when the port is taken or may not be used.
 */
export async function startServer(
  pages: () => Promise<Pick<Hono, 'fetch'>>,
  endpoints: readonly HttpEndpoint[],
  { host, port }: { readonly host: string; readonly port: number },
  onFault: (error: unknown) => void,
): Promise<RunningServer> {
  const listenToPages = lazily(async () => {
    const [{ getRequestListener }, { fetch }] = await Promise.all([import('@hono/node-server'), pages()]);
    return getRequestListener(fetch);
  });
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const endpoint = endpoints.find(({ paths }) => paths.includes(path));
    if (endpoint) endpoint.handle(request, response);
    else {
      listenToPages.get().then(
        (listen) => listen(request, response),
        (error: unknown) => {
          onFault(error);
          response.writeHead(500).end();
        },
      );
    }
  });
  // A slow sender must not hold a connection for ever.
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  await listen(server, host, port);
  server.on('error', onFault);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      }),
  };
}

const otherPort = 'Set WEB_PORT to another, or 0 for any.';
const otherHost = 'Set WEB_HOST to 127.0.0.1 for this machine alone, or 0.0.0.0 for all who reach it.';
const listenFaults: Readonly<Record<string, readonly [what: string, mend: string]>> = {
  EADDRINUSE: ['is taken', otherPort],
  EACCES: ['is not for this user', otherPort],
  EADDRNOTAVAIL: ['can’t be listened on: that is no address of this machine', otherHost],
  ENOTFOUND: ['can’t be listened on: there is no such host', otherHost],
  EAI_AGAIN: ['can’t be listened on: its name can’t be looked up', otherHost],
};

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: NodeJS.ErrnoException) => {
      const [what, mend] = listenFaults[cause.code ?? ''] ?? [
        `can’t be listened on (${cause.code})`,
        otherPort,
      ];
      reject(new CourantError('unavailable', `Port ${port} on ${host} ${what}.`, { mend, cause }));
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
}
