/**
 * A Discord of our own on loopback: REST and gateway. Each body is held against Discord's own API document;
 * it remembers what people would see, gives the first message for a repeated nonce, and goes wrong on demand.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { violations } from './discord-spec.ts';
import { bodyOf, createFaultPlan, type FaultPlan, isAccepted, spoil } from './faults.ts';

export type Json = Record<string, unknown>;

export type SeenMessage = {
  readonly id: string;
  /** A thread's id where it stands in a thread. */
  readonly channel: string;
  readonly body: Json;
  crossposted: boolean;
};

/** 0 text, 1 direct messages, 5 announcement, 11 public thread, 15 forum. */
type DiscordChannel = {
  readonly id: string;
  readonly type: 0 | 1 | 5 | 11 | 15;
  readonly parent?: string;
  tags: Json[];
  requireTag: boolean;
};

/** An answer to an interaction: the first, what it was edited to, and what followed. */
export type InteractionAnswer = {
  first: Json | null;
  edited: Json | null;
  deleted: boolean;
  followUps: Json[];
};

export type DiscordCounterpart = {
  readonly apiUrl: string;
  readonly port: number;
  readonly faults: FaultPlan;
  readonly messages: SeenMessage[];
  readonly channels: Map<string, DiscordChannel>;
  /** Channels the bot may not see: 50001. */
  readonly forbidden: Set<string>;
  readonly calls: { readonly method: string; readonly body: unknown }[];
  /** What was registered, newest last. */
  readonly registered: unknown[];
  readonly answers: Map<string, InteractionAnswer>;
  /** Sockets that have identified themselves. */
  readonly identified: Json[];
  readonly guild: Json;
  /** Wrong bodies seen: must stay empty. */
  readonly violations: string[];
  /** Keep nonces in what history tells; Discord may not. Default false. */
  noncesInHistory: boolean;
  dispatch(event: string, data: unknown): void;
  /** Sends an interaction over the gateway and gives its token, the key of `answers`. */
  interact(interaction: Json): string;
  /** Closes all gateway connections with this code. */
  hangUp(code: number): void;
  close(): Promise<void>;
};

export const ids = {
  application: '900000000000000001',
  bot: '900000000000000002',
  guild: '900000000000000003',
  channel: '900000000000000010',
  announcements: '900000000000000011',
  forum: '900000000000000012',
  user: '900000000000000020',
} as const;

/** What Discord sends with each interaction: a member who may manage channels, a bot that may post. */
const allowed = [10n, 11n, 14n, 16n, 35n, 38n].reduce((bits, bit) => bits | (1n << bit), 0n).toString();

