/** Our Slack adapter against a Slack nobody here wrote: npm `emulate`, on loopback, by @slack/web-api's side. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoryCard } from '../../../adapters/message/message.ts';
import type { PostContext } from '../../../adapters/platform-adapter.ts';
import { createSlackAdapter, type SlackAdapter } from '../../../adapters/slack/adapter.ts';
import { botScopes } from '../../../adapters/slack/config.ts';
import { serve } from '../../adapters/serve.ts';
import { signingSecret, slackConfig } from '../../adapters/slack/config.ts';
import { eventually, handlers, message, settingsForm, testCommands, testDeps } from '../../adapters/world.ts';
import { signedHeaders } from '../../counterparts/slack.ts';

const oauth = {
  clientId: '12345.67890',
  clientSecret: 'client-secret',
  stateSecret: 'state-secret-of-some-length',
};

let emulator: Emulator;
let adapter: SlackAdapter;
let server: Awaited<ReturnType<typeof serve>>;
let installation: Response;
/** Another client of the same Slack, with the token our app was given there. */
let web: WebClient;
let workspace: string;
let user: string;
const deps = testDeps();
const told = handlers({
  home: async () => message('Your digests'),
  command: async ({ text }) =>
    text === 'settings' ? settingsForm : { message: message('Brief'), visibility: 'asker' },
});

