import { stripVTControlCharacters } from 'node:util';
import { createConsoleAdapter } from '../../adapters/console/adapter.ts';
import { createDiscordAdapter } from '../../adapters/discord/adapter.ts';
import { createSlackAdapter } from '../../adapters/slack/adapter.ts';
import { discordConfig, token as discordToken } from '../adapters/discord/config.ts';
import { slackConfig } from '../adapters/slack/config.ts';
import { memory, recordedLog } from '../adapters/world.ts';
import { ids, startDiscordCounterpart } from '../counterparts/discord.ts';
import { startSlackCounterpart } from '../counterparts/slack.ts';
import { type AdapterBench, adapterContract } from './adapter.contract.ts';
import { discordDangers, discordText } from './seen-on-discord.ts';
import { slackDangers, slackText } from './seen-on-slack.ts';

/** Nothing here waits so long but on a machine under heavy load. */
const ample = { call: 15_000, stop: 50 };

adapterContract('Slack', async (): Promise<AdapterBench> => {
  const slack = await startSlackCounterpart();
  const [log, keyValues] = [recordedLog(), memory()];
  return {
    channel: { platform: 'slack', workspace: 'T0TEST', channel: 'C1' },
    adapter: (patience = ample) =>
      createSlackAdapter(slackConfig({ apiUrl: slack.apiUrl }), {
        log,
        keyValues,
        clock: Date.now,
        patience,
      }),
    seen: () => slack.messages.map(slackText),
    dangers: () => slack.messages.flatMap(slackDangers),
    logged: () => JSON.stringify(log.lines),
    secrets: ['xoxb-test'],
    remote: {
      failPost: (fault) => slack.faults.fail('chat.postMessage', fault),
      channelGone: 'channel_not_found',
      tokenDead: 'token_revoked',
      now: Date.now,
      unplug: () => slack.close(),
    },
    close: () => slack.close().catch(() => {}),
  };
});

adapterContract('Discord', async (): Promise<AdapterBench> => {
  const discord = await startDiscordCounterpart();
  const [log, keyValues] = [recordedLog(), memory()];
  return {
    channel: { platform: 'discord', workspace: ids.guild, channel: ids.channel },
    adapter: (patience = ample) =>
      createDiscordAdapter(discordConfig({ apiUrl: discord.apiUrl }), {
        log,
        keyValues,
        clock: Date.now,
        patience,
      }),
    seen: () => discord.messages.map(discordText),
    dangers: () => [...discord.messages.flatMap(discordDangers), ...discord.violations],
    logged: () => JSON.stringify(log.lines),
    secrets: [discordToken],
    remote: {
      failPost: (fault) => discord.faults.fail(`POST /channels/${ids.channel}/messages`, fault),
      channelGone: '10003/404',
      tokenDead: '0/401',
      now: Date.now,
      unplug: () => discord.close(),
    },
    close: () => discord.close().catch(() => {}),
  };
});

adapterContract('The console', async (): Promise<AdapterBench> => {
  const written: string[] = [];
  const keyValues = memory();
  return {
    channel: { platform: 'console', workspace: 'local', channel: 'console' },
    adapter: () =>
      createConsoleAdapter(
        { colour: false, width: 80 },
        { keyValues, write: async (text) => void written.push(text) },
      ),
    seen: () => written,
    // Without colours of ours, any control character came from outside.
    dangers: () =>
      written.filter((text) => text !== stripVTControlCharacters(text) || /[\u0007\u202E]/.test(text)),
    logged: () => '',
    secrets: [],
    remote: null,
    close: async () => {},
  };
});
