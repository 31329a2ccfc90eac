import { readFileSync } from 'node:fs';
import { type Environment, environment } from './config/environment.ts';
import { withSecretFiles } from './config/secret-files.ts';
import { CourantError } from './domain/errors.ts';

type SlackSettings = {
  readonly botToken: string | null;
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  readonly oauth: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly stateSecret: string;
  } | null;
  readonly managers: readonly string[];
  readonly apiUrl: string | null;
};

type DiscordSettings = {
  readonly token: string;
  readonly applicationId: string | null;
  readonly publicKey: string | null;
  readonly mode: 'gateway' | 'http';
  /** Which shard of how many this process serves; null lets Discord say. */
  readonly shard: { readonly index: number; readonly count: number } | null;
  readonly apiUrl: string | null;
  /** What Discord grants the whole bot. */
  readonly requestsPerSecond: number;
};

export type Config = {
  readonly database: string;
  readonly slack: SlackSettings | null;
  readonly discord: DiscordSettings | null;
  readonly web: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string | null;
    /** Slugs of topics whose digests everybody may read who reaches the server; "all" is the digest of everything. */
    readonly publicTopics: readonly string[];
    readonly operatorToken: string | null;
  };
  /** Zone of digests that no channel asked for, and of channels that name none. */
  readonly zone: string;
  readonly locale: Environment['LOCALE'];
  /** Ids of people who may change sources and topics from any workspace. */
  readonly admins: readonly string[];
  readonly onUnknownDelivery: 'hold' | 'resend';
  readonly jitterSeconds: number;
  readonly fetch: { readonly contact: string | null; readonly allowHosts: readonly string[] };
  /** How long and how many articles are kept, beside those that digests cite; null sets no bound. */
  readonly retention: { readonly days: number | null; readonly articles: number | null };
  readonly llm: { readonly baseUrl: string; readonly model: string; readonly apiKey: string | null } | null;
  readonly installationKey: string | null;
  readonly logLevel: Environment['LOG_LEVEL'];
};

