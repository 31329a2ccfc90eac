import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root, startNode } from './running.ts';

const cli = join(root, 'bin/cli.js');
const quiet = { LOG_LEVEL: 'silent', WEB_PORT: '0' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-process-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('npm start', () => {
  it('with --once prints the digest of the samples as plain text, and ends with 0', async () => {
    const { stdout, stderr } = await promisify(execFile)('npm', ['start', '--silent', '--', '--once'], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: join(folder, 'courant.db'), ...quiet },
    });
    expect(stdout).toContain('Riyadh');
    expect(stdout).toMatch(
      /^These are \d+ sample articles, loaded once\. Add your own: npm run courant -- add FILE$/m,
    );
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toBe('');
  });
});

describe('courant serve', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('serves its page until %s, then ends with 0', async (signal) => {
    const serving = startNode([cli, 'serve'], { folder, environment: quiet });
    const [, url = ''] = await serving.says(/^Ready: (http:\S+)$/m);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const [told = ''] = await serving.says(/^Ready: .*Riyadh.*Ctrl-C ends it/s);
    expect(told).toContain(`The same as a page: ${url}\n`);
    expect(await (await fetch(url)).text()).toContain('Riyadh');
    serving.process.kill(signal);
    // One that can't stop within 10 seconds ends with 1.
    const { code, output, errors } = await serving.ended;
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toMatch(/\nStopping …\nStopped\.\n$/);
  });

  it('is not moved to another database while it runs', async () => {
    const serving = startNode([cli, 'serve'], { folder, environment: quiet });
    await serving.says(/Ctrl-C ends it/);
    const move = (...more: readonly string[]) =>
      startNode([cli, 'migrate-store', '--from', 'data/courant.db', '--to', 'new.db', ...more], { folder })
        .ended;
    const refused = await move();
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.errors).toBe(
      'courant: A Courant is running on data/courant.db: what it writes meanwhile would stay behind. Stop it first; one that was killed counts as running for a minute. --force copies all the same.\n',
    );
    expect(existsSync(join(folder, 'new.db'))).toBe(false);
    expect(await move('--force')).toMatchObject({ code: 0, errors: '' });
    rmSync(join(folder, 'new.db'));
    serving.process.kill('SIGTERM');
    await serving.ended;
    expect(await move()).toMatchObject({ code: 0, errors: '' });
  });

  it('runs without a word too, as npx calls it', async () => {
    const serving = startNode([cli], { folder, environment: quiet });
    await serving.says(/Ctrl-C ends it/);
    serving.process.kill('SIGTERM');
    expect((await serving.ended).code).toBe(0);
  });

  it('says in one line that it can’t listen there', async () => {
    const environment = { ...quiet, WEB_HOST: '192.0.2.1', WEB_PORT: '8787' };
    const { code, errors } = await startNode([cli, 'serve'], { folder, environment }).ended;
    expect(code).toBe(1);
    expect(errors).toBe(
      'courant: Port 8787 on 192.0.2.1 can’t be listened on: that is no address of this machine. Set WEB_HOST to 127.0.0.1 for this machine alone, or 0.0.0.0 for all who reach it.\n',
    );
  });

  it.runIf(existsSync('/dev/full'))('goes on though the disk of its log is full', async () => {
    const environment = { ...quiet, SLACK_BOT_TOKNE: 'a line to log' };
    const serving = startNode([cli, 'serve'], { folder, environment, errorsTo: '/dev/full' });
    const [, url = ''] = await serving.says(/^Ready: (http:\S+)$.*Ctrl-C ends it/ms);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    serving.process.kill('SIGTERM');
    expect(await serving.ended).toMatchObject({ code: 0, output: expect.stringMatching(/\nStopped\.\n$/) });
  });

  it('says in one line that its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, errors } = await startNode([cli, 'serve'], {
      folder,
      environment: { ...quiet, WEB_PORT: String(port) },
    }).ended;
    expect(code).toBe(1);
    expect(errors).toBe(
      `courant: Port ${port} on 127.0.0.1 is taken. Set WEB_PORT to another, or 0 for any.\n`,
    );
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('a command in a pipe', () => {
  it('ends without a complaint when its reader has seen enough', async () => {
    const running = startNode([cli, 'quotes', '--jsonl'], { folder });
    const { stdin, stdout } = running.process;
    const line = `${JSON.stringify({ id: 1, text: 'Rain fell all day in Elmford.' })}\n`;
    // What cannot be written any more is the test's own, not the program's.
    stdin?.on('error', () => {});
    const feed = () => {
      while (stdin?.writable && stdin.write(line.repeat(1000)));
    };
    stdin?.on('drain', feed);
    feed();
    await running.says(/"id":1/);
    stdout?.destroy();
    expect(await running.ended).toMatchObject({ code: 0, errors: '' });
  });

  it.runIf(existsSync('/dev/full'))('says that what it made can’t be written', async () => {
    const courant = `"${process.execPath}" --disable-warning=ExperimentalWarning "${cli}" --version > /dev/full`;
    const failed = promisify(execFile)('sh', ['-c', courant], { cwd: folder });
    await expect(failed).rejects.toMatchObject({
      code: 1,
      stderr: 'courant: what was asked for can’t be written to standard output (ENOSPC).\n',
    });
  });

  it('is 80 columns wide where its terminal has none to tell', async () => {
    const mute = ['--import', 'data:text/javascript,process.stdout.columns = 0'];
    const { output } = await startNode([...mute, cli, 'ask', '/digest', 'list'], { folder }).ended;
    expect(output).toMatch(/^─{80}$/m);
  });

  it('has colour only where it is asked for', async () => {
    const plain = await startNode([cli, 'serve', '--once'], { folder }).ended;
    expect(plain.output).not.toContain('\u001b');
    const forced = await startNode([cli, 'digest'], { folder, environment: { FORCE_COLOR: '1' } }).ended;
    expect(forced.output).toContain('\u001b[');
  });
});

describe('the settings', () => {
  it('are read from .env in the working folder; the environment wins', async () => {
    writeFileSync(
      join(folder, '.env'),
      '\uFEFFDATABASE_URL="from-env-file.db"\n# mine\nTIMEZONE=Mars/Olympus\n',
    );
    const refused = await startNode([cli, 'topics'], { folder }).ended;
    expect(refused).toMatchObject({ code: 2, output: '' });
    expect(refused.errors).toBe(
      'courant: Configuration: TIMEZONE is not an IANA time zone; try Europe/Kyiv. See .env.example.\n',
    );
    const taken = await startNode([cli, 'doctor'], { folder, environment: { TIMEZONE: 'Europe/Kyiv' } })
      .ended;
    expect(taken.output).toContain(`There is no database yet at ${join(folder, 'from-env-file.db')}.`);
  });
});
