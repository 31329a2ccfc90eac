import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PostContext } from '../../../adapters/platform-adapter.ts';
import { createSlackAdapter, type SlackAdapter } from '../../../adapters/slack/adapter.ts';
import { type SlackCounterpart, signedHeaders, startSlackCounterpart } from '../../counterparts/slack.ts';
import { serve } from '../serve.ts';
import { eventually, handlers, message, testCommands, testDeps } from '../world.ts';
import { signingSecret, slackConfig } from './config.ts';

let slack: SlackCounterpart;
let adapter: SlackAdapter;
let deps: ReturnType<typeof testDeps>;
let told: ReturnType<typeof handlers>;
let server: Awaited<ReturnType<typeof serve>>;
let events = 0;

const place = { platform: 'slack', workspace: 'T0TEST', channel: 'C1' } as const;
const anHour = 3_600_000;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  slack = await startSlackCounterpart();
  deps = testDeps();
  told = handlers();
  adapter = createSlackAdapter(
    slackConfig({
      apiUrl: slack.apiUrl,
      botToken: null,
      oauth: { clientId: '1.2', clientSecret: 'client-secret', stateSecret: 'state-secret-of-some-length' },
      installationKey: randomBytes(32).toString('hex'),
    }),
    deps,
  );
  await adapter.start(told, testCommands);
  server = await serve(adapter.endpoint);
});
afterEach(async () => {
  await adapter.stop();
  await server.close();
  await slack.close();
  vi.useRealTimers();
});

/** As a person does: open the install page, agree on Slack, come back. */
async function install(code = 'plain'): Promise<Response> {
  const page = await fetch(`${server.url}/slack/install`);
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const link = /href="([^"]+authorize[^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
  const state = new URL(link).searchParams.get('state') ?? '';
  return fetch(`${server.url}/slack/oauth_redirect?code=${code}&state=${encodeURIComponent(state)}`, {
    headers: { cookie },
    redirect: 'manual',
  });
}

function post(key = 'd1') {
  const [payload = ''] = adapter.render(message('Digest'));
  const context: PostContext = { key, part: 0, parent: null, sendingAt: Date.now() };
  return adapter.post(place, payload, context);
}

/** As Slack itself sends it. */
function deliver(body: string): Promise<Response> {
  return fetch(`${server.url}/slack/events`, {
    method: 'POST',
    body,
    headers: signedHeaders(signingSecret, body, Date.now()),
  });
}

async function askForBrief(extra: Readonly<Record<string, string>> = {}): Promise<void> {
  const command = {
    command: '/brief',
    text: 'ukraine',
    team_id: 'T0TEST',
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: 't',
    response_url: slack.responseUrl(),
  };
  await deliver(new URLSearchParams({ ...command, ...extra }).toString());
  await eventually(() => expect(slack.responses).toHaveLength(1));
}

async function event(type: string, at: number, extra: object = {}): Promise<void> {
  events += 1;
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'T0TEST',
    event_id: `Ev${events}`,
    event_time: Math.floor(at / 1000),
    authorizations: [],
    event: { type, ...extra },
  });
  expect((await deliver(body)).status).toBe(200);
}

const postedWith = () =>
  slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ token }) => token);
const refreshes = () =>
  slack.calls.filter(
    ({ method, body }) => method === 'oauth.v2.access' && body.grant_type === 'refresh_token',
  );

