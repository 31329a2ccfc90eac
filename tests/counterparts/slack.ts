/**
 * A Slack of our own on loopback: Web API, Socket Mode, response_url, OAuth. It remembers what people would see,
 * and goes wrong on demand. `adapters` and chaos tests in other processes talk to it over `apiUrl`.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { bodyOf, createFaultPlan, type FaultPlan, isAccepted, spoil } from './faults.ts';

export type SeenMessage = {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly metadata?: unknown;
  /** As sent, with everything. */
  readonly body: Readonly<Record<string, unknown>>;
};

type SlackChannel = {
  readonly id: string;
  is_member: boolean;
  is_archived: boolean;
  is_private: boolean;
  creator: string;
};

type SlackUser = { readonly id: string; tz: string; locale: string; is_admin: boolean };

export type SlackCounterpart = {
  readonly apiUrl: string;
  readonly port: number;
  readonly faults: FaultPlan;
  /** Messages in channels, oldest first: what a person scrolls through. */
  readonly messages: SeenMessage[];
  readonly ephemeral: Record<string, unknown>[];
  /** What came to a response_url. */
  readonly responses: Record<string, unknown>[];
  readonly views: { readonly method: string; readonly body: Record<string, unknown> }[];
  readonly calls: {
    readonly method: string;
    readonly body: Record<string, unknown>;
    readonly token: string;
  }[];
  readonly channels: Map<string, SlackChannel>;
  readonly users: Map<string, SlackUser>;
  /** Tokens that are accepted; empty accepts all. */
  readonly tokens: Set<string>;
  readonly sockets: Set<WebSocket>;
  /** Answers of the app to what was sent by socket, by envelope id. */
  readonly acknowledged: Map<string, unknown>;
  /** Status of response_urls, 200 unless set. */
  responseStatus: number;
  responseUrl(): string;
  /** Sends an envelope over Socket Mode and gives its id. */
  overSocket(type: 'slash_commands' | 'interactive' | 'events_api', payload: object): string;
  close(): Promise<void>;
};

export type SlackCounterpartOptions = {
  readonly clock?: () => number;
  readonly team?: string;
  readonly port?: number;
};

