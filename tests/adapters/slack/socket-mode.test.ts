import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Form } from '../../../adapters/message/message.ts';
import type { Handlers } from '../../../adapters/platform-adapter.ts';
import { createSlackAdapter, type SlackAdapter } from '../../../adapters/slack/adapter.ts';
import { type SlackCounterpart, startSlackCounterpart } from '../../counterparts/slack.ts';
import { eventually, handlers, message, privately, settingsForm, testCommands, testDeps } from '../world.ts';
import { slackConfig } from './config.ts';

let slack: SlackCounterpart;
let adapter: SlackAdapter;
let deps: ReturnType<typeof testDeps>;

beforeEach(async () => {
  slack = await startSlackCounterpart();
  deps = testDeps();
  adapter = createSlackAdapter(
    slackConfig({
      apiUrl: slack.apiUrl,
      appToken: 'xapp-test',
      signingSecret: null,
      managers: ['U0MANAGER'],
    }),
    deps,
  );
});
afterEach(async () => {
  await adapter.stop();
  await slack.close();
});

async function started(overrides: Partial<Handlers> = {}) {
  const told = handlers(overrides);
  await adapter.start(told, testCommands);
  return told;
}

function command(name: string, text: string): string {
  return slack.overSocket('slash_commands', {
    command: `/${name}`,
    text,
    team_id: 'T0TEST',
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: 'trigger-1',
    response_url: slack.responseUrl(),
  });
}

function press(action: object, extra: object = {}): string {
  return slack.overSocket('interactive', {
    type: 'block_actions',
    team: { id: 'T0TEST', domain: 'test' },
    user: { id: 'U1', team_id: 'T0TEST' },
    channel: { id: 'C1', name: 'news' },
    message: { type: 'message', ts: '1700000000.000100' },
    container: { type: 'message', message_ts: '1700000000.000100', channel_id: 'C1' },
    trigger_id: 'trigger-2',
    response_url: slack.responseUrl(),
    actions: [{ type: 'button', block_id: 'b', action_ts: '1', ...action }],
    ...extra,
  });
}

