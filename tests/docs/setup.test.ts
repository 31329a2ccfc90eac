import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from '../../src/cli/program.ts';
import { commandSpecs } from '../../src/commands/specs.ts';
import { readConfig } from '../../src/config.ts';
import { textIo } from '../cli/terminal.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const commands = new Set(
  commandSpecs.flatMap(({ name, subcommands }) => [
    `/${name}`,
    ...subcommands.map((sub) => `/${name} ${sub.name}`),
  ]),
);
const settings = new Set([...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));
/** Slack's own command, and paths of our server. */
const others = /^\/(invite|slack|discord|previews?)\b/;

describe.each(['docs/slack.md', 'docs/discord.md'])('%s', (path) => {
  const code = [...read(path).matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

  it('names only commands that there are', () => {
    const named = code.filter((text) => text.startsWith('/') && !others.test(text));
    expect(named.length).toBeGreaterThan(5);
    for (const text of named) {
      const [command = '', word = ''] = text.split(/\s+/);
      const hasSubcommands = commandSpecs.some(
        ({ name, subcommands }) => `/${name}` === command && subcommands.length > 0,
      );
      expect(commands).toContain(hasSubcommands ? `${command} ${word}` : command);
    }
  });

  it('names only settings that .env.example explains', () => {
    const named = code.flatMap((text) => text.match(/^[A-Z]+(?:_[A-Z]+)+|^ADMINS\b/)?.[0] ?? []);
    expect(named.length).toBeGreaterThan(2);
    for (const name of named) expect(settings).toContain(name);
  });

  it('calls the program by commands that it has', () => {
    const program = createProgram(textIo(), '0', () => {});
    const known = program.commands.map((command) => command.name());
    const called = code.flatMap((text) => /courant -- (\w+)/.exec(text)?.[1] ?? []);
    expect(called).toContain('doctor');
    for (const name of called) expect(known).toContain(name);
  });

  it('goes from nothing to the first digest in ten steps', () => {
    expect([...read(path).matchAll(/^\d+\. /gm)]).toHaveLength(10);
  });
});

describe('compose.yaml', () => {
  const { services } = parse(read('compose.yaml')) as {
    services: { courant: { environment: Record<string, unknown>; ports: readonly string[] } };
  };

  it('sets itself what an empty line of a copied .env.example would unset', () => {
    const image = /^ENV ((?:.*\\\n)*.*)$/m.exec(read('Dockerfile'))?.[1] ?? '';
    const setByImage = [...image.matchAll(/\b([A-Z_]+)=/g)].map(([, name = '']) => name);
    const mayBeEmpty = setByImage.filter((name) => settings.has(name));
    expect(mayBeEmpty).toEqual(['DATABASE_URL', 'WEB_HOST']);
    expect(Object.keys(services.courant.environment)).toEqual(expect.arrayContaining(mayBeEmpty));
  });

  it('listens where its port leads, and takes any password', () => {
    const { environment, ports } = services.courant;
    const config = readConfig(
      Object.fromEntries(Object.entries(environment).map(([k, v]) => [k, String(v)])),
    );
    expect(ports).toEqual([`127.0.0.1:8787:${config.web.port}`]);
    expect(config.web.host).toBe('0.0.0.0');
    expect(config.database).not.toContain('$');
  });
});
