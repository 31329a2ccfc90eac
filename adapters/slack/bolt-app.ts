/** The real Bolt app with its receiver: Socket Mode, or our own web server. */
import type {
  App,
  HTTPReceiver,
  ReceiverProcessEventErrorHandlerArgs,
  SocketModeReceiver,
} from '@slack/bolt';
import type { CourantError } from '../../src/domain/errors.ts';
import type { AdapterDeps } from '../adapter-deps.ts';
import { createOnlyOnce } from '../only-once.ts';
import { connectionError } from '../transport-error.ts';
import { boltLog } from './bolt-log.ts';
import { apiUrlOf, type SlackConfig } from './config.ts';
import { slackError } from './errors.ts';
import { eventsPath } from './http.ts';
import { keepConnected, type Socket } from './socket.ts';
import type { Tokens } from './tokens.ts';

export type BoltApp = {
  readonly app: App;
  /** How requests come in: a listener for our web server, or a connection to be opened. */
  readonly intake: Pick<HTTPReceiver, 'requestListener'> | Socket;
};

/** Loads Bolt; connects nothing. */
export async function createBoltApp(
  config: SlackConfig,
  tokens: Tokens,
  deps: AdapterDeps,
  timeout: number,
): Promise<BoltApp> {
  const { log } = deps;
  const bolt = await import('@slack/bolt');
  const logger = boltLog(log);
  const clientOptions = { slackApiUrl: `${apiUrlOf(config)}/`, retryConfig: { retries: 0 }, timeout };
  const receiver: HTTPReceiver | SocketModeReceiver =
    config.appToken === null
      ? new bolt.HTTPReceiver({
          signingSecret: config.signingSecret ?? '',
          endpoints: eventsPath,
          logger,
          customPropertiesExtractor: ({ headers }) => ({ signature: headers['x-slack-signature'] }),
          processEventErrorHandler: async (failure) =>
            failure.error instanceof SentAgain
              ? turnedAway(failure)
              : bolt.HTTPModuleFunctions.defaultProcessEventErrorHandler(failure),
        })
      : new bolt.SocketModeReceiver({
          appToken: config.appToken,
          logger,
          autoReconnectEnabled: false,
          installerOptions: { clientOptions },
        });
  const app = new bolt.App({
    receiver,
    logger,
    clientOptions,
    authorize: (source) => tokens.authorize(source),
    convoStore: false,
  });
  app.error(async (error) => {
    if (error.original instanceof SentAgain) throw error.original;
    log.error({ err: error }, 'Something on Slack was not answered');
  });
  if ('requestListener' in receiver) {
    const isFirst = createOnlyOnce(deps, 'slack-requests');
    // Bolt has checked signature and age by now.
    app.use(async ({ context, next }) => {
      if (!(await isFirst(String(context.signature)))) throw new SentAgain('a request was sent again');
      await next();
    });
    return { app, intake: receiver };
  }
  return { app, intake: keepConnected({ client: receiver.client, explain, log }) };
}

/** Somebody kept a signed request and sends it again. */
class SentAgain extends Error {}

async function turnedAway({ response }: ReceiverProcessEventErrorHandlerArgs): Promise<boolean> {
  response.writeHead(401).end();
  return true;
}

/** Slack's own word for why there is no socket, else that it can't be reached. */
function explain(error: unknown): CourantError {
  const data = error instanceof Error && 'data' in error ? error.data : null;
  if (typeof data === 'object' && data !== null && 'error' in data && typeof data.error === 'string') {
    return slackError(data.error, 'apps.connections.open', Date.now());
  }
  return connectionError('Slack', error);
}
