/** For `courant doctor`: is the token good, and does the application listen as it is set up here? */
import { request } from 'undici';
import { type Finding, fine, unreached, wrong } from '../check.ts';
import { connectionError } from '../transport-error.ts';
import { apiUrlOf, type DiscordConfig } from './config.ts';
import { discordInviteUrl } from './invite.ts';

const patience = 10_000;

/** Asks Discord; changes nothing. Never throws: what can't be found out is a finding. */
export async function checkDiscord(config: DiscordConfig): Promise<readonly Finding[]> {
  try {
    return await findingsOf(config);
  } catch (error) {
    return [unreached(error, apiUrlOf(config))];
  }
}

async function findingsOf(config: DiscordConfig): Promise<readonly Finding[]> {
  const [me, application, guilds] = await Promise.all([
    ask(config, '/users/@me'),
    ask(config, '/applications/@me'),
    ask(config, '/users/@me/guilds'),
  ]);
  if (typeof me === 'string') {
    return [
      wrong(`Discord does not accept the bot token (${me}).`, 'Copy DISCORD_TOKEN again from the Bot page.'),
    ];
  }
  const findings = [fine(`Discord accepts the bot token: ${me.username}.`)];
  if (typeof application !== 'string') findings.push(...checkApplication(config, application));
  if (Array.isArray(guilds)) {
    const id = config.applicationId ?? (typeof application === 'string' ? '' : String(application.id));
    findings.push(
      guilds.length > 0
        ? fine(`The bot is in ${guilds.length === 1 ? 'one server' : `${guilds.length} servers`}.`)
        : wrong('The bot is in no server yet.', `Add it: ${discordInviteUrl(id)}`),
    );
  }
  return findings;
}

function checkApplication(config: DiscordConfig, application: Answer): readonly Finding[] {
  const findings: Finding[] = [];
  if (config.applicationId !== null && application.id !== config.applicationId) {
    findings.push(
      wrong(
        'DISCORD_APPLICATION_ID is not the application of this token.',
        'Leave it empty, or copy it from “General Information”.',
      ),
    );
  }
  const address = application.interactions_endpoint_url;
  if (config.mode === 'gateway' && typeof address === 'string' && address !== '') {
    findings.push(
      wrong(
        `Discord sends commands to ${address}, not over the gateway.`,
        'Empty “Interactions Endpoint URL” on the General Information page, or set DISCORD_MODE=http.',
      ),
    );
  }
  if (config.mode === 'http') {
    findings.push(
      typeof address === 'string' && address !== ''
        ? fine(`Discord sends commands to ${address}.`)
        : wrong(
            'Discord does not know where to send commands.',
            'Enter PUBLIC_URL/discord/interactions as “Interactions Endpoint URL” on the General Information page, while this server runs.',
          ),
    );
    if (application.verify_key && application.verify_key !== config.publicKey) {
      findings.push(
        wrong(
          'DISCORD_PUBLIC_KEY is not that of this application.',
          'Copy it again from “General Information”.',
        ),
      );
    }
  }
  return findings;
}

type Answer = Readonly<Record<string, unknown>>;

/** The answer, or Discord's words for a refusal. @throws CourantError where there is no answer */
async function ask(config: DiscordConfig, path: string): Promise<Answer | string> {
  try {
    const { statusCode, body } = await request(`${apiUrlOf(config)}/v10${path}`, {
      headers: { authorization: `Bot ${config.token}` },
      signal: AbortSignal.timeout(patience),
    });
    const answer = (await body.json()) as Answer;
    return statusCode < 400 ? answer : String(answer.message ?? statusCode);
  } catch (error) {
    throw connectionError('Discord', error);
  }
}
