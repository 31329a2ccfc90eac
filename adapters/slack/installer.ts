import type { InstallProvider } from '@slack/oauth';
import type { AdapterLog } from '../adapter-deps.ts';
import { boltLog } from './bolt-log.ts';
import { apiUrlOf, type SlackConfig, type SlackOAuth } from './config.ts';
import type { Installations } from './installations.ts';

/** Reads installations and refreshes their tokens; loaded when first asked for. */
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
          clientOptions: { slackApiUrl: `${apiUrlOf(config)}/`, retryConfig: { retries: 0 } },
        }),
    );
    return made;
  };
}
