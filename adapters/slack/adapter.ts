/** Slack as a PlatformAdapter: the real Bolt app for what people do, single undici calls for what we post. */
import { type AdapterDeps, type HttpEndpoint, usualPatience } from '../adapter-deps.ts';
import { createInFlight } from '../in-flight.ts';
import type { PlatformAdapter, PostingLimits } from '../platform-adapter.ts';
import { createAccess } from './access.ts';
import { createBoltApp } from './bolt-app.ts';
import { createSlackCaller } from './call.ts';
import { apiUrlOf, type SlackConfig } from './config.ts';
import { findOnSlack } from './find.ts';
import { endpointPaths, installPath, lateEndpoint, route } from './http.ts';
import { listen } from './listen.ts';
import { createPeople } from './people.ts';
import { postToSlack } from './post.ts';
import { watchReach } from './reach.ts';
import { renderSlack } from './render.ts';
import type { Socket } from './socket.ts';
import { tellOnSlack } from './tell.ts';

/** 1 a second and channel; "several hundred a minute" a workspace (docs.slack.dev/apis/web-api/rate-limits). */
const limits: PostingLimits = { perChannel: 1, perWorkspace: 4, overall: 200 };

export type SlackAdapter = PlatformAdapter & {
  /** Set where Slack calls our web server: events and commands, and OAuth's pages. */
  readonly endpoint: HttpEndpoint | null;
};

/**
 * Nothing is connected, and no Slack library loaded, before `start` (or the first post of an installed workspace).
 * `post` and `findPosted` work without `start`: any process may deliver.
 */
export function createSlackAdapter(config: SlackConfig, deps: AdapterDeps): SlackAdapter {
  const { log, clock, keyValues, patience = usualPatience } = deps;
  const stopping = new AbortController();
  const inFlight = createInFlight();
  const call = createSlackCaller({
    apiUrl: apiUrlOf(config),
    clock,
    signal: stopping.signal,
    timeout: patience.call,
  });
  const paths = endpointPaths(config);
  const endpoint = paths.length === 0 ? null : lateEndpoint(paths);
  const { tokens, installations, installer, check, tellInstalled } = createAccess(config, deps, call);
  const { tokenFor } = tokens;
  const people = createPeople({ call, tokenFor, keyValues, managers: config.managers, log });
  const postTools = { call, tokenFor, clientMessageId: config.clientMessageId ?? true };
  let socket: Socket | null = null;

  return {
    platform: 'slack',
    limits,
    endpoint,
    render: renderSlack,

    async start(handlers, commands) {
      await check();
      tellInstalled((workspace) =>
        handlers.reach({
          channel: { platform: 'slack', workspace, channel: null },
          reachable: true,
          reason: 'The app was installed.',
        }),
      );
      const { app, intake } = await createBoltApp(config, tokens, deps, patience.call);
      listen(app, handlers, commands, { call, people, log, inFlight });
      watchReach(app, handlers, { call, people, installations, keyValues, inFlight, log });
      const listener = 'requestListener' in intake ? intake.requestListener : null;
      endpoint?.open(route(listener, installer, config, log));
      if ('connect' in intake) {
        await intake.connect().catch(async (error: unknown) => {
          // Else it would connect by itself beside the one of the next start.
          await intake.disconnect(patience.stop);
          throw error;
        });
        socket = intake;
      }
    },

    post: (channel, payload, context) => inFlight.track(postToSlack(postTools, channel, payload, context)),
    findPosted: (channel, context) => inFlight.track(findOnSlack(postTools, channel, context)),

    tell: (workspace, user, message) =>
      inFlight.track(tokenFor(workspace).then((token) => tellOnSlack(call, token, user, message))),

    invitation: async () => (config.oauth && config.publicUrl ? `${config.publicUrl}${installPath}` : null),

    async stop() {
      endpoint?.close();
      await Promise.all([socket?.disconnect(patience.stop), inFlight.settled(patience.stop)]);
      stopping.abort();
    },
  };
}
