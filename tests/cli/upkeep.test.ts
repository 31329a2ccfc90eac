import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTerminal, type Terminal } from './terminal.ts';

const article = `Elmford opens its bridge

The mayor of Elmford, Ann Lee, opened the new bridge over the Wend on Tuesday. "The new bridge will carry our grandchildren," Lee said.
`;

describe('courant backup', () => {
  let terminal: Terminal;
  beforeEach(() => {
    terminal = openTerminal();
  });
  afterEach(() => terminal.close());

  it('copies the database so that the copy can be read in its place', async () => {
    await terminal.courant(['add', '-'], JSON.stringify({ text: article, date: '2026-11-19T07:00:00Z' }));
    await terminal.courant(['subscribe', 'console', 'bridge', 'at', '08:00', 'UTC']);
    const copy = terminal.file('copy.db');
    expect((await terminal.courant(['backup', copy])).output).toContain(copy);
    const restored = openTerminal({ DATABASE_URL: copy });
    expect((await restored.courant(['brief', 'bridge'])).output).toContain('Ann Lee');
    expect(await restored.courant(['subscriptions'])).toEqual(await terminal.courant(['subscriptions']));
    restored.close();
  });

  it('never writes over a file, and sends who has PostgreSQL to pg_dump', async () => {
    await terminal.courant(['add', '-'], article);
    const { code, errors } = await terminal.courant(['backup', terminal.file('there.db', 'mine')]);
    expect(code).toBe(1);
    expect(errors).toContain('is there already. Name a new file.');
    const postgres = openTerminal({ DATABASE_URL: 'postgres://courant@localhost/courant' });
    expect((await postgres.courant(['backup', 'x'])).errors).toContain('pg_dump');
    postgres.close();
  });
});

describe('courant doctor', () => {
  it('makes nothing where there is nothing yet, and says what makes it', async () => {
    const terminal = openTerminal();
    const { code, output, errors } = await terminal.courant(['doctor']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain(
      `✓ There is no database yet at ${terminal.file('courant.db')}.\n  → courant serve makes it`,
    );
    expect(output).toMatch(/All is well\.\n$/);
    expect(existsSync(terminal.file('courant.db'))).toBe(false);
    terminal.close();
  });

  it('says what there is, line by line', async () => {
    const terminal = openTerminal();
    await terminal.courant(['add', '-'], article);
    const { code, output } = await terminal.courant(['doctor']);
    expect(code).toBe(0);
    for (const line of [
      /^✓ Node 24\.\d+\.\d+\.$/m,
      /^✓ Database: sqlite at .*courant\.db, schema \d+, 1 article, 0\.\d MB\.$/m,
      /^✓ \d+\.\d GB free/m,
      /^✓ Time zones: rules of 20\d\d\w\.$/m,
      /^✓ The web page: http:\/\/127\.0\.0\.1:8787, for this machine alone\.$/m,
      /^✓ Slack is not configured\.$/m,
      /^✓ Discord is not configured\.$/m,
    ])
      expect(output).toMatch(line);
    terminal.close();
  });

  it('names what is wrong and what to do about it, and ends with 1', async () => {
    const terminal = openTerminal({ WEB_HOST: '0.0.0.0' });
    await terminal.courant(['add', '-'], article);
    const broken = openTerminal({
      DATABASE_URL: terminal.file('broken.db', 'this is no database'.repeat(100)),
    });
    const { code, output } = await broken.courant(['doctor']);
    expect(code).toBe(1);
    expect(output).toMatch(/^✗ .*broken\.db/m);
    expect(output).toMatch(/\n1 to mend\.\n$/);
    expect((await terminal.courant(['doctor'])).output).toContain('no digest is public');
    broken.close();
    terminal.close();
  });
});

describe('courant migrate-store', () => {
  it('refuses the address of a database it does not know, and makes no file of that name', async () => {
    const terminal = openTerminal();
    await terminal.courant(['add', '-'], article);
    const from = terminal.file('courant.db');
    const { code, errors } = await terminal.courant([
      'migrate-store',
      '--from',
      from,
      '--to',
      'mysql://host/db',
    ]);
    expect({ code, errors }).toEqual({
      code: 2,
      errors:
        'courant: There is no way to keep data at mysql://. Give the path of a file, or postgres://user:password@host/database.\n',
    });
    expect(existsSync('mysql:')).toBe(false);
    terminal.close();
  });

  it('refuses a database that is not there, and makes none', async () => {
    const terminal = openTerminal();
    const [from, to] = [terminal.file('mistyped.db'), terminal.file('new.db')];
    const { code, output, errors } = await terminal.courant(['migrate-store', '--from', from, '--to', to]);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toBe(`courant: There is no database ${from}. --from names the one to copy.\n`);
    expect([existsSync(from), existsSync(to)]).toEqual([false, false]);
    terminal.close();
  });
});

describe('courant manifest', () => {
  it('gives the manifest for Socket Mode, or for an address', async () => {
    const terminal = openTerminal();
    expect((await terminal.courant(['manifest'])).output).toContain('socket_mode_enabled: true');
    const http = (await terminal.courant(['manifest', '--url', 'https://courant.example/'])).output;
    expect(http).toContain('https://courant.example/slack/events');
    terminal.close();
  });
});
