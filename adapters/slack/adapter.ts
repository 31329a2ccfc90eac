/** Slack as a PlatformAdapter: the real Bolt app for what people do, single undici calls for what we post. */
import type { HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { CourantError } from '../../src/domain/errors.ts';
import { type AdapterDeps, type HttpEndpoint, usualPatience } from '../adapter-deps.ts';
import { createInFlight } from '../in-flight.ts';
import type { PlatformAdapter, PostingLimits } from '../platform-adapter.ts';
import { connectionError } from '../transport-error.ts';
import { boltLog } from './bolt-log.ts';
import { createSlackCaller } from './call.ts';
import { apiUrlOf, type SlackConfig } from './config.ts';
import { slackError } from './errors.ts';
import { endpointPaths, httpReceiver, lateEndpoint } from './http.ts';
import { createInstallations, type Installations } from './installations.ts';
import { createInstaller } from './installer.ts';
import { listen } from './listen.ts';
import { createPeople } from './people.ts';
import { findOnSlack, postToSlack } from './post.ts';
import { watchReach } from './reach.ts';
import { renderSlack } from './render.ts';
import { keepConnected, type Socket } from './socket.ts';
import { configuredToken, installedTokens, type OwnIdentity, type Tokens } from './tokens.ts';

/** 1 a second and channel; "several hundred a minute" a workspace (docs.slack.dev/apis/web-api/rate-limits). */
const limits: PostingLimits = { perChannel: 1, perWorkspace: 4, overall: 200 };

export type SlackAdapter = PlatformAdapter & {
  /** Set where Slack calls our web server: events, commands, and OAuth pages. */
  readonly endpoint: HttpEndpoint | null;
};

/**
 * Nothing is connected, and no Slack library loaded, before `start` (or the first post of an installed workspace).
 * `post` and `findPosted` work without `start`.
 */
export function createSlackAdapter(config: SlackConfig, deps: AdapterDeps): SlackAdapter {
  const { log, clock, keyValues } = deps;
  const patience = deps.patience ?? usualPatience;
  const stopping = new AbortController();
  const inFlight = createInFlight();
  const call = createSlackCaller({
    apiUrl: apiUrlOf(config),
    clock,
    signal: stopping.signal,
    timeout: patience.call,
  });
  const endpoint =
    config.signingSecret === null || config.appToken !== null ? null : lateEndpoint(endpointPaths(config));

  let announce: (workspace: string) => Promise<void> = async () => {};
  const { oauth, botToken } = config;
  const installations: Installations | null =
    oauth === null
      ? null
      : createInstallations({
          keyValues,
          encryptionKey: config.installationKey ?? null,
          clock,
          installed: async ({ team }) => {
            if (team) await announce(team.id);
          },
        });
  let identity: Promise<OwnIdentity> | null = null;
  const whoAmI = (token: string): Promise<OwnIdentity> => {
    identity ??= askIdentity(token).catch((error: unknown) => {
      identity = null;
      throw error;
    });
    return identity;
  };
  const tokens: Tokens = chooseTokens();
  const people = createPeople({ call, tokenFor: tokens.tokenFor, keyValues, managers: config.managers, log });
  const postTools = { call, tokenFor: tokens.tokenFor, clientMessageId: config.clientMessageId ?? true };
  let socket: Socket | null = null;

  function chooseTokens(): Tokens {
    if (oauth !== null && installations !== null) {
      return installedTokens(createInstaller(config, oauth, installations, log), installations);
    }
    if (botToken !== null) return configuredToken(botToken, () => whoAmI(botToken));
    throw new CourantError(
      'invalid',
      'Slack needs a bot token, or a client id and secret to install by OAuth.',
      {
        mend: 'See .env.example.',
      },
    );
  }

  async function askIdentity(token: string): Promise<OwnIdentity> {
    const { team_id, user_id, bot_id } = await call(token, 'auth.test', {});
    if (typeof team_id !== 'string') throw slackError('invalid_auth', 'auth.test', clock());
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return { team: team_id, botUserId: text(user_id), botId: text(bot_id) };
  }

  return {
    platform: 'slack',
    limits,
    endpoint,
    render: renderSlack,

    async start(handlers, commands) {
      if (oauth === null && botToken !== null) await whoAmI(botToken);
      announce = (workspace) =>
        handlers.reach({
          channel: { platform: 'slack', workspace, channel: null },
          reachable: true,
          reason: 'The app was installed.',
        });
      if (oauth !== null && !config.installationKey) {
        log.warn({}, 'Slack tokens of installed workspaces are kept unencrypted: set INSTALLATION_KEY');
      }
      const bolt = await import('@slack/bolt');
      const logger = boltLog(log);
      const clientOptions = {
        slackApiUrl: `${apiUrlOf(config)}/`,
        retryConfig: { retries: 0 },
        timeout: patience.call,
      };
      const receiver = receiverFor(bolt);
      const app = new bolt.App({
        receiver,
        logger,
        clientOptions,
        authorize: (source) => tokens.authorize(source),
        convoStore: false,
      });
      app.error(async (error) => log.error({ err: error }, 'Something on Slack was not answered'));
      listen(app, handlers, commands, { call, people, log, inFlight });
      watchReach(app, handlers, { call, people, installations, keyValues, inFlight, log });
      await open(receiver);

      function receiverFor({
        HTTPReceiver,
        SocketModeReceiver,
      }: typeof bolt): HTTPReceiver | SocketModeReceiver {
        if (config.appToken !== null) {
          return new SocketModeReceiver({
            appToken: config.appToken,
            logger,
            autoReconnectEnabled: false,
            installerOptions: { clientOptions },
          });
        }
        return httpReceiver(HTTPReceiver, config, { logger, installations, clientOptions });
      }
    },

    post: (channel, payload, context) => inFlight.track(postToSlack(postTools, channel, payload, context)),
    findPosted: (channel, context) => inFlight.track(findOnSlack(postTools, channel, context)),

    async stop() {
      endpoint?.close();
      await Promise.all([socket?.disconnect(patience.stop), inFlight.settled(patience.stop)]);
      stopping.abort();
    },
  };

  async function open(receiver: HTTPReceiver | SocketModeReceiver): Promise<void> {
    if ('requestListener' in receiver) {
      endpoint?.open(receiver.requestListener);
      return;
    }
    socket = keepConnected({ client: receiver.client, explain: explainStart, log });
    await socket.connect();
  }

  function explainStart(error: unknown): CourantError {
    const data = error instanceof Error && 'data' in error ? error.data : null;
    if (typeof data === 'object' && data !== null && 'error' in data && typeof data.error === 'string') {
      return slackError(data.error, 'apps.connections.open', clock());
    }
    return connectionError('Slack', error);
  }
}
