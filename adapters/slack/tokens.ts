/** Which token speaks for a workspace: the one configured, or the one its installation holds, fresh. */
import type { AuthorizeResult, InstallationQuery, InstallProvider } from '@slack/oauth';
import { CourantError } from '../../src/domain/errors.ts';
import type { Installations } from './installations.ts';

/** Who we are in the one workspace of a configured token. */
export type OwnIdentity = {
  readonly team: string;
  readonly botUserId: string | null;
  readonly botId: string | null;
};

export type Tokens = {
  tokenFor(workspace: string): Promise<string>;
  /** Bolt asks this before each event, command or action. */
  authorize(source: InstallationQuery<boolean>): Promise<AuthorizeResult>;
};

/** One workspace, one token. */
export function configuredToken(token: string, identity: () => Promise<OwnIdentity>): Tokens {
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
  const lanes = new Map<string, Promise<unknown>>();

  function inLane<T>(team: string, work: () => Promise<T>): Promise<T> {
    const mine = (lanes.get(team) ?? Promise.resolve()).then(work, work);
    lanes.set(team, mine);
    const clear = () => {
      if (lanes.get(team) === mine) lanes.delete(team);
    };
    mine.then(clear, clear);
    return mine;
  }

  return {
    authorize(source) {
      const { teamId, enterpriseId, isEnterpriseInstall } = source;
      return inLane(enterpriseId ?? teamId ?? '', async () => {
        if (isEnterpriseInstall && teamId && enterpriseId) {
          await installations.rememberOrganisation(teamId, enterpriseId);
        }
        return (await installer()).authorize(source);
      });
    },
    tokenFor(workspace) {
      return inLane(workspace, async () => {
        const query = { teamId: workspace, enterpriseId: undefined, isEnterpriseInstall: false } as const;
        if ((await installations.find(query)) === null) {
          throw new CourantError('refused', 'The app is not installed in this Slack workspace.', {
            scope: 'workspace',
            reason: 'not_installed',
            mend: 'Install it again.',
          });
        }
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