beforeAll(async () => {
  server = await serve({
    get paths() {
      return adapter.endpoint?.paths ?? [];
    },
    handle: (request, response) => adapter.endpoint?.handle(request, response),
  });
  emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      tokens: { 'xoxp-admin': { login: 'ada', scopes: ['channels:manage', 'channels:write'] } },
      slack: {
        strict_scopes: true,
        users: [{ name: 'ada', real_name: 'Ada Example', is_admin: true }],
        channels: [{ name: 'news' }, { name: 'old' }],
        oauth_apps: [
          {
            client_id: oauth.clientId,
            client_secret: oauth.clientSecret,
            app_id: 'A000000001',
            name: 'Courant',
            redirect_uris: [`${server.url}/slack/oauth_redirect`],
            scopes: [...botScopes],
          },
        ],
      },
    },
  });
  adapter = createSlackAdapter(
    slackConfig({ apiUrl: `${emulator.url}/api`, botToken: null, oauth, publicUrl: server.url }),
    deps,
  );
  await adapter.start(told, testCommands);
  installation = await installAs('ada');
  const [, kept = '{}'] =
    [...deps.keyValues.entries].find(([key]) => key.includes('slack-installations')) ?? [];
  const token = /xoxb-[\w-]+/.exec(kept)?.[0] ?? '';
  web = new WebClient(token, { slackApiUrl: `${emulator.url}/api/` });
  workspace = (await web.auth.test()).team_id ?? '';
  const { members = [] } = await web.users.list({});
  user = members.find(({ name }) => name === 'ada')?.id ?? '';
});
afterAll(async () => {
  await adapter.stop();
  await emulator.close();
  await server.close();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** As a person: our install page, Slack's consent page, back to us. */
async function installAs(name: string): Promise<Response> {
  const page = await fetch(`${server.url}/slack/install`);
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const link = /href="([^"]+authorize[^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
  const consent = await (await fetch(link)).text();
  const form = consent.split('<form').find((part) => part.includes(name)) ?? '';
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
    ([, field = '', value = '']): [string, string] => [
      field,
      value.replaceAll('&amp;', '&').replaceAll('&quot;', '"'),
    ],
  );
  const agreed = await fetch(`${emulator.url}/oauth/v2/authorize/callback`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  return fetch(agreed.headers.get('location') ?? '', { headers: { cookie }, redirect: 'manual' });
}

async function channelNamed(name: string): Promise<string> {
  const { channels = [] } = await web.conversations.list({ limit: 1000 });
  const found = channels.find((channel) => channel.name === name);
  if (found?.id) return found.id;
  throw new Error(`no channel ${name}`);
}

function context(key: string, part = 0, parent: string | null = null): PostContext {
  return { key, part, parent, sendingAt: Date.now() };
}

function story(index: number): StoryCard {
  return {
    kind: 'story',
    storyId: `s${index}`,
    headline: `Story ${index} <!channel>`,
    href: `https://news.example/${index}`,
    badges: [],
    meta: '3 outlets',
    summary: ['The bridge opened on Monday.'],
    contested: [],
    quotes: [{ stretches: ['We waited.'], speaker: 'Ada Example', role: 'mayor', source: null, href: null }],
    sources: [],
    sourcesLabel: 'Sources',
    actions: [],
  };
}

/** Views as the emulator's own page lists them. */
async function inspected(): Promise<string> {
  return (await fetch(`${emulator.url}/?tab=views`)).text();
}

async function slashCommand(command: string, text: string, trigger: string): Promise<number> {
  const body = new URLSearchParams({
    command,
    text,
    team_id: workspace,
    channel_id: await channelNamed('news'),
    user_id: user,
    trigger_id: trigger,
    response_url: `${server.url}/nowhere`,
  }).toString();
  const headers = signedHeaders(signingSecret, body);
  return (await fetch(`${server.url}/slack/events`, { method: 'POST', body, headers })).status;
}

describe('Slack as npm emulate plays it', () => {
  it('installs our app by OAuth', () => {
    expect(installation.status).toBeLessThan(400);
    expect(told.reached[0]).toMatchObject({ channel: { workspace, channel: null }, reachable: true });
  });

  it('shows what we posted, thread and all, and we find each part again', async () => {
    const channel = await channelNamed('news');
    const place = { platform: 'slack', workspace, channel } as const;
    await web.conversations.join({ channel });
    const digest = message('Morning digest', { layout: 'thread', blocks: [1, 2].map(story) });
    const posted: string[] = [];
    for (const [part, payload] of adapter.render(digest).entries()) {
      const { messageId } = await adapter.post(place, payload, context('d1', part, posted[0] ?? null));
      posted.push(messageId ?? 'deleted');
    }
    const { messages = [] } = await web.conversations.history({ channel, include_all_metadata: true });
    expect(messages.filter(({ ts }) => ts === posted[0])).toHaveLength(1);
    const parent = messages.find(({ ts }) => ts === posted[0]);
    expect(parent?.text).toContain('Morning digest');
    expect(parent?.text).not.toContain('<!channel>');
    const thread = await web.conversations.replies({ channel, ts: posted[0] ?? '' });
    expect(thread.messages?.map(({ ts }) => ts)).toEqual(posted);
    for (const [part, messageId] of posted.entries()) {
      const parentId = part === 0 ? null : (posted[0] ?? null);
      expect(await adapter.findPosted(place, context('d1', part, parentId))).toEqual({ messageId });
    }
    expect(await adapter.findPosted(place, context('d2'))).toBe('absent');
  });

  it('refuses a channel that isn’t there and one that is archived', async () => {
    const [payload = ''] = adapter.render(message('Digest'));
    const nowhere = { platform: 'slack', workspace, channel: 'C0NOWHERE' } as const;
    await expect(adapter.post(nowhere, payload, context('d3'))).rejects.toMatchObject({
      code: 'refused',
      scope: 'channel',
      reason: 'channel_not_found',
    });
    expect(await adapter.findPosted(nowhere, context('d3'))).toBe('unreadable');
    const old = await channelNamed('old');
    const admin = new WebClient('xoxp-admin', { slackApiUrl: `${emulator.url}/api/` });
    await admin.conversations.join({ channel: old }).catch(() => {});
    await admin.conversations.archive({ channel: old });
    const archived = { platform: 'slack', workspace, channel: old } as const;
    await expect(adapter.post(archived, payload, context('d3'))).rejects.toMatchObject({
      reason: 'is_archived',
    });
  });

  it('opens our form as a modal within its trigger’s time', async () => {
    const { trigger_id } = Object(await web.apiCall('views.generateTriggerId', { user_id: user }));
    expect(await slashCommand('/digest', 'settings', String(trigger_id))).toBe(200);
    await eventually(async () => expect(await inspected()).toContain('Digest settings'));
    expect(deps.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('publishes our App Home page', async () => {
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: workspace,
      event_id: 'Ev1',
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ team_id: workspace, is_enterprise_install: false }],
      event: { type: 'app_home_opened', user, channel: 'D1', tab: 'home' },
    });
    const headers = signedHeaders(signingSecret, body);
    await fetch(`${server.url}/slack/events`, { method: 'POST', body, headers });
    await eventually(async () => expect(await inspected()).toContain('Your digests'));
  });
});
