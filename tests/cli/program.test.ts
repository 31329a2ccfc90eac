import type { Command } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { ownVersion } from '../../src/own-version.ts';
import { openTerminal, textIo } from './terminal.ts';

const all = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(all)];
const commands = all(createProgram(textIo(), '0', () => {}));

describe('the command line', () => {
  const terminal = openTerminal({ DATABASE_URL: '/nowhere/it/could/be.db' });
  afterAll(() => terminal.close());

  it('explains what it has below its name where there is no room beside it', () => {
    const narrow = createProgram({ ...textIo(), width: 40 }, '0', () => {});
    for (const command of all(narrow)) {
      const help = command.helpInformation();
      // What one types stays in one line.
      const lines = help.split('\n').filter((line) => !line.startsWith('Usage: '));
      expect(lines.filter((line) => line.length > 40)).toEqual([]);
    }
    expect(narrow.helpInformation()).toContain('  digest [topic]\n      today');
  });

  it('helps without a database, with all commands, in 80 columns', async () => {
    const { code, output, errors } = await terminal.courant(['--help']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    for (const command of createProgram(textIo(), '0', () => {}).commands)
      expect(output).toMatch(new RegExp(`^  ${command.name()}\\b`, 'm'));
    expect(output.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(commands.map((command) => [command.name(), command] as const))(
    'explains %s: what it does, each argument and each option',
    (_name, command) => {
      expect(command.description()).not.toBe('');
      for (const argument of command.registeredArguments) expect(argument.description).not.toBe('');
      for (const option of command.options) expect(option.description).not.toBe('');
    },
  );

  it('explains a command of a group by help too', async () => {
    const { output } = await terminal.courant(['help', 'sources', 'add']);
    expect(output).toContain('read a feed from now on');
    expect(await terminal.courant(['sources', 'add', '--help'])).toMatchObject({ code: 0, output });
  });

  it('says its version', async () => {
    expect(await terminal.courant(['--version'])).toEqual({
      code: 0,
      output: `${ownVersion()}\n`,
      errors: '',
    });
    expect(ownVersion()).toMatch(/^\d+\.\d+\.\d+/);
  });

  it.each([
    [['weather'], "unknown command 'weather'"],
    [['brif', 'x'], '(Did you mean brief?)'],
    [['digest', '--format', 'pdf'], 'Allowed choices are text, json, slack, discord, html, markdown.'],
    [['digest', '--colour'], "unknown option '--colour'"],
    [['brief'], "missing required argument 'topic'"],
    [['serve', 'all'], 'serve takes no words: “all” is too much.\nTry: courant serve --help'],
    [['backup', 'a.db', 'b.db'], 'backup takes only one file: “b.db” is too much.'],
    [
      ['sources', 'lits'],
      'sources has no “lits”; it has list, add, remove, test, import, export.\nTry: courant sources --help',
    ],
    [['help', 'sources', 'lits'], 'there is no command sources lits; sources has list, add,'],
    [['sources', 'list', 'all'], 'list takes no words: “all” is too much.'],
    [['serve', '--role', 'boss'], 'Allowed choices are all, web, worker, poller, gateway.'],
    [['deliveries', '--state', 'lost'], 'Allowed choices are pending,'],
    [['summarize'], "required option '--jsonl' not specified"],
    [['manifest', '--url', 'http://courant.example'], 'Slack calls only https addresses'],
    [['deliveries', '--limit', 'many'], '--limit is “many”. Give a whole number above 0, like 50.'],
    [['deliveries', '--limit', '99999999999999999999'], '--limit is “99999999999999999999”.'],
    [['quotes', '--jsonl', 'rubio'], 'quotes --jsonl reads standard input and takes no words.'],
    [['backup', ''], 'The copy needs a name.'],
    [['ask', ''], 'There is no command “”. There are /brief,'],
  ])('refuses %j with 2, on standard error alone', async (words, part) => {
    const { code, output, errors } = await terminal.courant(words);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(/^courant: /);
    expect(errors).toContain(part);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN is set alone: add SLACK_APP_TOKEN'],
    [{ DISCORD_TOKEN: 'short' }, 'DISCORD_TOKEN is too short'],
    [{ TIMEZONE: 'Mars/Olympus' }, 'TIMEZONE is not an IANA time zone'],
    [{ OPERATOR_TOKEN_FILE: '/nowhere' }, 'OPERATOR_TOKEN_FILE names /nowhere, which can’t be read.'],
  ])('refuses to run with %j, in one line that names it', async (settings, part) => {
    const wrong = openTerminal(settings);
    for (const words of [['serve', '--once'], ['digest'], ['doctor']]) {
      const { code, output, errors } = await wrong.courant(words);
      expect({ code, output: output.replace(/^✓ Node .*\n/, '') }).toEqual({ code: 2, output: '' });
      expect(errors).toMatch(/^courant: Configuration: .* See \.env\.example\.\n$/);
      expect(errors).toContain(part);
    }
    wrong.close();
  });

  it('says where it can’t keep its data, with 1', async () => {
    const file = terminal.file('a-file', 'not a folder');
    const nowhere = openTerminal({ DATABASE_URL: `${file}/x.db` });
    const { code, output, errors } = await nowhere.courant(['brief', 'x']);
    nowhere.close();
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toBe(
      `courant: The folder ${file} can’t be made. Set DATABASE_URL to a path that may be written.\n`,
    );
  });
});
