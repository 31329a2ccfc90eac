import type { InstallProvider } from '@slack/oauth';
import { lazily } from '../../src/domain/lazily.ts';
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
  return lazily(async () => {
    const { InstallProvider } = await import('@slack/oauth');
    return new InstallProvider({
      clientId: oauth.clientId,
      clientSecret: oauth.clientSecret,
      stateSecret: oauth.stateSecret,
      installationStore: installations,
      logger: boltLog(log),
      ...(config.apiUrl === null ? {} : { authorizationUrl: authorizationUrl(config.apiUrl) }),
      clientOptions: { slackApiUrl: `${apiUrlOf(config)}/`, retryConfig: { retries: 0 } },
    });
  }).get;
}

/** Another Slack's consent page stands beside its API: …/api -> …/oauth/v2/authorize. */
function authorizationUrl(apiUrl: string): string {
  return `${apiUrl.replace(/\/api\/?$/, '')}/oauth/v2/authorize`;
}