function event(type: string, extra: object = {}, envelope: object = {}): string {
  return slack.overSocket('events_api', {
    type: 'event_callback',
    team_id: 'T0TEST',
    api_app_id: 'A1',
    event_id: `Ev-${type}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ team_id: 'T0TEST', is_enterprise_install: false }],
    event: { type, ...extra },
    ...envelope,
  });
}

describe('Slack in Socket Mode', () => {
  it('acknowledges a command before its answer is there', async () => {
    const answer = Promise.withResolvers<void>();
    await started({
      command: async () => {
        await answer.promise;
        return privately('Here it is');
      },
    });
    const envelope = command('brief', 'ukraine');
    await eventually(() => expect(slack.acknowledged.has(envelope)).toBe(true));
    expect(slack.responses).toEqual([]);
    answer.resolve();
    await eventually(() => expect(slack.responses).toHaveLength(1));
  });

  it('answers several parts to the asker, in order', async () => {
    const texts = Array.from({ length: 30 }, (_, index) => `Part ${index}. ${'Long news. '.repeat(45)}`);
    const long = message('Much', { blocks: texts.map((text) => ({ kind: 'text', runs: [{ text }] })) });
    await started({ command: async () => ({ message: long, visibility: 'asker' }) });
    command('brief', 'all');
    await eventually(() => expect(slack.responses.length).toBeGreaterThan(1));
    expect(JSON.stringify(slack.responses[0])).toContain('Part 0');
    await eventually(() => expect(JSON.stringify(slack.responses.at(-1))).toContain('Part 29'));
    expect(slack.responses.every((response) => response.response_type === 'ephemeral')).toBe(true);
  });

  it('gives a pressed button to the handlers, with the message it stood on', async () => {
    const told = await started();
    press({ action_id: 'share:1', value: 'd1:2' });
    await eventually(() => expect(slack.responses).toHaveLength(1));
    expect(told.actions[0]).toMatchObject({
      name: 'share',
      value: 'd1:2',
      messageId: '1700000000.000100',
      requester: { channel: { workspace: 'T0TEST', channel: 'C1' }, user: 'U1' },
    });
  });

  it('gives what was chosen in the menu of a digest to the handlers, as if it were a button', async () => {
    const told = await started();
    press({
      type: 'static_select',
      action_id: 'menu',
      selected_option: { text: { type: 'plain_text', text: 'Useful' }, value: 'useful:d1:s1' },
    });
    await eventually(() => expect(told.actions).toHaveLength(1));
    expect(told.actions[0]).toMatchObject({ name: 'useful', value: 'd1:s1' });
  });

  it('replaces the message of a button, or says it to the whole channel, as the reply wants', async () => {
    await started({
      action: async ({ name }) =>
        name === 'more'
          ? { ...privately('Page 2'), replaceOriginal: true }
          : { message: message('Shared'), visibility: 'channel' },
    });
    press({ action_id: 'more:0', value: 'd1:5' });
    await eventually(() => expect(slack.responses).toHaveLength(1));
    press({ action_id: 'share:0', value: 'd1' });
    await eventually(() => expect(slack.responses).toHaveLength(2));
    expect(slack.responses[0]).toMatchObject({ replace_original: true });
    expect(slack.responses[1]).toMatchObject({ response_type: 'in_channel', replace_original: false });
  });

  it('only acknowledges a link that looks like a button', async () => {
    const told = await started();
    const envelope = press({ action_id: 'open:0', url: 'https://news.example' });
    await eventually(() => expect(slack.acknowledged.has(envelope)).toBe(true));
    expect(told.actions).toEqual([]);
  });

  it('opens a modal at once for a command that opens a form, fills it, and reads what was sent', async () => {
    const form = Promise.withResolvers<Form>();
    const told = await started({ command: () => form.promise });
    command('digest', 'settings');
    await eventually(() => expect(slack.views.map(({ method }) => method)).toEqual(['views.open']));
    form.resolve(settingsForm);
    await eventually(() =>
      expect(slack.views.map(({ method }) => method)).toEqual(['views.open', 'views.update']),
    );
    const { view, view_id } = Object(slack.views[1]?.body);
    expect(view_id).toBe('V0TEST');
    expect(view).toMatchObject({ type: 'modal', title: { text: 'Digest settings' } });
    slack.overSocket('interactive', {
      type: 'view_submission',
      team: { id: 'T0TEST', domain: 'test' },
      user: { id: 'U1' },
      view: {
        ...view,
        state: {
          values: {
            when: { answer: { type: 'plain_text_input', value: '09:30' } },
            length: { answer: { type: 'static_select', selected_option: { value: 'short' } } },
          },
        },
      },
    });
    await eventually(() => expect(told.actions).toHaveLength(1));
    expect(told.actions[0]).toMatchObject({
      name: 'save-settings',
      value: 's1',
      fields: { when: '09:30', length: 'short' },
      requester: { channel: { channel: 'C1' } },
    });
    await eventually(() => expect(slack.ephemeral).toHaveLength(1));
    expect(slack.ephemeral[0]).toMatchObject({ channel: 'C1', user: 'U1' });
  });

  it('shows a refusal in the modal that stands open for the form', async () => {
    await started({ command: async () => privately('Only managers may') });
    command('digest', 'settings');
    await eventually(() => expect(slack.views).toHaveLength(2));
    expect(JSON.stringify(slack.views[1]?.body)).toContain('Only managers may');
    expect(slack.responses).toEqual([]);
  });

  it('says so where Slack does not open the modal', async () => {
    await started({ command: async () => settingsForm });
    slack.faults.fail('views.open', { kind: 'refused', error: 'expired_trigger_id' });
    command('digest', 'settings');
    await eventually(() => expect(slack.responses).toHaveLength(1));
    expect(JSON.stringify(slack.responses[0])).toContain('Відкривання тривало надто довго');
  });

  it('writes to the person where a form was sent from a channel the bot is not in', async () => {
    slack.channels.set('C1', {
      id: 'C1',
      is_member: false,
      is_archived: false,
      is_private: true,
      creator: 'U9',
    });
    await started();
    slack.overSocket('interactive', {
      type: 'view_submission',
      team: { id: 'T0TEST', domain: 'test' },
      user: { id: 'U1' },
      view: {
        callback_id: 'courant-form',
        private_metadata: JSON.stringify({
          name: 'save-settings',
          value: 's1',
          channel: 'C1',
          messageId: null,
        }),
        state: { values: {} },
      },
    });
    await eventually(() => expect(slack.messages).toHaveLength(1));
    expect(slack.messages[0]?.channel).toBe('U1');
  });

  it('lets admins, the channel’s creator and configured managers manage, and nobody else', async () => {
    const told = await started();
    slack.users.set('U0ADMIN', { id: 'U0ADMIN', tz: 'UTC', locale: 'en-US', is_admin: true });
    for (const user of ['U0ADMIN', 'U0CREATOR', 'U0MANAGER', 'U0ANYBODY']) {
      slack.overSocket('slash_commands', {
        command: '/digest',
        text: 'list',
        team_id: 'T0TEST',
        channel_id: 'C1',
        user_id: user,
        trigger_id: 't',
        response_url: slack.responseUrl(),
      });
    }
    await eventually(() => expect(told.commands).toHaveLength(4));
    const may = await Promise.all(
      told.commands.map(async ({ requester }) => [requester.user, await requester.mayManage()] as const),
    );
    expect(Object.fromEntries(may)).toEqual({
      U0ADMIN: true,
      U0CREATOR: true,
      U0MANAGER: true,
      U0ANYBODY: false,
    });
  });

  it('lets a direct message change what its person gets, and only admins what all share', async () => {
    const told = await started();
    slack.users.set('U0ADMIN', { id: 'U0ADMIN', tz: 'UTC', locale: 'en-US', is_admin: true });
    for (const user of ['U0ADMIN', 'U0MANAGER', 'U0ANYBODY']) {
      slack.overSocket('slash_commands', {
        command: '/digest',
        text: 'list',
        team_id: 'T0TEST',
        channel_id: 'D0SELF',
        user_id: user,
        trigger_id: 't',
        response_url: slack.responseUrl(),
      });
    }
    await eventually(() => expect(told.commands).toHaveLength(3));
    const may = told.commands.map(async ({ requester }) => [
      requester.user,
      await requester.mayManage(),
      await requester.mayKeep?.(),
    ]);
    expect(new Set(await Promise.all(may))).toEqual(
      new Set([
        ['U0ADMIN', true, true],
        ['U0MANAGER', true, true],
        ['U0ANYBODY', true, false],
      ]),
    );
  });

  it('says that it must be invited before it promises to post in a private channel', async () => {
    const told = await started();
    const closed = { id: 'C1', is_member: false, is_archived: false, is_private: true, creator: 'U1' };
    slack.channels.set('C1', closed);
    command('digest', 'subscribe ukraine');
    await eventually(() => expect(JSON.stringify(slack.responses)).toContain('/invite @Courant'));
    expect(told.commands).toEqual([]);
    slack.channels.set('C1', { ...closed, is_member: true });
    command('digest', 'subscribe ukraine');
    await eventually(() => expect(told.commands).toHaveLength(1));
  });

  it('answers without a zone when Slack does not say who asks', async () => {
    slack.faults.fail('users.info', { kind: 'refused', error: 'missing_scope' });
    const told = await started();
    command('brief', 'ukraine');
    await eventually(() => expect(slack.responses).toHaveLength(1));
    expect(told.commands[0]?.requester).toMatchObject({ zone: null, locale: 'en' });
  });

  it('asks Slack once who somebody is', async () => {
    await started();
    command('brief', 'one');
    await eventually(() => expect(slack.responses).toHaveLength(1));
    command('brief', 'two');
    await eventually(() => expect(slack.responses).toHaveLength(2));
    expect(slack.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });

  it('tells what became of a channel', async () => {
    const told = await started();
    event('channel_archive', { channel: 'C1', user: 'U1' });
    event('channel_unarchive', { channel: 'C1', user: 'U1' });
    event('channel_deleted', { channel: 'C2' });
    event('channel_left', { channel: 'C3' });
    event('group_left', { channel: 'G4' });
    event('channel_id_changed', { old_channel_id: 'C5', new_channel_id: 'C6' });
    await eventually(() => expect(told.reached).toHaveLength(6));
    expect(told.reached.map(({ channel, reachable }) => [channel.channel, reachable])).toEqual([
      ['C1', false],
      ['C1', true],
      ['C2', false],
      ['C3', false],
      ['G4', false],
      ['C5', false],
    ]);
    expect(told.reached[5]?.movedTo).toEqual({ platform: 'slack', workspace: 'T0TEST', channel: 'C6' });
  });

  it('hears an event that Slack tells twice once', async () => {
    const told = await started();
    event('channel_archive', { channel: 'C1' });
    await eventually(() => expect(told.reached).toHaveLength(1));
    const again = event('channel_archive', { channel: 'C1' }, { retry_num: 1 });
    await eventually(() => expect(slack.acknowledged.has(again)).toBe(true));
    event('channel_deleted', { channel: 'C2' });
    await eventually(() => expect(told.reached).toHaveLength(2));
    expect(told.reached.map(({ channel }) => channel.channel)).toEqual(['C1', 'C2']);
  });

  it('shows the App Home page its handler makes', async () => {
    await started({ home: async () => message('Your digests') });
    event('app_home_opened', { user: 'U1', channel: 'D1', tab: 'home' });
    await eventually(() => expect(slack.views).toHaveLength(1));
    expect(slack.views[0]).toMatchObject({
      method: 'views.publish',
      body: { user_id: 'U1', view: { type: 'home' } },
    });
    expect(JSON.stringify(slack.views[0])).toContain('Your digests');
  });

  it('connects again at once when Slack recycles the socket', async () => {
    const told = await started();
    const [before] = slack.sockets;
    before?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    await eventually(() => {
      const [now] = slack.sockets;
      expect(now).toBeDefined();
      expect(now).not.toBe(before);
    });
    command('brief', 'after');
    await eventually(() => expect(told.commands).toHaveLength(1));
  });

  it('refuses to start with a wrong app token, or a wrong bot token', async () => {
    slack.faults.fail('apps.connections.open', { kind: 'refused', error: 'invalid_auth' });
    await expect(adapter.start(handlers(), testCommands)).rejects.toMatchObject({
      code: 'refused',
      scope: 'workspace',
    });
    slack.faults.fail('auth.test', { kind: 'refused', error: 'invalid_auth' });
    const other = createSlackAdapter(slackConfig({ apiUrl: slack.apiUrl }), testDeps());
    await expect(other.start(handlers(), testCommands)).rejects.toMatchObject({
      code: 'refused',
      scope: 'workspace',
    });
    await other.stop();
  });

  it('joins a public channel it is asked to post in', async () => {
    slack.channels.set('C7', {
      id: 'C7',
      is_member: false,
      is_archived: false,
      is_private: false,
      creator: 'U9',
    });
    const [payload = ''] = adapter.render(message('Digest'));
    const place = { platform: 'slack', workspace: 'T0TEST', channel: 'C7' } as const;
    await adapter.post(place, payload, { key: 'd1', part: 0, parent: null, sendingAt: Date.now() });
    expect(slack.messages.map(({ channel }) => channel)).toEqual(['C7']);
  });

  it('says refused for a private channel it was never invited to', async () => {
    slack.channels.set('G8', {
      id: 'G8',
      is_member: false,
      is_archived: false,
      is_private: true,
      creator: 'U9',
    });
    const [payload = ''] = adapter.render(message('Digest'));
    const place = { platform: 'slack', workspace: 'T0TEST', channel: 'G8' } as const;
    const context = { key: 'd1', part: 0, parent: null, sendingAt: Date.now() };
    await expect(adapter.post(place, payload, context)).rejects.toMatchObject({
      code: 'refused',
      scope: 'channel',
    });
    expect(await adapter.findPosted(place, context)).toBe('unreadable');
  });
});
