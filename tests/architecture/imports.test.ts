import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Folder -> folders of ours it may import. Anything not listed is forbidden. `src` is where all is put together. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  digests: ['src/domain'],
  'adapters/message': ['src/domain', 'digests'],
  'adapters/port': ['src/domain', 'adapters/message'],
  'adapters/slack': ['src/domain', 'adapters/message', 'adapters/port'],
  'adapters/discord': ['src/domain', 'adapters/message', 'adapters/port'],
  'adapters/console': ['src/domain', 'adapters/message', 'adapters/port'],
  'adapters/html': ['src/domain', 'adapters/message'],
  'adapters/markdown': ['src/domain', 'adapters/message'],
  'adapters/json': ['src/domain', 'adapters/message'],
  'src/threads': [],
  'src/store': ['src/domain', 'src/threads'],
  'src/ingest': ['src/domain', 'src/store', 'src/threads', 'digests'],
  'src/editions': ['src/domain', 'src/store', 'digests'],
  'src/rewrite': ['src/domain', 'src/store', 'digests'],
  'src/schedule': ['src/domain', 'src/store', 'src/delivery'],
  'src/delivery': ['src/domain', 'src/store', 'adapters/message', 'adapters/port'],
  'src/commands': [
    'src/domain',
    'src/store',
    'src/editions',
    'src/schedule',
    'src/ingest',
    'digests',
    'adapters/message',
    'adapters/port',
  ],
  'src/web': [
    'src/domain',
    'src/store',
    'src/editions',
    'adapters/message',
    'adapters/html',
    'adapters/port',
  ],
};

/** The folder whose rules a file obeys: the longest listed prefix; files right under adapters/ are the port. */
function folderOf(file: string): string {
  if (/^adapters\/[^/]+\.ts$/.test(file)) return 'adapters/port';
  const folder = Object.keys(allowed)
    .filter((name) => file.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)[0];
  return folder ?? 'src';
}

const files = ['src', 'digests', 'adapters'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => normalize(join(folder, name))),
);

const imports = files.flatMap((file) => {
  const source = readFileSync(join(root, file), 'utf8');
  const found = source.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, target = '']) => ({ file, target }));
});

const ours = imports
  .filter(({ target }) => target.startsWith('.') && target.endsWith('.ts'))
  .map(({ file, target }) => ({ file, target: relative(root, join(root, dirname(file), target)) }));

describe('imports', () => {
  it('are there to be read', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(ours.length).toBeGreaterThan(20);
  });

  it('run one way only', () => {
    const breaches = ours.filter(({ file, target }) => {
      const [from, to] = [folderOf(file), folderOf(target)];
      return from !== to && from !== 'src' && !(allowed[from] ?? []).includes(to);
    });
    expect(breaches.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('make no cycle between files', () => {
    const edges = new Map<string, string[]>();
    for (const { file, target } of ours) edges.set(file, [...(edges.get(file) ?? []), target]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (done.has(file) || path.includes(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('keep digests/ pure: no input or output, no clock, no chance', () => {
    const impure = files
      .filter((file) => file.startsWith('digests/'))
      .flatMap((file) => {
        const source = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        const marks = source.match(
          /Date\.now|new Date\(\)|Math\.random|performance\.now|process\.|from 'node:(?!module|url)/g,
        );
        return (marks ?? []).map((mark) => `${file}: ${mark}`);
      });
    expect(impure).toEqual([]);
  });

  it('leave Slack and Discord to their own folders', () => {
    const platform = /^(@slack\/|discord\.js|@discordjs\/)/;
    const leaks = imports.filter(
      ({ file, target }) => platform.test(target) && !/^adapters\/(slack|discord)\//.test(file),
    );
    expect(leaks.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });
});
