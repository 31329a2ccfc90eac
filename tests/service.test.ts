import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { CourantError } from '../src/domain/errors.ts';
import { startService } from '../src/service.ts';
import { isServedOn } from '../src/serving-mark.ts';

const terminal = { colour: false, width: 80, write: async () => {} };

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

it('a service that can’t be started leaves nothing running that would keep its process alive', async () => {
  const port = await freePort();
  const settings = { DATABASE_URL: ':memory:', WEB_PORT: String(port), LOG_LEVEL: 'silent' };
  const app = await openApp(readConfig(settings));
  const away = new CourantError('unavailable', 'The database is away.');
  const store = {
    ...app.store,
    subscriptions: { ...app.store.subscriptions, list: () => Promise.reject(away) },
  };
  await expect(startService({ ...app, store }, { role: 'all', terminal })).rejects.toBe(away);
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  expect(await isServedOn(app.store.keyValues)).toBe(false);
  await app.store.close();
});