describe('Slack for many workspaces', () => {
  it('installs by OAuth, says so, and posts with the token of that workspace', async () => {
    const response = await install();
    expect(response.status).toBeLessThan(400);
    expect(told.reached).toEqual([
      expect.objectContaining({
        channel: { platform: 'slack', workspace: 'T0TEST', channel: null },
        reachable: true,
      }),
    ]);
    await post();
    expect(postedWith()).toEqual(['xoxb-fresh-1']);
  });

  it('takes no installation whose state it did not give out', async () => {
    const response = await fetch(`${server.url}/slack/oauth_redirect?code=x&state=forged`);
    expect(response.status).toBe(400);
    expect(slack.calls).toEqual([]);
    expect(told.reached).toEqual([]);
  });

  it('keeps tokens encrypted', async () => {
    await install();
    const kept = JSON.stringify([...deps.keyValues.entries]);
    expect(kept).toContain('slack-installations');
    expect(kept).not.toContain('xoxb');
    expect(JSON.stringify(deps.log.lines)).not.toContain('xoxb');
  });

  it('says refused for a workspace that never installed it', async () => {
    await expect(post()).rejects.toMatchObject({
      code: 'refused',
      scope: 'workspace',
      reason: 'not_installed',
    });
  });

  it('answers a command with the token of its workspace', async () => {
    await install();
    await askForBrief();
    expect(told.commands[0]?.requester.channel.workspace).toBe('T0TEST');
    expect(slack.calls.find(({ method }) => method === 'users.info')?.token).toBe('xoxb-fresh-1');
  });

  it('refreshes a rotating token before a post, once for all who post', async () => {
    await install('rotating');
    await post('d1');
    expect(refreshes()).toEqual([]);
    vi.setSystemTime(Date.now() + 11 * anHour);
    await Promise.all(['d2', 'd3', 'd4'].map(post));
    expect(refreshes()).toHaveLength(1);
    expect(postedWith()).toEqual(['xoxb-fresh-1', 'xoxb-fresh-2', 'xoxb-fresh-2', 'xoxb-fresh-2']);
    vi.setSystemTime(Date.now() + 11 * anHour);
    await post('d5');
    expect(refreshes().map(({ body }) => body.refresh_token)).toEqual(['xoxe-1', 'xoxe-2']);
  });

  it.each([
    ['app_uninstalled', 'tokens_revoked'],
    ['tokens_revoked', 'app_uninstalled'],
  ])('forgets the workspace after %s and %s', async (first, second) => {
    await install();
    const later = Date.now() + anHour;
    vi.setSystemTime(later);
    const revoked = { tokens: { oauth: [], bot: ['U0BOT'] } };
    await event(first, later, revoked);
    await event(second, later, revoked);
    await eventually(() => expect(told.reached.at(-1)?.reachable).toBe(false));
    await expect(post()).rejects.toMatchObject({ code: 'refused', scope: 'workspace' });
    expect(JSON.stringify([...deps.keyValues.entries.keys()])).not.toContain('slack-installations');
  });

  it('keeps an installation made after the uninstalling that is told late', async () => {
    const uninstalled = Date.now() - anHour;
    await install();
    await event('app_uninstalled', uninstalled);
    await event('tokens_revoked', uninstalled, { tokens: { oauth: [], bot: ['U0BOT'] } });
    await post();
    expect(postedWith()).toEqual(['xoxb-fresh-1']);
    expect(told.reached.map(({ reachable }) => reachable)).toEqual([true]);
  });

  it('does not mind that a person’s token was revoked', async () => {
    await install();
    vi.setSystemTime(Date.now() + anHour);
    await event('tokens_revoked', Date.now(), { tokens: { oauth: ['U1'], bot: [] } });
    await post();
    expect(slack.messages).toHaveLength(1);
  });

  it('serves the workspaces of an organisation with its one installation', async () => {
    await install();
    const [key = '', kept = ''] = [...deps.keyValues.entries].find(([name]) => name.includes('T0TEST')) ?? [];
    expect(kept).not.toBe('');
    // What Slack installs for a whole organisation is kept under the organisation's id.
    deps.keyValues.entries.delete(key);
    deps.keyValues.entries.set(key.replace('T0TEST', 'E1'), kept);
    await expect(post()).rejects.toMatchObject({ reason: 'not_installed' });
    await askForBrief({ enterprise_id: 'E1', is_enterprise_install: 'true' });
    await post();
    expect(slack.messages).toHaveLength(1);
  });
});
