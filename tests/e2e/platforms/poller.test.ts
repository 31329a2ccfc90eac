/** What begins once everybody has been told that we run. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { openApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { newFeed } from '../../../src/domain/feed.ts';
import { startService } from '../../../src/service.ts';

it('the poller asks for the feeds that are due, and ends with the service', async () => {
  const asked: (string | undefined)[] = [];
  const site = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(request.url === '/feed' ? 304 : 404).end();
    if (request.url === '/feed') site.emit('feed');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const { port } = site.address() as AddressInfo;
  const app = await openApp(
    readConfig({ DATABASE_URL: ':memory:', LOG_LEVEL: 'silent', FETCH_ALLOW_HOSTS: '127.0.0.1' }),
  );
  const url = `http://127.0.0.1:${port}/feed`;
  await app.store.feeds.add(newFeed({ id: 'f', url, outlet: 'Harbour News' }, app.clock()));

  const terminal = { colour: false, width: 80, write: async () => {} };
  const service = await startService(app, { role: 'poller', terminal });
  expect(asked).toEqual([]);
  const wasAsked = once(site, 'feed');
  await service.finishLoading();
  await wasAsked;
  await service.stop();
  const [feed] = await app.store.feeds.list();
  expect(feed?.health.lastFetchedAt).not.toBeNull();
  await app.store.close();
  await new Promise((resolve) => site.close(resolve));
});
