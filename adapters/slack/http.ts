/** Slack over HTTP: paths on our own web server, answered by Bolt's HTTPReceiver. */
import type { RequestListener } from 'node:http';
import type { HTTPReceiver, HTTPReceiverOptions, Logger } from '@slack/bolt';
import type { HttpEndpoint } from '../adapter-deps.ts';
import { botScopes, type SlackConfig } from './config.ts';
import type { Installations } from './installations.ts';

const events = '/slack/events';
const install = '/slack/install';
const redirect = '/slack/oauth_redirect';

export function endpointPaths({ oauth }: SlackConfig): readonly string[] {
  return oauth === null ? [events] : [events, install, redirect];
}

/** There from the start; says 503 until the adapter listens and after it has stopped, so that Slack tries again. */
export type LateEndpoint = HttpEndpoint & {
  open(listener: RequestListener): void;
  close(): void;
};

export function lateEndpoint(paths: readonly string[]): LateEndpoint {
  let listener: RequestListener | null = null;
  return {
    paths,
    handle(request, response) {
      if (listener === null) {
        response.writeHead(503, { 'retry-after': '5' }).end();
        return;
      }
      listener(request, response);
    },
    open(next) {
      listener = next;
    },
    close() {
      listener = null;
    },
  };
}

export function httpReceiver(
  Receiver: typeof HTTPReceiver,
  config: SlackConfig,
  tools: {
    readonly logger: Logger;
    readonly installations: Installations | null;
    readonly clientOptions: NonNullable<HTTPReceiverOptions['installerOptions']>['clientOptions'];
  },
): HTTPReceiver {
  const { oauth } = config;
  return new Receiver({
    signingSecret: config.signingSecret ?? '',
    endpoints: events,
    logger: tools.logger,
    ...(oauth === null || tools.installations === null
      ? {}
      : {
          clientId: oauth.clientId,
          clientSecret: oauth.clientSecret,
          stateSecret: oauth.stateSecret,
          installationStore: tools.installations,
          scopes: [...botScopes],
          ...(config.publicUrl ? { redirectUri: `${config.publicUrl}${redirect}` } : {}),
          installerOptions: {
            installPath: install,
            redirectUriPath: redirect,
            ...(tools.clientOptions === undefined ? {} : { clientOptions: tools.clientOptions }),
            ...(config.apiUrl === null ? {} : { authorizationUrl: authorizationUrl(config.apiUrl) }),
          },
        }),
  });
}

/** Another Slack's consent page stands beside its API: …/api -> …/oauth/v2/authorize. */
function authorizationUrl(apiUrl: string): string {
  return `${apiUrl.replace(/\/api\/?$/, '')}/oauth/v2/authorize`;
}
