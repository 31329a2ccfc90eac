import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDiscordAdapter, type DiscordAdapter } from '../../../adapters/discord/adapter.ts';
import type { Handlers } from '../../../adapters/platform-adapter.ts';
import {
  type DiscordCounterpart,
  ids,
  type Json,
  startDiscordCounterpart,
} from '../../counterparts/discord.ts';
import { eventually, handlers, message, privately, settingsForm, testCommands, testDeps } from '../world.ts';
import { discordConfig, token } from './config.ts';

let discord: DiscordCounterpart;
let adapter: DiscordAdapter;
let deps: ReturnType<typeof testDeps>;

beforeEach(async () => {
  discord = await startDiscordCounterpart({ token });
  deps = testDeps();
  adapter = createDiscordAdapter(discordConfig({ apiUrl: discord.apiUrl }), deps);
});
afterEach(async () => {
  await adapter.stop();
  await discord.close();
  expect(discord.violations).toEqual([]);
});

async function started(overrides: Partial<Handlers> = {}) {
  const told = handlers(overrides);
  await adapter.start(told, testCommands);
  return told;
}

function brief(topic: string, extra: Json = {}): Json {
  return {
    type: 2,
    data: { id: '1', type: 1, name: 'brief', options: [{ type: 3, name: 'topic', value: topic }] },
    ...extra,
  };
}

function digest(subcommand: string, extra: Json = {}): Json {
  return {
    type: 2,
    data: { id: '2', type: 1, name: 'digest', options: [{ type: 1, name: subcommand, options: [] }] },
    ...extra,
  };
}

function pressed(customId: string, extra: Json = {}): Json {
  return {
    type: 3,
    message: { id: '920000000000000000', channel_id: ids.channel, embeds: [] },
    data: { component_type: 2, custom_id: customId },
    ...extra,
  };
}

/** What came back for an interaction, once all of it is there. */
async function answered(
  tokenOf: string,
  complete: (answer: NonNullable<ReturnType<typeof look>>) => boolean,
) {
  return eventually(() => {
    const answer = look(tokenOf);
    if (!answer || !complete(answer)) throw new Error('not answered yet');
    return answer;
  });
}

function look(tokenOf: string) {
  return discord.answers.get(tokenOf);
}

