/** For `courant doctor`: are the tokens good, and may they do what is needed? */
import { request } from 'undici';
import { type Finding, fine, unreached, wrong } from '../check.ts';
import { connectionError } from '../transport-error.ts';
import { apiUrlOf, botScopes, type SlackConfig } from './config.ts';

const patience = 10_000;

/** Asks Slack; changes nothing. Never throws: what can't be found out is a finding. */
export async function checkSlack(config: SlackConfig): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  try {
    if (config.botToken !== null) findings.push(...(await checkBotToken(config, config.botToken)));
    if (config.appToken !== null) findings.push(await checkAppToken(config, config.appToken));
  } catch (error) {
    findings.push(unreached(error, apiUrlOf(config)));
  }
  if (config.oauth !== null) {
    findings.push(
      config.publicUrl
        ? fine(`Slack workspaces install at ${config.publicUrl}/slack/install.`)
        : wrong(
            'Slack workspaces can’t install: PUBLIC_URL is not set.',
            'Set PUBLIC_URL to the https address people reach this server by.',
          ),
      config.installationKey
        ? fine('Tokens of installed workspaces are encrypted.')
        : wrong(
            'Tokens of installed workspaces are kept unencrypted.',
            'Set INSTALLATION_KEY: openssl rand -hex 32.',
          ),
    );
  }
  return findings;
}

async function checkBotToken(config: SlackConfig, token: string): Promise<readonly Finding[]> {
  const answer = await ask(config, token, 'auth.test');
  if (typeof answer === 'string') {
    return [
      wrong(
        `Slack does not accept the bot token (${answer}).`,
        'Copy SLACK_BOT_TOKEN again from “OAuth & Permissions”.',
      ),
    ];
  }
  const missing = botScopes.filter((scope) => !answer.scopes.includes(scope));
  return [
    fine(`Slack accepts the bot token: ${answer.body.user} in the workspace ${answer.body.team}.`),
    // A Slack that doesn't tell the scopes is not ours to doubt.
    answer.scopes.length === 0 || missing.length === 0
      ? fine('The Slack app has the permissions it needs.')
      : wrong(
          `The Slack app lacks: ${missing.join(', ')}.`,
          'Paste slack-manifest.yaml into “App Manifest” and install the app again.',
        ),
  ];
}

async function checkAppToken(config: SlackConfig, token: string): Promise<Finding> {
  const answer = await ask(config, token, 'apps.connections.open');
  return typeof answer === 'string'
    ? wrong(
        `Slack does not accept the app token (${answer}).`,
        'Make SLACK_APP_TOKEN in “Basic Information” with connections:write, and switch Socket Mode on.',
      )
    : fine('Slack accepts the app token: Socket Mode works.');
}

type Answer = { readonly body: Readonly<Record<string, unknown>>; readonly scopes: readonly string[] };

/** The answer with the token's scopes, or Slack's word for a refusal. @throws CourantError where there is no answer */
async function ask(config: SlackConfig, token: string, method: string): Promise<Answer | string> {
  try {
    const { headers, body } = await request(`${apiUrlOf(config)}/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
      signal: AbortSignal.timeout(patience),
    });
    const answer = (await body.json()) as Readonly<Record<string, unknown>>;
    if (answer.ok !== true) return String(answer.error);
    const scopes = String(headers['x-oauth-scopes'] ?? '');
    return {
      body: answer,
      scopes: scopes
        .split(',')
        .map((scope) => scope.trim())
        .filter(Boolean),
    };
  } catch (error) {
    throw connectionError('Slack', error);
  }
}
