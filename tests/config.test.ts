import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environment } from '../src/config/environment.ts';
import { misspeltSettings } from '../src/config/misspelt-settings.ts';
import { secretVariables } from '../src/config/secret-files.ts';
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

  it('documents every variable it reads, and no other', () => {
    const documented = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const names = [...documented.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(names.toSorted()).toEqual(Object.keys(environment.shape).toSorted());
    for (const name of secretVariables) expect(documented).toMatch(new RegExp(`^#.*\\b${name}\\b`, 'm'));
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
    [{ WEB_PORT: '99999' }, 'WEB_PORT must be a port number, from 0 to 65535'],
    [{ WEB_PORT: 'abc' }, 'WEB_PORT must be a port number'],
    [{ JITTER_SECONDS: '700' }, 'JITTER_SECONDS must be a whole number of seconds, from 0 to 600'],
    [{ RETENTION_DAYS: '0' }, 'RETENTION_DAYS must be a whole number of days, 1 or more'],
    [{ PUBLIC_URL: 'https://host/?from=slack' }, 'PUBLIC_URL takes nothing behind the path'],
    [{ OPERATOR_TOKEN: 'open the door, please' }, 'OPERATOR_TOKEN must be at least 16 letters'],
    [{ PUBLIC_URL: 'ftp://host' }, 'PUBLIC_URL must be a whole address, like https://'],
    [{ LLM_BASE_URL: 'localhost:11434', LLM_MODEL: 'm' }, 'LLM_BASE_URL must be a whole address'],
    [{ SLACK_API_URL: 'slack' }, 'SLACK_API_URL must be a whole address'],
    [{ DISCORD_REQUESTS_PER_SECOND: 'x' }, 'DISCORD_REQUESTS_PER_SECOND must be a number above 0'],
    [{ FETCH_ALLOW_HOSTS: 'http://wiki' }, 'FETCH_ALLOW_HOSTS takes names of hosts'],
    [{ DATABASE_URL: 'mysql://host/db' }, 'DATABASE_URL must be a file path or postgres://'],
    [{ DATABASE_URL: 'postgres:host/db' }, 'DATABASE_URL must be a file path or postgres://'],
    [{ DATABASE_URL: 'postgres://courant:half#way@host/db' }, 'are written %25, %23, %2F and %40.'],
    [{ LLM_BASE_URL: 'http://localhost:1/v1' }, 'LLM_MODEL is not'],
    [{ LLM_MODEL: 'm' }, 'LLM_BASE_URL is not'],
  ])('refuses %j and names the variable and the mend', (env, part) => {
    const message = refusal(env);
    expect(message).toContain(part);
    expect(message).not.toContain('\n');
  });

  it('names what looks like a setting with a typing error, and nothing of other programs', () => {
    const given = { SLACK_BOT_TOKNE: 'x', TIME_ZONE: 'x', HOSTNAME: 'x', POSTGRES_PASSWORD: 'x', TZ: 'x' };
    expect(misspeltSettings(given)).toEqual([
      'SLACK_BOT_TOKNE is no setting. Did you mean SLACK_BOT_TOKEN?',
      'TIME_ZONE is no setting. Did you mean TIMEZONE?',
    ]);
    expect(misspeltSettings({ LOGLEVEL: 'of another', LOG_LEVEL: 'info' })).toEqual([]);
  });

  it.each([
    ['data/news.db', 'data/news.db'],
    ['file:news.db', 'news.db'],
    ['file:///var/lib/news.db', '/var/lib/news.db'],
    ['file:/var/lib/news.db', '/var/lib/news.db'],
    ['file://news.db', 'news.db'],
    [':memory:', ':memory:'],
    ['postgres://courant:half%23way@host/db', 'postgres://courant:half%23way@host/db'],
  ])('takes %s for the database %s', (written, database) => {
    expect(readConfig({ DATABASE_URL: written }).database).toBe(database);
  });

  it('takes no account of what a line ends with', () => {
    const config = readConfig({ PUBLIC_URL: ' https://host// \r', LOCALE: 'uk\r', TIMEZONE: 'Europe/Kyiv ' });
    expect(config.web.publicUrl).toBe('https://host');
    expect(config).toMatchObject({ locale: 'uk', zone: 'Europe/Kyiv' });
  });

  it('never repeats a secret in its refusal', () => {
    expect(refusal({ DATABASE_URL: 'postgres://courant:half#way@host/db' })).not.toContain('half');
    expect(refusal({ SLACK_BOT_TOKEN: 'xoxc-topsecret' })).not.toContain('topsecret');
  });

  describe('with secrets in files', () => {
    const files: Record<string, string> = {
      '/run/secrets/bot': 'xoxb-1-from-a-file\n',
      '/run/secrets/app': '  xapp-1-from-a-file\r\n',
      '/run/secrets/empty': '\n',
    };
    const readFile = (path: string) => {
      const content = files[path];
      if (content === undefined) throw new Error(`ENOENT ${path}`);
      return content;
    };

    it('takes each from the file that NAME_FILE names, without the line end', () => {
      const env = { SLACK_BOT_TOKEN_FILE: '/run/secrets/bot', SLACK_APP_TOKEN_FILE: '/run/secrets/app' };
      expect(readConfig(env, readFile).slack).toMatchObject({
        botToken: 'xoxb-1-from-a-file',
        appToken: 'xapp-1-from-a-file',
      });
    });

    it.each(secretVariables)('has one for %s', (name) => {
      expect(() => readConfig({ [`${name}_FILE`]: '/nowhere' }, readFile)).toThrow(
        `${name}_FILE names /nowhere`,
      );
    });

    it.each([
      [{ DISCORD_TOKEN_FILE: '/nowhere' }, 'DISCORD_TOKEN_FILE names /nowhere, which can’t be read.'],
      [{ DISCORD_TOKEN_FILE: '/run/secrets/empty' }, 'which is empty.'],
      [
        { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_BOT_TOKEN_FILE: '/run/secrets/bot' },
        'SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set: keep one.',
      ],
      [{ OPERATOR_TOKEN_FILE: '/run/secrets/bot', DISCORD_TOKEN: 'x' }, 'DISCORD_TOKEN is too short'],
    ])('refuses %j in one line, without a secret', (env, part) => {
      const refused = () => readConfig(env, readFile);
      expect(refused).toThrow(part);
      expect(refused).not.toThrow('from-a-file');
    });

    it('leaves other variables that end in _FILE alone', () => {
      expect(readConfig({ SSL_CERT_FILE: '/nowhere' }, readFile)).toEqual(readConfig({}));
    });
  });
});
