/** What is loaded for which tokens. A library that came once stays: so the order of these tests matters. */
import { createRequire } from 'node:module';
import { afterEach, beforeEach, expect, it } from 'vitest';
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

/** Which of the two a program that served with these settings has loaded. */
async function loadedBy(settings: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const config = readConfig({
    DATABASE_URL: ':memory:',
    WEB_PORT: '0',
    LOG_LEVEL: 'silent',
    ...settings,
  });
  const app = await openApp(config);
  const terminal = { colour: false, width: 80, write: async () => {} };
  const service = await startService(app, { role: 'all', terminal });
  await service.finishLoading();
  await service.stop();
  await app.store.close();
  expect(service.faults).toEqual([]);
  const files = Object.keys(createRequire(import.meta.url).cache);
  return ['@slack/bolt', 'discord.js'].filter((name) =>
    files.some((file) => file.includes(`/node_modules/${name}/`)),
  );
}

it('loads neither Bolt nor discord.js without a token', async () => {
  expect(await loadedBy({})).toEqual([]);
});

it('loads Bolt for Slack’s tokens, and discord.js only for Discord’s', async () => {
  const slackTokens = {
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_APP_TOKEN: 'xapp-test',
    SLACK_API_URL: slack.apiUrl,
  };
  expect(await loadedBy(slackTokens)).toEqual(['@slack/bolt']);
  const both = { ...slackTokens, DISCORD_TOKEN: discordToken, DISCORD_API_URL: discord.apiUrl };
  expect(await loadedBy(both)).toEqual(['@slack/bolt', 'discord.js']);
});
