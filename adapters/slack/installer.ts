import type { InstallProvider } from '@slack/oauth';
import type { AdapterLog } from '../adapter-deps.ts';
import { boltLog } from './bolt-log.ts';
import { apiUrlOf, type SlackConfig, type SlackOAuth } from './config.ts';
import type { Installations } from './installations.ts';

/** Shows the install pages, reads installations and refreshes their tokens; loaded when first asked for. */
export function createInstaller(
  config: SlackConfig,
  oauth: SlackOAuth,
  installations: Installations,
  log: AdapterLog,
): () => Promise<InstallProvider> {
  let made: Promise<InstallProvider> | null = null;
  return () => {
    made ??= import('@slack/oauth').then(
      ({ InstallProvider }) =>
        new InstallProvider({
          clientId: oauth.clientId,
          clientSecret: oauth.clientSecret,
          stateSecret: oauth.stateSecret,
          installationStore: installations,
          logger: boltLog(log),
          ...(config.apiUrl === null ? {} : { authorizationUrl: authorizationUrl(config.apiUrl) }),
          clientOptions: { slackApiUrl: `${apiUrlOf(config)}/`, retryConfig: { retries: 0 } },
        }),
    );
    return made;
  };
}

/** Another Slack's consent page stands beside its API: …/api -> …/oauth/v2/authorize. */
function authorizationUrl(apiUrl: string): string {
  return `${apiUrl.replace(/\/api\/?$/, '')}/oauth/v2/authorize`;
}