/**
 * Reads the configuration. Empty variables count as unset, so that a copied `.env.example` changes nothing; a secret
 * may stand in a file that NAME_FILE names.
 * @throws CourantError `invalid`: one line that names the variable and the mend; never its value.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): Config {
  // Not everything that reads such files takes off the spaces and the carriage returns at the end of a line.
  const given = Object.entries(env).flatMap(([name, value = '']) =>
    value.trim() === '' ? [] : [[name, value.trim()] as const],
  );
  const set = withSecretFiles(Object.fromEntries(given), readFile, wrong);
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrong(`${issue?.path.join('.')} ${issue?.message.replace(/\.$/, '')}.`);
  }
  const e = parsed.data;
  return {
    database: e.DATABASE_URL,
    slack: slackSettings(e),
    discord: discordSettings(e),
    web: {
      host: e.WEB_HOST,
      port: e.WEB_PORT,
      publicUrl: e.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      publicTopics: e.PUBLIC_TOPICS,
      operatorToken: e.OPERATOR_TOKEN ?? null,
    },
    // Found out when it is wanted: the first look at time zones takes 13 ms.
    get zone() {
      return e.TIMEZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
    locale: e.LOCALE,
    admins: e.ADMINS,
    onUnknownDelivery: e.ON_UNKNOWN_DELIVERY,
    jitterSeconds: e.JITTER_SECONDS,
    fetch: { contact: e.FETCH_CONTACT ?? null, allowHosts: e.FETCH_ALLOW_HOSTS },
    retention: { days: e.RETENTION_DAYS ?? null, articles: e.RETENTION_ARTICLES ?? null },
    llm: llmSettings(e),
    installationKey: e.INSTALLATION_KEY ?? null,
    logLevel: e.LOG_LEVEL,
  };
}

function slackSettings(e: Environment): SlackSettings | null {
  const oauth = together(
    e,
    ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'],
    'to install into many workspaces',
  );
  if (e.SLACK_APP_TOKEN && !e.SLACK_BOT_TOKEN) {
    throw wrong('SLACK_APP_TOKEN is set but SLACK_BOT_TOKEN is not: set both for Socket Mode.');
  }
  if (e.SLACK_BOT_TOKEN && !e.SLACK_APP_TOKEN && !e.SLACK_SIGNING_SECRET) {
    throw wrong(
      'SLACK_BOT_TOKEN is set alone: add SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).',
    );
  }
  if (e.SLACK_SIGNING_SECRET && !e.SLACK_BOT_TOKEN && !oauth) {
    throw wrong(
      'SLACK_SIGNING_SECRET is set alone: add SLACK_BOT_TOKEN, or SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET.',
    );
  }
  if (oauth && !e.SLACK_SIGNING_SECRET)
    throw wrong('SLACK_CLIENT_ID needs SLACK_SIGNING_SECRET: OAuth works over HTTP.');
  if (!e.SLACK_BOT_TOKEN && !oauth) return null;
  return {
    botToken: e.SLACK_BOT_TOKEN ?? null,
    appToken: e.SLACK_APP_TOKEN ?? null,
    signingSecret: e.SLACK_SIGNING_SECRET ?? null,
    oauth: oauth && { clientId: oauth[0], clientSecret: oauth[1], stateSecret: oauth[2] },
    managers: e.SLACK_MANAGERS,
    apiUrl: e.SLACK_API_URL ?? null,
  };
}

function discordSettings(e: Environment): DiscordSettings | null {
  if (!e.DISCORD_TOKEN) {
    if (e.DISCORD_PUBLIC_KEY) throw wrong('DISCORD_PUBLIC_KEY is set but DISCORD_TOKEN is not: set both.');
    return null;
  }
  if (e.DISCORD_MODE === 'http' && !e.DISCORD_PUBLIC_KEY) {
    throw wrong('DISCORD_MODE=http needs DISCORD_PUBLIC_KEY: copy it from “General Information”.');
  }
  const [index, count] = e.DISCORD_SHARDS === 'auto' ? [] : e.DISCORD_SHARDS.split('/').map(Number);
  if (index !== undefined && count !== undefined && index >= count) {
    throw wrong('DISCORD_SHARDS counts from 0: the first of four is 0/4, the last 3/4.');
  }
  return {
    token: e.DISCORD_TOKEN,
    applicationId: e.DISCORD_APPLICATION_ID ?? null,
    publicKey: e.DISCORD_PUBLIC_KEY ?? null,
    mode: e.DISCORD_MODE,
    shard: index === undefined || count === undefined ? null : { index, count },
    apiUrl: e.DISCORD_API_URL ?? null,
    requestsPerSecond: e.DISCORD_REQUESTS_PER_SECOND,
  };
}

function llmSettings(e: Environment): Config['llm'] {
  if (!e.LLM_BASE_URL) {
    if (e.LLM_MODEL) throw wrong('LLM_MODEL is set but LLM_BASE_URL is not: set both, or neither.');
    return null;
  }
  if (!e.LLM_MODEL) throw wrong('LLM_BASE_URL is set but LLM_MODEL is not: name the model it should use.');
  return { baseUrl: e.LLM_BASE_URL, model: e.LLM_MODEL, apiKey: e.LLM_API_KEY ?? null };
}

/** All of these or none. */
function together<K extends 'SLACK_CLIENT_ID' | 'SLACK_CLIENT_SECRET' | 'SLACK_STATE_SECRET'>(
  e: Environment,
  [first, second, third]: readonly [K, K, K],
  purpose: string,
): readonly [string, string, string] | null {
  const [a, b, c] = [e[first], e[second], e[third]];
  if (a && b && c) return [a, b, c];
  if (!a && !b && !c) return null;
  const missing = [first, second, third].filter((name) => !e[name]);
  throw wrong(`${missing.join(' and ')} must be set too, ${purpose}.`);
}

function wrong(message: string): CourantError {
  return new CourantError('invalid', `Configuration: ${message}`, { mend: 'See .env.example.' });
}
