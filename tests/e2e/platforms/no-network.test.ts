/** A machine that is up before its network is. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { startService } from '../../../src/service.ts';
import { type DiscordCounterpart, startDiscordCounterpart } from '../../counterparts/discord.ts';
import { type SlackCounterpart, startSlackCounterpart } from '../../counterparts/slack.ts';

const discordToken = 'x'.repeat(24);
let slack: SlackCounterpart;
let discord: DiscordCounterpart;
beforeEach(async () => {
  slack = await startSlackCounterpart();
  discord = await startDiscordCounterpart({ token: discordToken });
});
afterEach(async () => {
  await Promise.all([slack.close(), discord.close()]);
});

async function start() {
  const config = readConfig({
    DATABASE_URL: ':memory:',
    WEB_PORT: '0',
    LOG_LEVEL: 'silent',
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_APP_TOKEN: 'xapp-test',
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discordToken,
    DISCORD_API_URL: discord.apiUrl,
  });
  const app = await openApp(config);
  const terminal = { colour: false, width: 80, write: async () => {} };
  const service = await startService(app, { role: 'all', terminal });
  await service.finishLoading();
  const stop = async () => {
    await service.stop();
    await app.store.close();
  };
  return { service, stop };
}

it('platforms that could not be reached are connected once they can, each by one connection', async () => {
  slack.faults.fail('apps.connections.open', { kind: 'reset', accepted: false });
  discord.faults.fail('GET /gateway/bot', { kind: 'reset', accepted: false }, 10);
  const { service, stop } = await start();
  expect(service.faults).toEqual([
    expect.objectContaining({ platform: 'slack', mayPass: true }),
    expect.objectContaining({ platform: 'discord', mayPass: true }),
  ]);
  await vi.waitFor(() => expect([slack.sockets.size, discord.identified.length]).toEqual([1, 1]), {
    timeout: 15_000,
    interval: 50,
  });
  await stop();
  await vi.waitFor(() => expect(slack.sockets.size).toBe(0));
});

it('a token that is refused is not tried again', async () => {
  slack.faults.fail('auth.test', { kind: 'refused', error: 'invalid_auth' });
  const { service, stop } = await start();
  expect(service.faults).toEqual([expect.objectContaining({ platform: 'slack', mayPass: false })]);
  await stop();
});
