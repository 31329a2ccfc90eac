/** Ten thousand sites that have nothing new, in a process of their own: 304 to who knows the validator, else a feed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><item><guid>1</guid><title>Ferry</title></item></channel></rss>`;

const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === '"v1"') response.writeHead(304, { etag: '"v1"' }).end();
  else response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"v1"' }).end(FEED);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '0.0.0.0', 4096, () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
