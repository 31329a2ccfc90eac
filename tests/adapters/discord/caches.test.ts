import { Client, GatewayIntentBits } from 'discord.js';
import { expect, it } from 'vitest';
import { boundedCaches } from '../../../adapters/discord/caches.ts';

it('remembers few of the people who ask, and always itself', () => {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], makeCache: boundedCaches(() => 'me') });
  client.users.cache.set('me', Object({ id: 'me' }));
  for (let n = 0; n < 10_000; n++) client.users.cache.set(`u${n}`, Object({ id: `u${n}` }));
  expect(client.users.cache.size).toBe(50);
  expect(client.users.cache.has('me')).toBe(true);
});

it('forgets no server: its channels tell when the bot may not post any more', () => {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], makeCache: boundedCaches(() => 'me') });
  for (let n = 0; n < 10_000; n++) client.guilds.cache.set(`g${n}`, Object({ id: `g${n}` }));
  expect(client.guilds.cache.size).toBe(10_000);
});
