import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSlackAdapter } from '../../../adapters/slack/adapter.ts';
import { signedHeaders } from '../../counterparts/slack.ts';
import { serve } from '../serve.ts';
import { eventually, handlers, message, testCommands, testDeps } from '../world.ts';
import { signingSecret, slackConfig } from './config.ts';

const slack = 'https://slack.com';

beforeEach(() => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
  nock(slack)
    .persist()
    .post('/api/auth.test')
    .reply(200, { ok: true, team_id: 'T1', user_id: 'U0BOT', bot_id: 'B1' });
});
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  nock.enableNetConnect();
});

async function started(overrides: Parameters<typeof handlers>[0] = {}, deps = testDeps()) {
  const adapter = createSlackAdapter(slackConfig(), deps);
  const told = handlers(overrides);
  await adapter.start(told, testCommands);
  const server = await serve(adapter.endpoint);
  const send = (body: string, headers = signedHeaders(signingSecret, body)) =>
    fetch(`${server.url}/slack/events`, { method: 'POST', body, headers });
  return {
    adapter,
    deps,
    told,
    send,
    async [Symbol.asyncDispose]() {
      await adapter.stop();
      await server.close();
    },
  };
}

function slashCommand(text: string, overrides: Record<string, string> = {}): string {
  return new URLSearchParams({
    command: '/brief',
    text,
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    user_name: 'ada',
    trigger_id: '1.2.3',
    response_url: 'https://hooks.slack.com/commands/1/2/3',
    ...overrides,
  }).toString();
}

function knowsUser(): void {
  nock(slack)
    .post('/api/users.info')
    .reply(200, { ok: true, user: { tz: 'Europe/Kyiv', locale: 'uk-UA', is_admin: false } });
}

describe('Slack over HTTP', () => {
  it('acknowledges a signed slash command and answers the asker alone', async () => {
    await using world = await started();
    knowsUser();
    const answer = vi.fn();
    nock('https://hooks.slack.com')
      .post('/commands/1/2/3', (body) => {
        answer(body);
        return true;
      })
      .reply(200, 'ok');
    const response = await world.send(slashCommand('ukraine 7d'));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    await eventually(() => expect(answer).toHaveBeenCalled());
    expect(answer.mock.calls[0]?.[0]).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(answer.mock.calls[0]?.[0].text).toContain('You asked /brief');
    expect(world.told.commands[0]).toMatchObject({
      command: 'brief',
      subcommand: null,
      text: 'ukraine 7d',
      requester: {
        channel: { platform: 'slack', workspace: 'T1', channel: 'C1' },
        user: 'U1',
        zone: 'Europe/Kyiv',
        locale: 'uk-UA',
      },
    });
  });

  it('refuses a command whose signature is wrong or five minutes old', async () => {
    await using world = await started();
    const body = slashCommand('ukraine');
    const forged = await world.send(body, signedHeaders('another-secret-of-32-characters!!', body));
    const old = await world.send(body, signedHeaders(signingSecret, body, Date.now() - 6 * 60_000));
    expect([forged.status, old.status]).toEqual([401, 401]);
    expect(world.told.commands).toEqual([]);
  });

  it('refuses a command that was kept and is sent again, to any process', async () => {
    await using world = await started();
    await using other = await started({}, world.deps);
    knowsUser();
    nock('https://hooks.slack.com').post('/commands/1/2/3').reply(200, 'ok');
    const body = slashCommand('ukraine');
    const headers = signedHeaders(signingSecret, body);
    const sent = await Promise.all([world.send(body, headers), world.send(body, headers)]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    expect((await other.send(body, headers)).status).toBe(401);
    await eventually(() => expect(world.told.commands).toHaveLength(1));
    expect(other.told.commands).toEqual([]);
  });

  it('falls back to an ephemeral post when the response_url has expired', async () => {
    await using world = await started();
    knowsUser();
    const posted = vi.fn();
    nock('https://hooks.slack.com').post('/commands/1/2/3').reply(404, 'expired_url');
    nock(slack)
      .post('/api/chat.postEphemeral', (body) => {
        posted(body);
        return true;
      })
      .reply(200, { ok: true });
    await world.send(slashCommand('ukraine'));
    await eventually(() => expect(posted).toHaveBeenCalled());
    expect(posted.mock.calls[0]?.[0]).toMatchObject({ channel: 'C1', user: 'U1' });
  });

  it('posts one chat.postMessage, findable again, without previews of its links', async () => {
    await using world = await started();
    const posted = vi.fn();
    nock(slack)
      .post('/api/chat.postMessage', (body) => {
        posted(body);
        return true;
      })
      .matchHeader('authorization', 'Bearer xoxb-test')
      .reply(200, { ok: true, ts: '1700000000.000100' });
    const [payload = ''] = world.adapter.render(message('Morning digest'));
    const ref = await world.adapter.post({ platform: 'slack', workspace: 'T1', channel: 'C1' }, payload, {
      key: 'd1',
      part: 0,
      parent: null,
      sendingAt: 0,
    });
    expect(ref).toEqual({ messageId: '1700000000.000100' });
    const [body] = posted.mock.calls[0] ?? [];
    expect(body).toMatchObject({
      channel: 'C1',
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: 'digest_delivery', event_payload: { delivery_id: 'd1', part: 0 } },
    });
    expect(body.client_msg_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-/);
    expect(body).not.toHaveProperty('inThread');
  });

  it('answers Slack’s check of the address', async () => {
    await using world = await started();
    const response = await world.send(JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
    expect(await response.json()).toEqual({ challenge: 'abc' });
  });
});
