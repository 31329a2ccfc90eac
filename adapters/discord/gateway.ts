/** The connection to Discord's gateway: real discord.js, intents Guilds only. */

import type { APIInteraction } from 'discord.js';
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits } from 'discord.js';
import { CourantError } from '../../src/domain/errors.ts';
import type { AdapterLog } from '../adapter-deps.ts';
import type { Handlers } from '../platform-adapter.ts';
import { connectionError } from '../transport-error.ts';
import { boundedCaches } from './caches.ts';
import { type DiscordConfig, restOptionsOf } from './config.ts';
import { watchReach } from './reach.ts';

/** Close codes after which Discord wants no more of us (discord.com/developers/docs/topics/opcodes-and-status-codes#gateway). */
const fatal: Readonly<Record<number, string>> = {
  4004: 'the token is wrong',
  4010: 'the shard is wrong',
  4011: 'this process needs sharding: set DISCORD_SHARDS',
  4012: 'the gateway version is gone',
  4013: 'an intent is wrong',
  4014: 'an intent is not allowed',
};

export type Gateway = { close(): Promise<void> };

/** Resolves when the client is ready. @throws CourantError `refused` for a bad token, `not-sent` where Discord can't be reached */
export async function openGateway(options: {
  readonly config: DiscordConfig;
  readonly handlers: Handlers;
  readonly log: AdapterLog;
  interaction(interaction: APIInteraction): void;
}): Promise<Gateway> {
  const { config, handlers, log } = options;
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: restOptionsOf(config),
    makeCache: boundedCaches(() => client.user?.id),
    ...(config.shard === null
      ? { shards: 'auto' }
      : { shards: config.shard.index, shardCount: config.shard.count }),
  });
  client.on(Events.Error, (error) => log.error({ err: error }, 'Discord’s client had a fault'));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ err: error, shard }, 'the connection to Discord broke'),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.error(
      { code, shard, because: fatal[code] },
      'Discord closed the connection for good: commands are not heard',
    );
  });
  client.on(Events.Invalidated, () => log.error({}, 'Discord ended our session: commands are not heard'));
  watchReach(client, handlers, log);
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    options.interaction(interaction);
  });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const broken = new Promise<never>((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => reject(closedForGood(code)));
  });
  broken.catch(() => {});
  try {
    await client.login(config.token).catch((error: unknown) => {
      throw explain(error);
    });
    await Promise.race([ready, broken]);
  } catch (error) {
    await client.destroy();
    throw error;
  }
  return { close: () => client.destroy() };
}

function closedForGood(code: number): CourantError {
  return new CourantError('refused', `Discord closed the connection: ${fatal[code] ?? `code ${code}`}.`, {
    scope: 'platform',
    reason: String(code),
    mend: 'See the Bot page of your application.',
  });
}

function explain(error: unknown): CourantError {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'TokenInvalid') {
    return new CourantError('refused', 'Discord does not accept the bot’s token.', {
      scope: 'platform',
      reason: '401',
      mend: 'Copy DISCORD_TOKEN again from the Bot page.',
    });
  }
  return connectionError('Discord', error);
}
