import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, startNode } from './running.ts';

/** What `npm pack` would put into the package. */
async function packed(): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

describe('the npm package', () => {
  let files: readonly string[];
  let folder: string;
  let command: string;
  const quiet = { LOG_LEVEL: 'silent', WEB_PORT: '0' };

  beforeAll(async () => {
    files = await packed();
    // As npm installs it: under node_modules, where Node itself takes no types off.
    folder = mkdtempSync(join(tmpdir(), 'courant-package-'));
    const installed = join(folder, 'node_modules/courant');
    for (const file of files) cpSync(join(root, file), join(installed, file));
    symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'));
    command = join(installed, 'bin/courant.js');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds what runs, and nothing else', () => {
    const others = files.filter((file) => !/^(src|adapters|digests)\/.+\.(ts|weights\.json)$/.test(file));
    expect(others.filter((file) => !/^samples\/[\w/-]+\.\w+$/.test(file)).toSorted()).toEqual([
      '.env.example',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin/cli.js',
      'bin/courant.js',
      'bin/thread.js',
      'bin/types.js',
      'package.json',
      'slack-manifest.yaml',
    ]);
    expect(files.filter((file) => /\.test\.|fixture|^tests|^docs|\.db$/.test(file))).toEqual([]);
  });

  it('starts the demo in an empty folder', async () => {
    const { code, output, errors } = await startNode([command, 'serve', '--once'], {
      folder,
      environment: quiet,
    }).ended;
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain('Riyadh');
    expect(output).toContain('Add your own: courant add FILE');
  });

  it('reads feeds, whose threads need their types taken off too', async () => {
    const server = createServer((_request, response) => {
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end('<rss version="2.0"><channel><title>Elmford Times</title></channel></rss>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const environment = { ...quiet, FETCH_ALLOW_HOSTS: '127.0.0.1' };
    const { code, output } = await startNode([command, 'sources', 'test', `http://127.0.0.1:${port}/feed`], {
      folder,
      environment,
    }).ended;
    expect({ code, output }).toEqual({
      code: 0,
      output: `Elmford Times: http://127.0.0.1:${port}/feed, 0 entries.\n`,
    });
    server.close();
  });

  it('passes signals on where a process can’t be replaced by another, as on an old Node or on Windows', async () => {
    const without = ['--import', 'data:text/javascript,delete process.execve'];
    const serving = startNode([...without, command], { folder, environment: quiet });
    await serving.says(/Ctrl-C ends it/);
    serving.process.kill('SIGTERM');
    const { code, output } = await serving.ended;
    expect({ code, last: output.split('\n').at(-2) }).toEqual({ code: 0, last: 'Stopped.' });
  });

  it('says what is missing where there is no Node that can run it', async () => {
    const script = readFileSync(command, 'utf8')
      .replace('process.versions.node) ?', '"18.0.0") ?')
      .replaceAll('node/package.json', 'no-such-node/package.json');
    const { code, errors } = await startNode(['--input-type=module', '--eval', script], { folder }).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^courant: Node 24\.12 or newer is needed; this is .* Install it from https:\/\/nodejs\.org/,
    );
  });
});
