/** Which token speaks for a workspace: the one its installation holds, fresh, or the one configured. */
import type { AuthorizeResult, InstallationQuery, InstallProvider } from '@slack/oauth';
import { CourantError, isCourantError } from '../../src/domain/errors.ts';
import type { Installations } from './installations.ts';

export type Tokens = {
  /** @throws CourantError `refused`, scope `workspace`, where the app is not installed */
  tokenFor(workspace: string): Promise<string>;
  /** Bolt asks this before each event, command or action. */
  authorize(source: InstallationQuery<boolean>): Promise<AuthorizeResult>;
};

/** Who we are in the one workspace of a configured token. */
export type Identity = {
  readonly team: string;
  readonly botUserId: string | null;
  readonly botId: string | null;
};

/** One workspace, one token. `identity` asks Slack once. */
export function configuredToken(token: string, identity: () => Promise<Identity>): Tokens {
  return {
    tokenFor: async () => token,
    async authorize() {
      const { team, botUserId, botId } = await identity();
      return {
        botToken: token,
        teamId: team,
        ...(botUserId === null ? {} : { botUserId }),
        ...(botId === null ? {} : { botId }),
      };
    },
  };
}

/**
 * Many workspaces. `InstallProvider.authorize` refreshes a rotating token that ends within two hours; a refresh
 * token works once, so calls for one workspace wait for each other (in this process: two processes that serve the
 * same workspace with rotation on may still meet).
 */
export function installedTokens(
  installer: () => Promise<InstallProvider>,
  installations: Installations,
): Tokens {
  const inLane = lanes();
  return {
    authorize(source) {
      const { teamId, enterpriseId, isEnterpriseInstall } = source;
      return inLane(teamId ?? enterpriseId ?? '', async () => {
        if (isEnterpriseInstall && teamId && enterpriseId) {
          await installations.rememberOrganisation(teamId, enterpriseId);
        }
        if ((await installations.find(source)) === null) throw notInstalled();
        return (await installer()).authorize(source);
      });
    },
    tokenFor(workspace) {
      return inLane(workspace, async () => {
        const query = { teamId: workspace, enterpriseId: undefined, isEnterpriseInstall: false } as const;
        if ((await installations.find(query)) === null) throw notInstalled();
        const { botToken } = await (await installer()).authorize(query);
        if (botToken) return botToken;
        throw new CourantError('refused', 'The installation has no bot token.', {
          scope: 'workspace',
          reason: 'no_bot_token',
        });
      });
    },
  };
}

/** Installed workspaces first; the configured token speaks for the one it belongs to. */
export function firstOf(installed: Tokens, configured: Tokens, home: () => Promise<Identity>): Tokens {
  async function orConfigured<T>(
    workspace: string | undefined,
    ask: (tokens: Tokens) => Promise<T>,
  ): Promise<T> {
    try {
      return await ask(installed);
    } catch (error) {
      const missing = isCourantError(error, 'refused') && error.reason === 'not_installed';
      if (missing && (await home()).team === workspace) return ask(configured);
      throw error;
    }
  }
  return {
    tokenFor: (workspace) => orConfigured(workspace, (tokens) => tokens.tokenFor(workspace)),
    authorize: (source) => orConfigured(source.teamId, (tokens) => tokens.authorize(source)),
  };
}

function notInstalled(): CourantError {
  return new CourantError('refused', 'The app is not installed in this Slack workspace.', {
    scope: 'workspace',
    reason: 'not_installed',
    mend: 'Install it again.',
  });
}

/** Work of one key runs one after the other. */
function lanes(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    const clear = () => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(clear, clear);
    return mine;
  };
}
