import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpEndpoint } from '../../adapters/adapter-deps.ts';

/** The part of our web server that hands a platform's requests to its adapter. */
export async function serve(endpoint: HttpEndpoint | null): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (endpoint?.paths.includes(path)) endpoint.handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