export async function startDiscordCounterpart(
  options: {
    readonly clock?: () => number;
    readonly port?: number;
    readonly token?: string;
    /** Milliseconds a nonce is remembered; Discord says "the past few minutes". For ever unless set. */
    readonly nonceFor?: number;
    /** How many shards Discord recommends. One unless set. */
    readonly shards?: number;
  } = {},
): Promise<DiscordCounterpart> {
  const { clock = Date.now, nonceFor = Number.POSITIVE_INFINITY } = options;
  const faults = createFaultPlan();
  const messages: SeenMessage[] = [];
  const channels = new Map<string, DiscordChannel>(
    (
      [
        [ids.channel, 0],
        [ids.announcements, 5],
        [ids.forum, 15],
      ] as const
    ).map(([id, type]) => [id, { id, type, tags: [], requireTag: false }]),
  );
  const forbidden = new Set<string>();
  const nonces = new Map<string, { readonly message: SeenMessage; readonly at: number }>();
  const answers = new Map<string, InteractionAnswer>();
  const calls: { method: string; body: unknown }[] = [];
  const registered: unknown[] = [];
  const identified: Json[] = [];
  const wrong: string[] = [];
  const sockets = new Set<WebSocket>();
  let sequence = 0;
  let dispatched = 0;

  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => {
      wrong.push(`the counterpart broke: ${error}`);
      response.writeHead(599).end(String(error));
    });
  });
  const gateway = new WebSocketServer({ server, path: '/gateway' });
  gateway.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data) => hear(socket, JSON.parse(String(data))));
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const guild: Json = {
    id: ids.guild,
    name: 'Test',
    owner_id: '900000000000000099',
    unavailable: false,
    member_count: 2,
    large: false,
    joined_at: '2026-01-01T00:00:00.000Z',
    roles: [
      {
        id: ids.guild,
        name: '@everyone',
        permissions: allowed,
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    members: [
      {
        user: { id: ids.bot, username: 'courant', discriminator: '0', bot: true, avatar: null },
        roles: [],
        joined_at: '2026-01-01T00:00:00.000Z',
        deaf: false,
        mute: false,
        flags: 0,
      },
    ],
    channels: [...channels.values()].map(({ id, type }) => ({
      id,
      type,
      name: `c${id}`,
      position: 0,
      permission_overwrites: [],
      guild_id: ids.guild,
    })),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    emojis: [],
    stickers: [],
    features: [],
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    premium_tier: 0,
    nsfw_level: 0,
    system_channel_flags: 0,
    preferred_locale: 'en-US',
    premium_progress_bar_enabled: false,
  };

  function hear(socket: WebSocket, { op, d }: { op: number; d: Json }): void {
    if (op === 1) socket.send(JSON.stringify({ op: 11 }));
    if (op !== 2) return;
    if (options.token !== undefined && d.token !== options.token) {
      socket.close(4004);
      return;
    }
    identified.push(d);
    const isFirst = !Array.isArray(d.shard) || d.shard[0] === 0;
    send(socket, 'READY', {
      v: 10,
      user: { id: ids.bot, username: 'courant', discriminator: '0', avatar: null, bot: true },
      guilds: isFirst ? [{ id: ids.guild, unavailable: true }] : [],
      session_id: 'session',
      resume_gateway_url: `ws://127.0.0.1:${port}/gateway`,
      shard: d.shard,
      application: { id: ids.application, flags: 0 },
    });
    if (isFirst) send(socket, 'GUILD_CREATE', guild);
  }

  function send(socket: WebSocket, event: string, data: unknown): void {
    dispatched += 1;
    socket.send(JSON.stringify({ op: 0, t: event, s: dispatched, d: data }));
  }

  function snowflake(): string {
    sequence += 1;
    return ((BigInt(clock() - 1_420_070_400_000) << 22n) + BigInt(sequence)).toString();
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, '');
    const method = `${request.method} ${path}`;
    const body: Json = text === '' ? {} : JSON.parse(text);
    calls.push({ method, body });
    const fault = faults.next(method);
    if (fault?.kind === 'rate-limited') {
      const answer = { message: 'You are being rate limited.', retry_after: fault.seconds, global: false };
      json(response, 429, answer, { 'retry-after': String(fault.seconds), 'x-ratelimit-scope': 'user' });
    } else if (fault?.kind === 'refused') {
      const [code = '0', status = '403'] = fault.error.split('/');
      json(response, Number(status), { code: Number(code), message: 'refused on demand' });
    } else if (fault) {
      if (isAccepted(fault)) carryOut(method, path, body, url.searchParams);
      spoil(fault, response);
    } else if (
      options.token !== undefined &&
      needsToken(path) &&
      request.headers.authorization !== `Bot ${options.token}`
    ) {
      json(response, 401, { message: '401: Unauthorized', code: 0 });
    } else {
      const { status, answer } = carryOut(method, path, body, url.searchParams);
      if (status === 204) response.writeHead(204).end();
      else json(response, status, answer);
    }
  }

  type Outcome = { readonly status: number; readonly answer?: unknown };
  const ok = (answer: unknown): Outcome => ({ status: 200, answer });
  const no = (status: number, code: number, message: string): Outcome => ({
    status,
    answer: { code, message },
  });

  function carryOut(method: string, path: string, body: Json, query: URLSearchParams): Outcome {
    for (const [pattern, schema, work] of routes) {
      const match = pattern.exec(method);
      if (!match) continue;
      if (schema !== null) {
        const faulty = violations(schema, body);
        if (faulty.length > 0) {
          wrong.push(`${method}: ${faulty.join('; ')}`);
          return {
            status: 400,
            answer: { code: 50035, message: 'Invalid Form Body', errors: { _errors: [] } },
          };
        }
      }
      return work(match.slice(1), body, query);
    }
    wrong.push(`no such route: ${method}`);
    return no(404, 0, `404: Not Found ${path}`);
  }

  type Work = (parts: readonly string[], body: Json, query: URLSearchParams) => Outcome;
  const routes: readonly (readonly [RegExp, string | null, Work])[] = [
    [
      /^GET \/gateway\/bot$/,
      null,
      () =>
        ok({
          url: `ws://127.0.0.1:${port}/gateway`,
          shards: options.shards ?? 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 16 },
        }),
    ],
    [/^GET \/users\/@me$/, null, () => ok({ id: ids.bot, username: 'courant', bot: true })],
    [/^GET \/applications\/@me$/, null, () => ok({ id: ids.application, name: 'Courant', verify_key: '' })],
    [
      /^PUT \/applications\/(\d+)\/commands$/,
      null,
      (_, body) => {
        for (const command of body as unknown as Json[]) {
          const faulty = violations('ApplicationCommandUpdateRequest', command);
          if (faulty.length > 0) wrong.push(`command ${command.name}: ${faulty.join('; ')}`);
        }
        registered.push(body);
        return ok(body);
      },
    ],
    [
      /^POST \/users\/@me\/channels$/,
      'CreatePrivateChannelRequest',
      (_, body) => {
        const id = directMessagesWith(String(body.recipient_id));
        channels.set(id, { id, type: 1, tags: [], requireTag: false });
        return ok({ id, type: 1 });
      },
    ],
    [
      /^GET \/channels\/(\d+)$/,
      null,
      ([id = '']) => {
        const channel = channels.get(id);
        if (forbidden.has(id)) return no(403, 50001, 'Missing Access');
        return channel
          ? ok({ ...channel, guild_id: ids.guild, available_tags: channel.tags })
          : no(404, 10003, 'Unknown Channel');
      },
    ],
    [/^POST \/channels\/(\d+)\/messages$/, 'MessageCreateRequest', ([id = ''], body) => post(id, body)],
    [
      /^GET \/channels\/(\d+)\/messages$/,
      null,
      ([id = ''], _, query) => {
        const closed = closedTo(id);
        if (closed) return closed;
        if (channels.get(id)?.type === 15)
          return no(400, 50024, 'Cannot execute action on this channel type');
        const after = BigInt(query.get('after') ?? '0');
        const found = messages.filter(({ channel, id: at }) => channel === id && BigInt(at) > after);
        return ok(
          found
            .slice(0, Number(query.get('limit') ?? 50))
            .reverse()
            .map(told),
        );
      },
    ],
    [
      /^GET \/channels\/(\d+)\/messages\/(\d+)$/,
      null,
      ([channel, id]) => {
        const found = messages.find((message) => message.channel === channel && message.id === id);
        return found ? ok(told(found)) : no(404, 10008, 'Unknown Message');
      },
    ],
    [
      /^POST \/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      'CreateTextThreadWithMessageRequest',
      ([parent = '', id = '']) => {
        const closed = closedTo(parent);
        if (closed) return closed;
        if (channels.get(parent)?.type === 11)
          return no(400, 50024, 'Cannot execute action on this channel type');
        if (!messages.some((message) => message.id === id)) return no(404, 10008, 'Unknown Message');
        if (channels.has(id)) return no(400, 160004, 'A thread has already been created for this message');
        channels.set(id, { id, type: 11, parent, tags: [], requireTag: false });
        return ok({ id, type: 11, parent_id: parent });
      },
    ],
    [
      /^POST \/channels\/(\d+)\/threads$/,
      'CreateForumThreadRequest',
      ([forum = ''], body) => {
        const channel = channels.get(forum);
        if (!channel) return no(404, 10003, 'Unknown Channel');
        if (channel.requireTag && !Array.isArray(body.applied_tags))
          return no(400, 40067, 'A tag is required');
        const message = accept('', Object(body.message), (id) => {
          channels.set(id, { id, type: 11, parent: forum, tags: [], requireTag: false });
          return id;
        });
        return ok({ id: message.id, type: 11, parent_id: forum, message: told(message) });
      },
    ],
    [
      /^POST \/channels\/(\d+)\/messages\/(\d+)\/crosspost$/,
      null,
      ([channel = '', id]) => {
        const message = messages.find((one) => one.id === id);
        if (channels.get(channel)?.type !== 5)
          return no(400, 50024, 'Cannot execute action on this channel type');
        if (!message) return no(404, 10008, 'Unknown Message');
        message.crossposted = true;
        return ok(told(message));
      },
    ],
    [
      /^GET \/guilds\/(\d+)\/threads\/active$/,
      null,
      () => {
        const threads = [...channels.values()].filter(({ type }) => type === 11);
        return ok({
          threads: threads.map(({ id, parent }) => ({ id, parent_id: parent, owner_id: ids.bot })),
          members: [],
        });
      },
    ],
    [
      /^POST \/interactions\/(\d+)\/([\w-]+)\/callback$/,
      null,
      ([, token = ''], body) => {
        const faulty = violations(callbackSchema(body), body);
        if (faulty.length > 0) {
          wrong.push(`answer of type ${body.type}: ${faulty.join('; ')}`);
          return no(400, 50035, 'Invalid Form Body');
        }
        const answer = answerOf(token);
        if (answer.first !== null) return no(400, 40060, 'Interaction has already been acknowledged.');
        answer.first = body;
        return { status: 204 };
      },
    ],
    [
      /^PATCH \/webhooks\/\d+\/([\w-]+)\/messages\/@original$/,
      'IncomingWebhookUpdateRequestPartial',
      ([token = ''], body) => {
        answerOf(token).edited = body;
        return ok({ id: snowflake() });
      },
    ],
    [
      /^DELETE \/webhooks\/\d+\/([\w-]+)\/messages\/@original$/,
      null,
      ([token = '']) => {
        answerOf(token).deleted = true;
        return { status: 204 };
      },
    ],
    [
      /^POST \/webhooks\/\d+\/([\w-]+)$/,
      'IncomingWebhookRequestPartial',
      ([token = ''], body) => {
        answerOf(token).followUps.push(body);
        return ok({ id: snowflake() });
      },
    ],
  ];

  function post(id: string, body: Json): Outcome {
    const closed = closedTo(id);
    if (closed) return closed;
    if (channels.get(id)?.type === 15) return no(400, 50008, 'Cannot send messages in a non-text channel');
    const nonce = `${id}/${body.nonce}`;
    const known = body.enforce_nonce === true ? nonces.get(nonce) : undefined;
    if (known && clock() - known.at < nonceFor) {
      return messages.includes(known.message) ? ok(told(known.message)) : no(404, 10008, 'Unknown Message');
    }
    const message = accept(id, body);
    if (body.nonce !== undefined) nonces.set(nonce, { message, at: clock() });
    return ok(told(message));
  }

  function accept(channel: string, body: Json, place?: (id: string) => string): SeenMessage {
    const id = snowflake();
    const message = { id, channel: place ? place(id) : channel, body, crossposted: false };
    messages.push(message);
    return message;
  }

  function closedTo(id: string): Outcome | null {
    if (forbidden.has(id)) return no(403, 50001, 'Missing Access');
    return channels.has(id) ? null : no(404, 10003, 'Unknown Channel');
  }

  function told({ id, channel, body }: SeenMessage): Json {
    const { nonce, enforce_nonce: _, ...rest } = body;
    return {
      id,
      channel_id: channel,
      author: { id: ids.bot, username: 'courant', bot: true },
      embeds: [],
      ...rest,
      ...(counterpart.noncesInHistory ? { nonce } : {}),
    };
  }

  function answerOf(token: string): InteractionAnswer {
    const known = answers.get(token);
    if (known) return known;
    const made = { first: null, edited: null, deleted: false, followUps: [] };
    answers.set(token, made);
    return made;
  }

  const counterpart: DiscordCounterpart = {
    apiUrl: `http://127.0.0.1:${port}/api`,
    port,
    faults,
    messages,
    channels,
    forbidden,
    calls,
    registered,
    answers,
    identified,
    guild,
    violations: wrong,
    noncesInHistory: false,
    dispatch(event, data) {
      for (const socket of sockets) send(socket, event, data);
    },
    interact(interaction) {
      const whole = interactionOf(interaction, snowflake());
      for (const socket of sockets) send(socket, 'INTERACTION_CREATE', whole);
      return String(whole.token);
    },
    hangUp(code) {
      for (const socket of sockets) socket.close(code);
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return counterpart;
}

/** An interaction with all that Discord sends along; what is given stands above it. */
export function interactionOf(interaction: Json, id = '910000000000000000'): Json {
  return {
    id,
    application_id: ids.application,
    token: `token-${id}`,
    version: 1,
    guild_id: ids.guild,
    channel: { id: ids.channel, type: 0 },
    channel_id: ids.channel,
    member: {
      user: { id: ids.user, username: 'ada', discriminator: '0', avatar: null },
      permissions: (1n << 4n).toString(),
      roles: [],
      joined_at: '2026-01-01T00:00:00.000Z',
      deaf: false,
      mute: false,
      flags: 0,
    },
    app_permissions: allowed,
    locale: 'uk',
    guild_locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: { '0': ids.guild },
    context: 0,
    attachment_size_limit: 10_000_000,
    ...interaction,
  };
}

/** The channel of somebody's direct messages. */
export function directMessagesWith(user: string): string {
  return `7${user.slice(1)}`;
}

/** Schema of an interaction's first answer, by its type. */
export function callbackSchema({ type }: Json): string {
  switch (type) {
    case 1:
      return 'PongInteractionCallbackRequest';
    case 6:
    case 7:
      return 'UpdateMessageInteractionCallbackRequest';
    case 8:
      return 'ApplicationCommandAutocompleteCallbackRequest';
    case 9:
      return 'ModalInteractionCallbackRequest';
    default:
      return 'CreateMessageInteractionCallbackRequest';
  }
}

/** Interactions carry their own token. */
function needsToken(path: string): boolean {
  return !/^\/(interactions|webhooks)\//.test(path);
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
