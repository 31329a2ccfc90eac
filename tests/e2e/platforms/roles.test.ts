/** Work split over processes: each takes its own part, and nothing is answered twice. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type App, openApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { type Role, type Service, startService } from '../../../src/service.ts';
import { type DiscordCounterpart, startDiscordCounterpart } from '../../counterparts/discord.ts';
import { type SlackCounterpart, signedHeaders, startSlackCounterpart } from '../../counterparts/slack.ts';

const discordToken = 'x'.repeat(24);
const signingSecret = 'a-signing-secret-of-32-characters';
let slack: SlackCounterpart;
let discord: DiscordCounterpart;
let app: App;
const running: Service[] = [];

beforeEach(async () => {
  slack = await startSlackCounterpart();
  discord = await startDiscordCounterpart({ token: discordToken });
  // Slack over HTTP, Discord over the gateway: one for each role.
  const config = readConfig({
    DATABASE_URL: ':memory:',
    WEB_PORT: '0',
    LOG_LEVEL: 'silent',
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discordToken,
    DISCORD_API_URL: discord.apiUrl,
  });
  app = await openApp(config);
});
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
  await app.store.close();
  await Promise.all([slack.close(), discord.close()]);
});

async function start(role: Role): Promise<Service> {
  const terminal = { colour: false, width: 80, write: async () => {} };
  const service = await startService(app, { role, terminal });
  running.push(service);
  await service.finishLoading();
  return service;
}

it('the gateway role opens Discord’s connection, the web role answers Slack’s calls, workers neither', async () => {
  const web = await start('web');
  expect(web.greeting).toContain('Connected: slack.');
  const page = /http:\S+/.exec(web.greeting.join(' '))?.[0] ?? '';
  const body = JSON.stringify({ type: 'url_verification', challenge: 'hello' });
  const checked = await fetch(new URL('/slack/events', page), {
    method: 'POST',
    body,
    headers: signedHeaders(signingSecret, body),
  });
  expect(checked.status).toBe(200);
  expect(await checked.text()).toContain('hello');

  const worker = await start('worker');
  expect(worker.greeting.join(' ')).not.toContain('Connected');
  expect(discord.identified).toEqual([]);

  const gateway = await start('gateway');
  expect(gateway.greeting).toContain('Connected: discord.');
  expect(discord.identified).toHaveLength(1);
});

it('npm start says where Discord’s servers invite it, though nobody told it its application', async () => {
  const { greeting } = await start('all');
  expect(greeting.join('\n')).toMatch(
    /Add it to a server: https:\/\/discord\.com\/oauth2\/authorize\?client_id=900000000000000001&/,
  );
});
