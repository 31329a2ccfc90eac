import { z } from 'zod';
import { isPostgres, postgresAddressMend, withoutFileScheme } from '../domain/database-address.ts';
import { languages } from '../domain/languages.ts';

/** Everything the environment can set, with what each variable means; `.env.example` says the same to people. */
export const environment = z.object({
  DATABASE_URL: z
    .string()
    .transform(withoutFileScheme)
    .refine((value) => isPostgres(value) || !/^postgres(ql)?:|:\/\//i.test(value), {
      error: 'must be a file path or postgres://user:password@host/database',
    })
    .refine((value) => !isPostgres(value) || URL.canParse(value), {
      error: `is no address. ${postgresAddressMend}`,
    })
    .default('data/courant.db'),

  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', { error: 'must begin with xoxb-' }).optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', { error: 'must begin with xapp-' }).optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, { error: 'is too short; copy it from “Basic Information”' })
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z.string().min(16, { error: 'must be at least 16 characters' }).optional(),
  SLACK_MANAGERS: list(),
  SLACK_API_URL: webAddress('https://slack.com/api/').optional(),

  DISCORD_TOKEN: z.string().min(20, { error: 'is too short; copy it from the Bot page' }).optional(),
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(/^\d{15,21}$/, { error: 'must be a number of 15 to 21 digits' })
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, { error: 'must be 64 hexadecimal digits' })
    .optional(),
  DISCORD_MODE: z.enum(['gateway', 'http'], { error: 'must be gateway or http' }).default('gateway'),
  DISCORD_SHARDS: z
    .string()
    .regex(/^(auto|\d+\/\d+)$/, { error: 'must be auto or like 0/4' })
    .default('auto'),
  DISCORD_API_URL: webAddress('https://discord.com/api').optional(),
  DISCORD_REQUESTS_PER_SECOND: z.coerce
    .number({ error: 'must be a number above 0' })
    .positive({ error: 'must be a number above 0' })
    .default(50),

  ADMINS: list(),

  WEB_HOST: z.string().default('127.0.0.1'),
  WEB_PORT: whole('must be a port number, from 0 to 65535', 0, 65_535).default(8787),
  PUBLIC_URL: webAddress('https://courant.example.org')
    .refine((address) => !/[?#@]/.test(address), { error: 'takes nothing behind the path, and no user' })
    .optional(),
  PUBLIC_TOPICS: list(),
  // It stands in a header.
  OPERATOR_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, { error: 'must be at least 16 letters, digits or signs, without spaces' })
    .optional(),

  TIMEZONE: z.string().refine(isZone, { error: 'is not an IANA time zone; try Europe/Kyiv' }).optional(),
  LOCALE: z.enum(languages, { error: `must be one of ${languages.join(', ')}` }).default('en'),
  ON_UNKNOWN_DELIVERY: z.enum(['hold', 'resend'], { error: 'must be hold or resend' }).default('hold'),
  JITTER_SECONDS: whole('must be a whole number of seconds, from 0 to 600', 0, 600).default(0),

  FETCH_CONTACT: z.string().optional(),
  FETCH_ALLOW_HOSTS: list().refine((hosts) => !hosts.some((host) => host.includes('://')), {
    error: 'takes names of hosts and ranges of addresses, without http://',
  }),
  RETENTION_DAYS: whole('must be a whole number of days, 1 or more', 1).optional(),
  RETENTION_ARTICLES: whole('must be a whole number of articles, 1 or more', 1).optional(),

  LLM_BASE_URL: webAddress('http://localhost:11434/v1').optional(),
  LLM_MODEL: z.string().optional(),
  LLM_API_KEY: z.string().optional(),

  INSTALLATION_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, { error: 'must be 64 hexadecimal digits; make one with: openssl rand -hex 32' })
    .optional(),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], {
      error: 'must be silent, error, warn, info or debug',
    })
    .default('info'),
});

export type Environment = z.infer<typeof environment>;

function list() {
  return z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .default([]);
}

/** A whole number within bounds; the same words whichever is overstepped. */
function whole(error: string, least: number, most: number = Number.MAX_SAFE_INTEGER) {
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

function webAddress(example: string) {
  return z.url({ protocol: /^https?$/, error: `must be a whole address, like ${example}` });
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
