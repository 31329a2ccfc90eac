import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { CourantError } from '../domain/errors.ts';

/** Takes requests whose path begins with `prefix` before the pages do: Slack's receiver, Discord's interactions. */
export type Mount = {
  readonly prefix: string;
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
};

export type RunningServer = { readonly url: string; close(): Promise<void> };

/**
 * Serves the pages and the platforms' own paths on one port.
 * @throws CourantError `unavailable` when the port is taken or may not be used.
 */
export async function startServer(
  pages: Hono,
  mounts: readonly Mount[],
  { host, port }: { readonly host: string; readonly port: number },
): Promise<RunningServer> {
  const listenToPages = getRequestListener(pages.fetch);
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const mount = mounts.find(
      ({ prefix }) => path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}?`),
    );
    if (mount) mount.listener(request, response);
    else void listenToPages(request, response);
  });
  // A slow sender must not hold a connection for ever.
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  await listen(server, host, port);
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

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is taken.`
          : `Can't listen on ${host}:${port} (${cause.code}).`;
      reject(new CourantError('unavailable', why, { mend: 'Set WEB_PORT to another, or 0 for any.', cause }));
    });
    server.listen(port, host, resolve);
  });
}
