/** All that concerns who we are on Slack: tokens, installations, the install pages. */
import type { InstallProvider } from '@slack/oauth';
import { CourantError } from '../../src/domain/errors.ts';
import { lazily } from '../../src/domain/lazily.ts';
import type { AdapterDeps } from '../adapter-deps.ts';
import type { SlackCaller } from './call.ts';
import type { SlackConfig } from './config.ts';
import { slackError } from './errors.ts';
import { createInstallations, type Installations } from './installations.ts';
import { createInstaller } from './installer.ts';
import { configuredToken, firstOf, type Identity, installedTokens, type Tokens } from './tokens.ts';

export type Access = {
  readonly tokens: Tokens;
  /** Null where workspaces can't install by OAuth. */
  readonly installations: Installations | null;
  readonly installer: (() => Promise<InstallProvider>) | null;
  /** Asks Slack whether the configured token is good. @throws CourantError `refused` */
  check(): Promise<void>;
  /** Who is told of each workspace that installs the app from now on. */
  tellInstalled(listener: (workspace: string) => Promise<void>): void;
};

export function createAccess(config: SlackConfig, deps: AdapterDeps, call: SlackCaller): Access {
  const { oauth, botToken } = config;
  const { log, clock, keyValues } = deps;
  const { get: identity } = lazily(() => askIdentity(call, botToken ?? '', clock()));
  const configured = botToken === null ? null : configuredToken(botToken, identity);
  const check = async () => {
    if (configured !== null) await identity();
  };
  if (oauth === null) {
    if (configured === null) throw incomplete();
    return { tokens: configured, installations: null, installer: null, check, tellInstalled: () => {} };
  }
  let listener: (workspace: string) => Promise<void> = async () => {};
  const installations = createInstallations({
    keyValues,
    encryptionKey: config.installationKey ?? null,
    clock,
    installed: async ({ team }) => {
      if (team) await listener(team.id);
    },
  });
  if (!config.installationKey) {
    log.warn({}, 'Slack tokens of installed workspaces are kept unencrypted: set INSTALLATION_KEY');
  }
  const installer = createInstaller(config, oauth, installations, log);
  const installed = installedTokens(installer, installations);
  return {
    tokens: configured === null ? installed : firstOf(installed, configured, identity),
    installations,
    installer,
    check,
    tellInstalled(next) {
      listener = next;
    },
  };
}

async function askIdentity(call: SlackCaller, token: string, now: number): Promise<Identity> {
  const { team_id, user_id, bot_id } = await call(token, 'auth.test', {});
  if (typeof team_id !== 'string') throw slackError('invalid_auth', 'auth.test', now);
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return { team: team_id, botUserId: text(user_id), botId: text(bot_id) };
}

function incomplete(): CourantError {
  return new CourantError(
    'invalid',
    'Slack needs a bot token, or a client id and secret to install by OAuth.',
    {
      mend: 'See .env.example.',
    },
  );
}