export async function startSlackCounterpart(
  options: SlackCounterpartOptions = {},
): Promise<SlackCounterpart> {
  const { clock = Date.now, team = 'T0TEST' } = options;
  const faults = createFaultPlan();
  const messages: SeenMessage[] = [];
  const channels = new Map<string, SlackChannel>();
  const users = new Map<string, SlackUser>();
  const sockets = new Set<WebSocket>();
  const acknowledged = new Map<string, unknown>();
  const state: Pick<SlackCounterpart, 'ephemeral' | 'responses' | 'views' | 'calls' | 'tokens'> = {
    ephemeral: [],
    responses: [],
    views: [],
    calls: [],
    tokens: new Set(),
  };
  let sequence = 0;
  let refreshes = 0;

  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => {
      response.writeHead(599).end(String(error));
    });
  });
  const websockets = new WebSocketServer({ server, path: '/socket' });
  websockets.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      acknowledged.set(envelope_id, payload);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.size }));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request);
    const path = new URL(request.url ?? '/', origin).pathname;
    if (path.startsWith('/response/')) {
      if (counterpart.responseStatus === 200) state.responses.push(JSON.parse(text));
      response
        .writeHead(counterpart.responseStatus)
        .end(counterpart.responseStatus === 200 ? 'ok' : 'expired_url');
      return;
    }
    const method = path.replace(/^\/api\//, '');
    const body = readBody(request, text);
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    state.calls.push({ method, body, token });
    const fault = faults.next(method);
    if (fault?.kind === 'rate-limited') {
      json(response, { ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(fault.seconds) });
    } else if (fault?.kind === 'refused') {
      json(response, { ok: false, error: fault.error });
    } else if (fault) {
      if (isAccepted(fault)) carryOut(method, body, token);
      spoil(fault, response);
    } else {
      json(response, carryOut(method, body, token));
    }
  }

  function carryOut(method: string, body: Record<string, unknown>, token: string): Record<string, unknown> {
    if (state.tokens.size > 0 && method !== 'oauth.v2.access' && !state.tokens.has(token)) {
      return refusal(token === '' ? 'not_authed' : 'invalid_auth');
    }
    return methods[method]?.(body) ?? refusal('unknown_method');
  }

  const methods: Record<string, (body: Record<string, unknown>) => Record<string, unknown>> = {
    'auth.test': () => ({
      ok: true,
      team_id: team,
      user_id: 'U0BOT',
      bot_id: 'B0BOT',
      team: 'Test',
      user: 'courant',
    }),
    'apps.connections.open': () => ({ ok: true, url: `ws://127.0.0.1:${port}/socket` }),
    'chat.postMessage': (body) => {
      const channel = String(body.channel);
      const refused = closedTo(channel);
      if (refused) return refusal(refused);
      if (typeof body.text !== 'string' || body.text === '') return refusal('no_text');
      sequence += 1;
      const ts = `${Math.floor(clock() / 1000)}.${String(sequence).padStart(6, '0')}`;
      messages.push({
        channel,
        ts,
        text: body.text,
        blocks: Array.isArray(body.blocks) ? body.blocks : [],
        ...(typeof body.thread_ts === 'string' ? { thread_ts: body.thread_ts } : {}),
        metadata: body.metadata,
        body,
      });
      return { ok: true, channel, ts, message: { ts, text: body.text } };
    },
    'chat.postEphemeral': (body) => {
      const refused = closedTo(String(body.channel));
      if (refused) return refusal(refused);
      state.ephemeral.push(body);
      return { ok: true, message_ts: '1.0' };
    },
    'conversations.join': (body) => {
      const channel = channelOf(String(body.channel));
      if (channel.is_private) return refusal('method_not_supported_for_channel_type');
      channel.is_member = true;
      return { ok: true, channel };
    },
    'conversations.info': (body) => {
      const channel = channelOf(String(body.channel));
      if (channel.is_private && !channel.is_member) return refusal('channel_not_found');
      return { ok: true, channel };
    },
    'conversations.history': (body) => history(body, ({ thread_ts }) => thread_ts === undefined),
    'conversations.replies': (body) =>
      history(body, ({ thread_ts, ts }) => thread_ts === body.ts || ts === body.ts),
    'users.info': (body) => {
      const id = String(body.user);
      const user = users.get(id) ?? { id, tz: 'Europe/Kyiv', locale: 'uk-UA', is_admin: false };
      return { ok: true, user: { ...user, is_owner: false, is_primary_owner: false } };
    },
    'views.open': (body) => shown('views.open', body),
    'views.update': (body) => shown('views.update', body),
    'views.publish': (body) => shown('views.publish', body),
    'oauth.v2.access': (body) => {
      refreshes += 1;
      return {
        ok: true,
        app_id: 'A0TEST',
        token_type: 'bot',
        access_token: `xoxb-fresh-${refreshes}`,
        bot_user_id: 'U0BOT',
        scope: 'chat:write',
        team: { id: team, name: 'Test' },
        enterprise: null,
        is_enterprise_install: false,
        authed_user: { id: 'U0INSTALLER' },
        ...(body.grant_type === 'refresh_token' || body.code === 'rotating'
          ? { refresh_token: `xoxe-${refreshes}`, expires_in: 43_200 }
          : {}),
      };
    },
  };

  function history(body: Record<string, unknown>, wanted: (message: SeenMessage) => boolean) {
    const channel = channelOf(String(body.channel));
    if (!channel.is_member) return refusal('not_in_channel');
    const oldest = Number(body.oldest ?? 0);
    const offset = Number(body.cursor ?? 0);
    const limit = Number(body.limit ?? 100);
    const found = messages
      .filter((message) => message.channel === channel.id && Number(message.ts) > oldest && wanted(message))
      .reverse();
    const page = found.slice(offset, offset + limit).map(({ body: _, metadata, ...message }) => ({
      ...message,
      ...(String(body.include_all_metadata) === 'true' ? { metadata } : {}),
    }));
    const more = offset + limit < found.length;
    return {
      ok: true,
      messages: page,
      has_more: more,
      response_metadata: { next_cursor: more ? String(offset + limit) : '' },
    };
  }

  function shown(method: string, body: Record<string, unknown>) {
    state.views.push({ method, body });
    return { ok: true, view: { id: 'V0TEST', hash: '1', ...Object(body.view) } };
  }

  function channelOf(id: string): SlackChannel {
    const known = channels.get(id);
    if (known) return known;
    const made = { id, is_member: true, is_archived: false, is_private: false, creator: 'U0CREATOR' };
    channels.set(id, made);
    return made;
  }

  function closedTo(id: string): string | null {
    const channel = channelOf(id);
    if (channel.is_archived) return 'is_archived';
    if (channel.is_member) return null;
    return channel.is_private ? 'channel_not_found' : 'not_in_channel';
  }

  const counterpart: SlackCounterpart = {
    ...state,
    apiUrl: `${origin}/api`,
    port,
    faults,
    messages,
    channels,
    users,
    sockets,
    acknowledged,
    responseStatus: 200,
    responseUrl: () => `${origin}/response/${randomUUID()}`,
    overSocket(type, payload) {
      const id = randomUUID();
      const [socket] = sockets;
      if (!socket) throw new Error('nobody is connected by Socket Mode');
      socket.send(JSON.stringify({ type, envelope_id: id, payload, accepts_response_payload: true }));
      return id;
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      websockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return counterpart;
}

/** Headers as Slack signs a request (docs.slack.dev/authentication/verifying-requests-from-slack). */
export function signedHeaders(secret: string, body: string, at: number = Date.now()): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
}

function refusal(error: string): Record<string, unknown> {
  return { ok: false, error };
}

function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function readBody(request: IncomingMessage, text: string): Record<string, unknown> {
  if (request.headers['content-type']?.startsWith('application/json')) return JSON.parse(text);
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [
      name,
      /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}
