/** Slack over HTTP: paths on our own web server, answered by Bolt's HTTPReceiver and, to install, by its InstallProvider. */
import type { RequestListener } from 'node:http';
import type { InstallProvider } from '@slack/oauth';
import type { AdapterLog, HttpEndpoint } from '../adapter-deps.ts';
import { botScopes, type SlackConfig } from './config.ts';

export const eventsPath = '/slack/events';
export const installPath = '/slack/install';
const redirectPath = '/slack/oauth_redirect';

/** In Socket Mode only the install pages need a web server. */
export function endpointPaths({ oauth, appToken }: SlackConfig): readonly string[] {
  return [...(appToken === null ? [eventsPath] : []), ...(oauth === null ? [] : [installPath, redirectPath])];
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

/** Sends the two pages of OAuth to the installer, all else to Bolt. */
export function route(
  bolt: RequestListener | null,
  installer: (() => Promise<InstallProvider>) | null,
  { publicUrl }: SlackConfig,
  log: AdapterLog,
): RequestListener {
  if (installer === null) return answering(bolt);
  const wanted = {
    scopes: [...botScopes],
    ...(publicUrl ? { redirectUri: `${publicUrl}${redirectPath}` } : {}),
  };
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = installPages[pathname];
    if (page === undefined || request.method !== 'GET') return answering(bolt)(request, response);
    installer()
      .then((provider) => page(provider, request, response, wanted))
      .catch((error: unknown) => {
        log.error({ err: error }, 'Slack’s install page broke');
        if (!response.headersSent) response.writeHead(500).end();
      });
  };
}

type Page = (
  provider: InstallProvider,
  request: Parameters<InstallProvider['handleCallback']>[0],
  response: Parameters<InstallProvider['handleCallback']>[1],
  wanted: Parameters<InstallProvider['handleInstallPath']>[3],
) => Promise<void>;

const installPages: Readonly<Record<string, Page>> = {
  [installPath]: (provider, request, response, wanted) =>
    provider.handleInstallPath(request, response, {}, wanted),
  [redirectPath]: (provider, request, response) => provider.handleCallback(request, response, {}),
};

/** Bolt throws for what it does not serve: a GET of the events path. */
function answering(bolt: RequestListener | null): RequestListener {
  return (request, response) => {
    try {
      if (bolt === null) throw new Error('nothing is served here');
      bolt(request, response);
    } catch {
      if (!response.headersSent) response.writeHead(404).end();
    }
  };
}
