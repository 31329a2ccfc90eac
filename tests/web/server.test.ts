import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { startServer } from '../../src/web/server.ts';

it('pages that can’t be loaded are a fault that is told, and are loaded with the next request', async () => {
  const faults: unknown[] = [];
  const missing = new Error('a file is missing');
  const page = new Hono().get('/', (context) => context.text('news'));
  const loads = [() => Promise.reject(missing), async () => page];
  const load = async () => (loads.shift() ?? (async () => page))();
  const server = await startServer(load, [], { host: '127.0.0.1', port: 0 }, (fault) => faults.push(fault));
  expect((await fetch(server.url)).status).toBe(500);
  expect(faults).toEqual([missing]);
  expect(await (await fetch(server.url)).text()).toBe('news');
  await server.close();
});
