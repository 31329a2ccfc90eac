/** Discord as a PlatformAdapter: the real discord.js client for what people do, single undici calls for what we post. */
import { CourantError } from '../../src/domain/errors.ts';
import { lazily } from '../../src/domain/lazily.ts';
import { type AdapterDeps, type HttpEndpoint, usualPatience } from '../adapter-deps.ts';
import { createInFlight, within } from '../in-flight.ts';
import type { PlatformAdapter, PostingLimits } from '../platform-adapter.ts';
import { createDiscordCaller } from './call.ts';
import { type DiscordConfig, usualRequestsPerSecond } from './config.ts';
import { findOnDiscord } from './find.ts';
import type { Gateway } from './gateway.ts';
import { interactionsEndpoint } from './http.ts';
import { discordInviteUrl } from './invite.ts';
import { postToDiscord } from './post.ts';
import { renderDiscord } from './render.ts';
import { tellOnDiscord } from './tell.ts';

/**
 * 5 in 5 seconds a channel, as seen; so many a second for one bot (discord.com/developers/docs/topics/rate-limits), of
 * which a fifth is left for what people ask.
 */
function limitsOf({ requestsPerSecond = usualRequestsPerSecond }: DiscordConfig): PostingLimits {
  const overall = requestsPerSecond * 0.8;
  return { perChannel: 1, perWorkspace: overall, overall };
}

export type DiscordAdapter = PlatformAdapter & {
  /** Set in mode `http`: where Discord calls our web server. */
  readonly endpoint: HttpEndpoint | null;
};

/**
 * Nothing is connected, and discord.js not loaded, before `start`.
 * `post` and `findPosted` work without `start`: any process may deliver.
 */
export function createDiscordAdapter(config: DiscordConfig, deps: AdapterDeps): DiscordAdapter {
  const { log, clock, keyValues } = deps;
  const patience = deps.patience ?? usualPatience;
  const stopping = new AbortController();
  const inFlight = createInFlight();
  const endpoint = config.mode === 'http' ? interactionsEndpoint(publicKeyOf(config), deps) : null;
  const { get: live } = lazily(() => import('./live.ts'));
  const calling = {
    config,
    clock,
    signal: stopping.signal,
    timeout: patience.call,
    warn: (fields: object, message: string) => log.warn(fields, message),
  };
  const call = createDiscordCaller(calling);
  const { get: answerer } = lazily(async () => (await live()).createPatientDiscordCaller(calling));
  const { get: ownId } = lazily(async () => {
    const { id } = await call<{ readonly id: string }>('get', '/users/@me');
    return id;
  });
  const { get: applicationId } = lazily(async () => {
    if (config.applicationId !== null) return config.applicationId;
    const { id } = await (await answerer())<{ readonly id: string }>('get', '/applications/@me');
    return id;
  });
  let gateway: Gateway | null = null;

  return {
    platform: 'discord',
    limits: limitsOf(config),
    endpoint,
    render: renderDiscord,

    async start(handlers, commands) {
      const [{ createListener, createPlaces, openGateway, registerCommands, restAnswer }, answer] =
        await Promise.all([live(), answerer()]);
      await registerCommands({ call: answer, keyValues, log }, await applicationId(), commands);
      const listener = createListener(handlers, commands, {
        call: answer,
        log,
        inFlight,
        placeOf: createPlaces(answer, keyValues),
      });
      if (endpoint !== null) {
        endpoint.open(listener);
        return;
      }
      gateway = await openGateway({
        config,
        handlers,
        log,
        interaction: (interaction) => void listener(interaction, restAnswer(answer, interaction)),
      });
    },

    post: (channel, payload, context) =>
      inFlight.track(postToDiscord({ call, log }, channel, payload, context)),
    findPosted: (channel, context) => inFlight.track(findOnDiscord({ call, ownId }, channel, context)),

    tell: (_workspace, user, message) => inFlight.track(tellOnDiscord(call, user, message)),

    invitation: async () => discordInviteUrl(await applicationId()),

    async stop() {
      endpoint?.close();
      const closed = gateway === null ? Promise.resolve() : within(patience.stop, gateway.close(), undefined);
      await Promise.all([closed, inFlight.settled(patience.stop)]);
      stopping.abort();
    },
  };
}

function publicKeyOf({ publicKey }: DiscordConfig): string {
  if (publicKey !== null) return publicKey;
  throw new CourantError('invalid', 'Discord over HTTP needs the application’s public key.', {
    mend: 'Set DISCORD_PUBLIC_KEY: it is on the General Information page.',
  });
}
