import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { CourantError } from '../src/domain/errors.ts';

function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof CourantError) return error.message;
  }
  throw new Error('the configuration was accepted');
}

describe('the configuration', () => {
  it('needs nothing', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ database: 'data/courant.db', slack: null, discord: null, llm: null });
    expect(config.web).toMatchObject({ host: '127.0.0.1', port: 8787 });
  });

  it('takes empty variables for unset, so that a copied .env.example is valid', () => {
    const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const names = [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)];
    const env = Object.fromEntries(names.map(([, name, value]) => [name, value]));
    expect(readConfig(env)).toEqual(readConfig({}));
  });

  it('documents every variable it reads', () => {
    const documented = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const source = readFileSync(new URL('../src/config.ts', import.meta.url), 'utf8');
    const read = new Set([...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1]));
    expect(read.size).toBeGreaterThan(20);
    for (const name of read) expect(documented).toMatch(new RegExp(`^${name}=`, 'm'));
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN is set alone'],
    [{ SLACK_BOT_TOKEN: 'nonsense' }, 'SLACK_BOT_TOKEN must begin with xoxb-'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is not'],
    [{ SLACK_CLIENT_ID: '1.2' }, 'SLACK_CLIENT_SECRET and SLACK_STATE_SECRET must be set too'],
    [{ DISCORD_PUBLIC_KEY: 'ab'.repeat(32) }, 'DISCORD_TOKEN is not'],
    [{ DISCORD_TOKEN: 'x'.repeat(30), DISCORD_MODE: 'http' }, 'needs DISCORD_PUBLIC_KEY'],
    [{ DISCORD_TOKEN: 'x'.repeat(30), DISCORD_SHARDS: '4/4' }, 'the last 3/4'],
    [{ DISCORD_TOKEN: 'x'.repeat(30), DISCORD_REQUESTS_PER_SECOND: '0' }, 'DISCORD_REQUESTS_PER_SECOND'],
    [{ TIMEZONE: 'Mars/Olympus' }, 'TIMEZONE is not an IANA time zone'],
    [{ WEB_PORT: '99999' }, 'WEB_PORT must be between'],
    [{ DATABASE_URL: 'mysql://host/db' }, 'DATABASE_URL must be a file path or postgres://'],
    [{ LLM_BASE_URL: 'http://localhost:1/v1' }, 'LLM_MODEL is not'],
  ])('refuses %j and names the variable and the mend', (env, part) => {
    const message = refusal(env);
    expect(message).toContain(part);
    expect(message).not.toContain('\n');
  });

  it('never repeats a secret in its refusal', () => {
    expect(refusal({ SLACK_BOT_TOKEN: 'xoxc-topsecret' })).not.toContain('topsecret');
  });
});
