/** What `courant doctor` says of tokens, asked of local counterparts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDiscord } from '../../adapters/discord/check.ts';
import { checkSlack } from '../../adapters/slack/check.ts';
import { type DiscordCounterpart, startDiscordCounterpart } from '../counterparts/discord.ts';
import { type SlackCounterpart, startSlackCounterpart } from '../counterparts/slack.ts';
import { discordConfig } from './discord/config.ts';
import { slackConfig } from './slack/config.ts';

/** Nobody listens there. */
const nowhere = 'http://127.0.0.1:9';
let slack: SlackCounterpart;
let discord: DiscordCounterpart;
beforeEach(async () => {
  slack = await startSlackCounterpart();
  discord = await startDiscordCounterpart();
});
afterEach(() => Promise.all([slack.close(), discord.close()]));

describe('Slack', () => {
  const check = (apiUrl: string) => checkSlack(slackConfig({ apiUrl, appToken: 'xapp-test' }));

  it('that accepts both tokens is well', async () => {
    expect((await check(slack.apiUrl)).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('that refuses a token is told with its word, and where another is to be had', async () => {
    slack.faults.fail('auth.test', { kind: 'refused', error: 'invalid_auth' });
    expect((await check(slack.apiUrl))[0]).toEqual({
      ok: false,
      line: 'Slack does not accept the bot token (invalid_auth).',
      mend: 'Copy SLACK_BOT_TOKEN again from “OAuth & Permissions”.',
    });
  });

  it('that can’t be reached says nothing of tokens', async () => {
    expect(await check(nowhere)).toEqual([
      {
        ok: false,
        line: 'Slack could not be reached (ECONNREFUSED).',
        mend: 'See whether this machine may reach 127.0.0.1:9: its network, a proxy, a firewall.',
      },
    ]);
  });
});

describe('Discord', () => {
  it('that accepts the token is well', async () => {
    expect((await checkDiscord(discordConfig({ apiUrl: discord.apiUrl }))).filter(({ ok }) => !ok)).toEqual(
      [],
    );
  });

  it('that can’t be reached says nothing of tokens', async () => {
    expect(await checkDiscord(discordConfig({ apiUrl: nowhere }))).toEqual([
      expect.objectContaining({ ok: false, line: 'Discord could not be reached (ECONNREFUSED).' }),
    ]);
  });
});
