/** A whole Courant — real Bolt, real discord.js, real store, scheduler and worker — beside a Slack and a Discord of ours. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, openApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { loadSamples } from '../../../src/samples.ts';
import { type Service, startService } from '../../../src/service.ts';
import { type DiscordCounterpart, startDiscordCounterpart } from '../../counterparts/discord.ts';
import { type SlackCounterpart, startSlackCounterpart } from '../../counterparts/slack.ts';
import { discordPerson } from './discord-person.ts';
import { startNewsSite } from './news-site.ts';
import type { Person } from './seen.ts';
import { slackPerson } from './slack-person.ts';

const discordToken = 'x'.repeat(24);
/** A quarter of an hour after the newest sample. */
const samplesEnd = Date.parse('2025-02-19T15:35:00Z');

export type Installation = {
  readonly slack: SlackCounterpart;
  readonly discord: DiscordCounterpart;
  readonly newsSite: string;
  readonly people: Readonly<
    Record<'slack' | 'discord', Readonly<Record<'manager' | 'member' | 'german', Person>>>
  >;
  app(): App;
  service(): Service;
  /** Stops the program and starts it again over the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export async function startInstallation(): Promise<Installation> {
  const [slack, discord, site, folder] = await Promise.all([
    startSlackCounterpart(),
    startDiscordCounterpart({ token: discordToken }),
    startNewsSite(),
    mkdtemp(join(tmpdir(), 'courant-e2e-')),
  ]);
  for (const [id, is_admin, locale] of [
    ['U0ADMIN', true, 'en-US'],
    ['U0MEMBER', false, 'en-US'],
    ['U0GERMAN', true, 'de-DE'],
    ['U0ARAB', true, 'ar-EG'],
  ] as const) {
    slack.users.set(id, { id, tz: 'Europe/Kyiv', locale, is_admin });
  }
  const config = readConfig({
    DATABASE_URL: join(folder, 'courant.db'),
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_APP_TOKEN: 'xapp-test',
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discordToken,
    DISCORD_API_URL: discord.apiUrl,
    FETCH_ALLOW_HOSTS: '127.0.0.1',
    WEB_PORT: '0',
    TIMEZONE: 'Europe/Kyiv',
    LOG_LEVEL: 'silent',
  });
  const began = Date.now();
  const clock = () => samplesEnd + (Date.now() - began);

  async function start() {
    const app = await openApp(config, { clock });
    await loadSamples(app.store, clock);
    const terminal = { colour: false, width: 80, write: async () => {} };
    const service = await startService(app, { role: 'all', terminal });
    await service.finishLoading();
    return { app, service };
  }
  let running = await start();

  async function stop(): Promise<void> {
    await running.service.stop();
    await running.app.store.close();
  }

  return {
    slack,
    discord,
    newsSite: site.url,
    people: {
      slack: {
        manager: slackPerson(slack, 'U0ADMIN', 'C0NEWS'),
        member: slackPerson(slack, 'U0MEMBER', 'C0NEWS'),
        german: slackPerson(slack, 'U0GERMAN', 'C0GERMAN'),
      },
      discord: {
        manager: discordPerson(discord, { manager: true }),
        member: discordPerson(discord, { manager: false }),
        german: discordPerson(discord, {
          manager: true,
          locale: 'de',
          channel: { id: '950000000000000049', type: 0 },
        }),
      },
    },
    app: () => running.app,
    service: () => running.service,
    async restart() {
      await stop();
      running = await start();
    },
    async close() {
      await stop();
      await Promise.all([slack.close(), discord.close(), site.close()]);
      await rm(folder, { recursive: true });
    },
  };
}
