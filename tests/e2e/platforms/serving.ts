/** The service as `courant serve` starts it, against a Slack and a Discord of its own in each test. */
import { afterEach, beforeEach } from 'vitest';
import { openApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { startService } from '../../../src/service.ts';
import { type DiscordCounterpart, startDiscordCounterpart } from '../../counterparts/discord.ts';
import { type SlackCounterpart, startSlackCounterpart } from '../../counterparts/slack.ts';

const discordToken = 'x'.repeat(24);

export type Counterparts = { slack: SlackCounterpart; discord: DiscordCounterpart };

/** Started before each test of the file and closed after it; to be read in the tests. */
export function freshCounterparts(): Readonly<Counterparts> {
  const both: Partial<Counterparts> = {};
  beforeEach(async () => {
    both.slack = await startSlackCounterpart();
    both.discord = await startDiscordCounterpart({ token: discordToken });
  });
  afterEach(() => Promise.all([both.slack?.close(), both.discord?.close()]));
  return both as Counterparts;
}

export function slackSettings({ slack }: Counterparts): Readonly<Record<string, string>> {
  return { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_APP_TOKEN: 'xapp-test', SLACK_API_URL: slack.apiUrl };
}

export function discordSettings({ discord }: Counterparts): Readonly<Record<string, string>> {
  return { DISCORD_TOKEN: discordToken, DISCORD_API_URL: discord.apiUrl };
}

/** Everything in one process, with a database in memory. */
export async function serveWith(settings: Readonly<Record<string, string>>) {
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
  const stop = async () => {
    await service.stop();
    await app.store.close();
  };
  return { service, stop };
}