describe('Discord over the gateway', () => {
  it('identifies with the Guilds intent alone', async () => {
    await started();
    expect(discord.identified).toHaveLength(1);
    expect(discord.identified[0]?.intents).toBe(1);
  });

  it('serves as many shards as Discord recommends, or the one it is told to', async () => {
    const large = await startDiscordCounterpart({ token, shards: 2 });
    const all = createDiscordAdapter(discordConfig({ apiUrl: large.apiUrl }), deps);
    await all.start(handlers(), testCommands);
    expect(large.identified.map(({ shard }) => shard)).toEqual(
      expect.arrayContaining([
        [0, 2],
        [1, 2],
      ]),
    );
    await all.stop();
    const one = createDiscordAdapter(
      discordConfig({ apiUrl: large.apiUrl, shard: { index: 0, count: 4 } }),
      deps,
    );
    await one.start(handlers(), testCommands);
    expect(large.identified.slice(2).map(({ shard }) => shard)).toEqual([[0, 4]]);
    await one.stop();
    await large.close();
  });

  it('defers a slash command, then shows the answer to the asker alone', async () => {
    const told = await started();
    const answer = await answered(discord.interact(brief('ukraine')), ({ edited }) => edited !== null);
    expect(answer.first).toEqual({ type: 5, data: { flags: 64 } });
    expect(answer.edited).toMatchObject({ content: expect.stringContaining('You asked') });
    expect(answer.edited).not.toHaveProperty('inThread');
    expect(told.commands[0]).toMatchObject({
      command: 'brief',
      subcommand: null,
      text: null,
      options: { topic: 'ukraine' },
      requester: {
        channel: { platform: 'discord', workspace: ids.guild, channel: ids.channel },
        user: ids.user,
        locale: 'uk',
        zone: null,
      },
    });
    expect(await told.commands[0]?.requester.mayManage()).toBe(true);
  });

  it('posts an answer that all may see as a message of its own', async () => {
    await started({ command: async () => ({ message: message('For all'), visibility: 'channel' }) });
    const answer = await answered(
      discord.interact(brief('ukraine')),
      ({ followUps }) => followUps.length > 0,
    );
    expect(answer.deleted).toBe(true);
    expect(answer.followUps[0]).not.toHaveProperty('flags');
  });

  it('lets what all share be changed by managers of a server that has the bot, not in direct messages', async () => {
    const told = await started();
    const byThemselves = { authorizing_integration_owners: { '1': ids.user } };
    const direct = {
      guild_id: undefined,
      member: undefined,
      user: { id: ids.user, username: 'ada', discriminator: '0', avatar: null },
    };
    for (const where of [{}, byThemselves, direct])
      await answered(discord.interact(digest('list', where)), ({ edited }) => edited !== null);
    const may = told.commands.map(({ requester }) => requester.mayKeep?.());
    expect(await Promise.all(may)).toEqual([true, false, false]);
    expect(await told.commands[2]?.requester.mayManage()).toBe(true);
  });

  it('tells a member who can’t manage channels apart', async () => {
    const told = await started();
    const { member } = { member: { user: { id: ids.user }, permissions: '0', roles: [] } };
    await answered(discord.interact(digest('list', { member })), ({ edited }) => edited !== null);
    expect(await told.commands[0]?.requester.mayManage()).toBe(false);
  });

  it('suggests while somebody types', async () => {
    const suggest = vi.fn(async () => [{ label: 'Ukraine', value: 'ukraine' }]);
    await started({ suggest });
    const options = [{ type: 3, name: 'topic', value: 'ukr', focused: true }];
    const typing = { type: 4, data: { id: '1', type: 1, name: 'brief', options } };
    const answer = await answered(discord.interact(typing), ({ first }) => first !== null);
    expect(answer.first).toEqual({ type: 8, data: { choices: [{ name: 'Ukraine', value: 'ukraine' }] } });
    expect(suggest).toHaveBeenCalledWith(
      expect.objectContaining({ command: 'brief', option: 'topic', typed: 'ukr' }),
    );
  });

  it('suggests only what Discord takes, and shows it as text', async () => {
    const suggest = async () => [
      { label: `${'👩‍🚒'.repeat(60)} fire`, value: 'fire' },
      { label: 'Harbour \u202eruobraH', value: 'harbour' },
      { label: '', value: 'nameless' },
      { label: 'No value', value: '' },
      { label: 'Too long', value: 'x'.repeat(101) },
    ];
    await started({ suggest });
    const options = [{ type: 3, name: 'topic', value: 'u', focused: true }];
    const typing = { type: 4, data: { id: '1', type: 1, name: 'brief', options } };
    const { first } = await answered(discord.interact(typing), (answer) => answer.first !== null);
    const names: readonly string[] = Object(first).data.choices.map(({ name }: { name: string }) => name);
    expect(names).toEqual([expect.stringMatching(/^(?:👩‍🚒)+…$/u), 'Harbour ruobraH', '—']);
    expect(names.every((name) => name.length <= 100)).toBe(true);
  });

  it('suggests nothing rather than break when the handler breaks', async () => {
    await started({ suggest: async () => Promise.reject(new Error('no database')) });
    const options = [{ type: 3, name: 'topic', value: 'u', focused: true }];
    const typing = { type: 4, data: { id: '1', type: 1, name: 'brief', options } };
    const answer = await answered(discord.interact(typing), ({ first }) => first !== null);
    expect(answer.first).toEqual({ type: 8, data: { choices: [] } });
  });

  it('acknowledges a button and answers beside the message it stands on', async () => {
    const told = await started();
    const answer = await answered(
      discord.interact(pressed('share:d1:2')),
      ({ followUps }) => followUps.length > 0,
    );
    expect(answer.first).toEqual({ type: 6 });
    expect(answer.followUps[0]).toMatchObject({ flags: 64 });
    expect(told.actions[0]).toMatchObject({
      name: 'share',
      value: 'd1:2',
      messageId: '920000000000000000',
      fields: {},
    });
  });

  it('replaces the message of a button where the reply says so', async () => {
    await started({ action: async () => ({ ...privately('Page 2'), replaceOriginal: true }) });
    const answer = await answered(discord.interact(pressed('more:d1:5')), ({ edited }) => edited !== null);
    expect(answer.edited).toMatchObject({ content: expect.stringContaining('Page 2') });
    expect(answer.followUps).toEqual([]);
  });

  it('reads the choice of a menu as the button it stands for', async () => {
    const told = await started();
    const chosen = pressed('menu', {
      data: { component_type: 3, custom_id: 'menu', values: ['useful:d1:s1'] },
    });
    await answered(discord.interact(chosen), ({ followUps }) => followUps.length > 0);
    expect(told.actions[0]).toMatchObject({ name: 'useful', value: 'd1:s1' });
  });

  it('opens a form as the first answer and reads what was filled in', async () => {
    const told = await started({ command: async () => settingsForm });
    const opened = await answered(discord.interact(digest('settings')), ({ first }) => first !== null);
    expect(opened.first).toMatchObject({ type: 9, data: { custom_id: 'save-settings:s1' } });
    const sent = {
      type: 5,
      data: {
        custom_id: 'save-settings:s1',
        components: [
          { type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'when', value: '09:30' } },
          { type: 18, id: 3, component: { type: 3, id: 4, custom_id: 'length', values: ['full'] } },
        ],
      },
    };
    await answered(discord.interact(sent), ({ edited }) => edited !== null);
    expect(told.actions[0]).toMatchObject({
      name: 'save-settings',
      value: 's1',
      fields: { when: '09:30', length: 'full' },
    });
  });

  it('takes a post of a forum for the forum, and asks once what its parent is', async () => {
    const told = await started();
    const inPost = { channel: { id: '940000000000000001', type: 11, parent_id: ids.forum } };
    const inThread = { channel: { id: '940000000000000002', type: 11, parent_id: ids.channel } };
    for (const where of [inPost, inPost, inThread]) {
      await answered(discord.interact(digest('list', where)), ({ edited }) => edited !== null);
    }
    expect(told.commands.map(({ requester }) => requester.channel.channel)).toEqual([
      ids.forum,
      ids.forum,
      inThread.channel.id,
    ]);
    expect(await told.commands[0]?.requester.mayManage()).toBe(true);
    expect(discord.calls.filter(({ method }) => method === `GET /channels/${ids.forum}`)).toHaveLength(1);
  });

  it('says what the bot lacks before it promises to post', async () => {
    const told = await started();
    const answer = await answered(
      discord.interact(digest('subscribe', { app_permissions: (1n << 10n).toString() })),
      ({ first }) => first !== null,
    );
    expect(JSON.stringify(answer.first)).toContain('«Надсилати повідомлення» і «Вбудовувати посилання»');
    expect(told.commands).toEqual([]);
  });

  it('registers its commands in one call, and again only when they have changed', async () => {
    await started();
    expect(discord.registered).toHaveLength(1);
    const commands = discord.registered[0] as readonly Json[];
    expect(commands[0]).toMatchObject({
      name: 'brief',
      description_localizations: { de: 'Was geschah', 'es-ES': 'Qué pasó', 'es-419': 'Qué pasó' },
      integration_types: [0, 1],
    });
    await adapter.stop();
    const again = createDiscordAdapter(discordConfig({ apiUrl: discord.apiUrl }), { ...deps, log: deps.log });
    await again.start(handlers(), testCommands);
    await again.stop();
    expect(discord.registered).toHaveLength(1);
    const changed = createDiscordAdapter(discordConfig({ apiUrl: discord.apiUrl }), deps);
    await changed.start(handlers(), testCommands.slice(1));
    await changed.stop();
    expect(discord.registered).toHaveLength(2);
  });

  it('refuses to start with a wrong token, and does not say the token', async () => {
    const wrong = createDiscordAdapter(
      discordConfig({ apiUrl: discord.apiUrl, token: 'y'.repeat(24), applicationId: ids.application }),
      deps,
    );
    const error = await wrong.start(handlers(), []).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'refused', scope: 'platform' });
    expect(JSON.stringify(error) + String(error)).not.toContain('yyyy');
    await wrong.stop();
  });

  it('tells when a channel is deleted, a thread locked, the server left, a permission lost', async () => {
    const told = await started();
    const place = { guild_id: ids.guild, name: 'c', position: 0 };
    discord.dispatch('CHANNEL_UPDATE', {
      ...place,
      id: ids.announcements,
      type: 5,
      permission_overwrites: [{ id: ids.guild, type: 0, allow: '0', deny: (1n << 11n).toString() }],
    });
    discord.dispatch('CHANNEL_DELETE', { ...place, id: ids.channel, type: 0, permission_overwrites: [] });
    discord.dispatch('GUILD_DELETE', { id: ids.guild });
    await eventually(() => expect(told.reached).toHaveLength(3));
    expect(told.reached.map(({ channel, reachable }) => [channel.channel, reachable])).toEqual([
      [ids.announcements, false],
      [ids.channel, false],
      [null, false],
    ]);
    expect(told.reached[0]?.reason).toContain('Send Messages');
  });

  it('takes an outage for an outage, not for being removed', async () => {
    const told = await started();
    discord.dispatch('GUILD_DELETE', { id: ids.guild, unavailable: true });
    discord.dispatch('CHANNEL_DELETE', {
      guild_id: ids.guild,
      id: ids.channel,
      type: 0,
      name: 'c',
      position: 0,
      permission_overwrites: [],
    });
    await eventually(() => expect(told.reached.length).toBeGreaterThan(0));
    expect(told.reached.map(({ channel }) => channel.channel)).toEqual([ids.channel]);
  });
});
