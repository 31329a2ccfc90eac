import { Argument, Command, Help, Option } from 'commander';
import { deliveryStates } from '../domain/delivery.ts';
import type { Io } from './io.ts';
import type { Format } from './show.ts';
import { commandNamed, helpAfterErrors, refuseExcess } from './wrong-calls.ts';

/** What a run of the command line ends with. */
export type ExitCode = number;

/** Gets the exit code of the command that ran. */
type Finish = (code: ExitCode) => void;

const formats: readonly Format[] = ['text', 'json', 'slack', 'discord', 'html', 'markdown'];
const formatOption = () =>
  new Option('-f, --format <format>', 'how it is shown').choices(formats).default('text');
const channelWords = 'slack:TEAM/CHANNEL, discord:SERVER/CHANNEL or console';
const channelArgument = () => new Argument('<channel>', channelWords);

/**
 * The command line. Each command's code is loaded when it is called, so that `--help` and `--version` are instant.
 * Parsing throws CommanderError instead of ending the process.
 */
export function createProgram(io: Io, version: string, finish: Finish): Command {
  const program = new Command('courant')
    .description('A news digest with the key quotes, word for word, for Slack, Discord and the terminal.')
    .version(version)
    .exitOverride()
    .allowExcessArguments()
    .hook('preAction', (_program, command) => refuseExcess(command))
    .configureHelp({ subcommandTerm, formatItem, helpWidth: io.width, minWidthToWrap: leastBeside / 2 })
    .configureOutput({
      writeOut: (text) => io.output.write(text),
      writeErr: (text) => io.errors.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'courant: ')),
    })
    .addHelpText('after', examples(io.calledAs));

  running(program, io, finish);
  reading(program, io, finish);
  sources(program, io, finish);
  channels(program, io, finish);
  keeping(program, io, finish);
  batches(program, io, finish);
  program.commandsGroup('Help:');
  program
    .command('help')
    .argument('[command...]', 'of which; without one, all there are')
    .description('what a command does, and its options')
    .action((words) => commandNamed(program, words).outputHelp());
  helpAfterErrors(program, io.calledAs);
  return program;
}

function running(program: Command, io: Io, finish: Finish): void {
  program.commandsGroup('Run it:');
  program
    .command('serve')
    .description('work until Ctrl-C: digests at their hours, commands, feeds, the web page')
    .option('--once', "print today's digest and end")
    .addOption(
      new Option('--role <role>', 'the part of the work this process does, where several share it')
        .choices(['all', 'web', 'worker', 'poller', 'gateway'])
        .default('all'),
    )
    .action(async (options) => finish(await (await import('./serve.ts')).serve(io, options)));
  program
    .command('doctor')
    .description('check configuration, database, tokens, time zones; say what to do')
    .action(async () => finish(await (await import('./doctor.ts')).doctor(io)));
}

function reading(program: Command, io: Io, finish: Finish): void {
  program.commandsGroup('Read:');
  program
    .command('digest')
    .description("today's digest of a topic, or of the files given")
    .argument('[topic]', 'a topic or any search; without one, of everything')
    .option('--file <files...>', 'make the digest of these files alone, - for standard input; store nothing')
    .option('--since <time>', 'how far back: 24h, 7d, yesterday, 2025-02-18')
    .addOption(formatOption())
    .action(async (topic = '', options) =>
      finish(await (await import('./digest.ts')).digest(io, topic, options)),
    );
  program
    .command('brief')
    .description('what happened on a topic: stories, summary, key quotes, sources')
    .argument('<topic...>', 'a topic or any search, and how far back: ukraine 7d')
    .addOption(formatOption())
    .action(async (words, options) =>
      finish(await (await import('./ask.ts')).ask(io, 'brief', words.join(' '), options)),
    );
  program
    .command('quotes')
    .description('who said what, word for word')
    .argument('[about...]', 'a person or a topic, and how far back: rubio 7d')
    .option('--jsonl', 'the quotes of each article on standard input, one JSON object a line in and out')
    .addOption(formatOption())
    .action(async (words: string[], options, command: Command) => {
      if (options.jsonl && words.length > 0)
        command.error('error: quotes --jsonl reads standard input and takes no words.');
      finish(
        options.jsonl
          ? await (await import('./run-batch.ts')).runBatch(io, 'quotes', options)
          : await (await import('./ask.ts')).ask(io, 'quotes', words.join(' '), options),
      );
    });
  program
    .command('ask')
    .description('any other command of the bot, as in a chat: ask /digest why riyadh')
    .argument('<command...>', 'as one types it in Slack or Discord')
    .option('--channel <channel>', `as if asked there: ${channelWords}`, 'console')
    .option('--set <name=value...>', 'fields of the form that it asks with, like /digest settings')
    .addOption(formatOption())
    .action(async (words, options) => finish(await (await import('./ask.ts')).askLine(io, words, options)));
}

function sources(program: Command, io: Io, finish: Finish): void {
  program.commandsGroup('Feed it:');
  program
    .command('add')
    .description('store articles: plain text, HTML, Markdown, JSON or JSON Lines')
    .argument('<files...>', 'files, or - for standard input')
    .action(async (files) => finish(await (await import('./add.ts')).add(io, files)));
  const command = program
    .command('sources')
    .description('the feeds that are read: list, add, test, import …');
  command
    .command('list', { isDefault: true })
    .description('all feeds with their health')
    .action(async () => finish(await (await import('./sources.ts')).list(io)));
  command
    .command('add')
    .argument('<address>', 'of a feed, or of a site')
    .description('read a feed from now on')
    .action(async (address) => finish(await (await import('./sources.ts')).add(io, address)));
  command
    .command('remove')
    .argument('<address>', 'of the feed or its site, or the name of its outlet')
    .description('stop reading a feed; its articles stay')
    .action(async (address) => finish(await (await import('./sources.ts')).remove(io, address)));
  command
    .command('test')
    .argument('<address>', 'of a feed, or of a site')
    .description('try a feed without adding it')
    .action(async (address) => finish(await (await import('./sources.ts')).test(io, address)));
  command
    .command('import')
    .argument('[file]', 'an OPML file; without one, the list that comes with Courant')
    .option('--topic <name>', 'only the outlines under this name')
    .description('add the feeds of an OPML file')
    .action(async (file, options) =>
      finish(await (await import('./sources.ts')).importOpml(io, file, options.topic)),
    );
  command
    .command('export')
    .description('all feeds as OPML')
    .action(async () => finish(await (await import('./sources.ts')).exportOpml(io)));
  program
    .command('fetch')
    .description('read the feeds that are due, once')
    .option('--now', 'read all of them, due or not')
    .action(async (options) => finish(await (await import('./sources.ts')).fetchFeeds(io, options)));
  program
    .command('topics')
    .description('the stored topics; with a file, stores those of the file')
    .argument('[file]', 'a JSON list of topics, like samples/topics.json')
    .action(async (file) => finish(await (await import('./topics.ts')).topics(io, file)));
}

function channels(program: Command, io: Io, finish: Finish): void {
  program.commandsGroup('Deliver:');
  program
    .command('subscribe')
    .description('send a channel the digest of a topic')
    .addArgument(channelArgument())
    .argument('<topic...>', 'a topic and when: ukraine at 08:00 weekdays Europe/Kyiv')
    .action(async (where, words) =>
      finish(await (await import('./subscriptions.ts')).subscribe(io, where, words.join(' '))),
    );
  program
    .command('unsubscribe')
    .description('stop sending a channel the digest of a topic')
    .addArgument(channelArgument())
    .argument('<topic...>', 'the topic')
    .action(async (where, words) =>
      finish(await (await import('./subscriptions.ts')).unsubscribe(io, where, words.join(' '))),
    );
  program
    .command('subscriptions')
    .description('all subscriptions, and when each comes next')
    .option('--json', 'one JSON object a line')
    .action(async (options) => finish(await (await import('./subscriptions.ts')).list(io, options)));
  const deliveries = program
    .command('deliveries')
    .description('what was posted, what could not be; list, retry');
  deliveries
    .command('list', { isDefault: true })
    .addOption(new Option('--state <state>', 'only those').choices(deliveryStates))
    .option('--limit <n>', 'how many, newest first', '50')
    .option('--json', 'one JSON object a line')
    .description('the newest deliveries')
    .action(async (options) => finish(await (await import('./deliveries.ts')).list(io, options)));
  deliveries
    .command('retry')
    .argument('[ids...]', 'of dead or unknown deliveries; without any, all of them')
    .description('try again what was given up')
    .action(async (ids) => finish(await (await import('./deliveries.ts')).retry(io, ids)));
}

function keeping(program: Command, io: Io, finish: Finish): void {
  program.commandsGroup('Keep it:');
  program
    .command('backup')
    .argument('<file>', 'where the copy goes')
    .description('copy the SQLite database while it is in use')
    .action(async (file) => finish(await (await import('./maintenance.ts')).backup(io, file)));
  program
    .command('migrate-store')
    .description('copy everything to another, empty database; nothing is lost or posted again')
    .requiredOption('--from <database>', 'a file or postgres://…')
    .requiredOption('--to <database>', 'a file or postgres://…; must be empty')
    .option('--force', 'though a Courant is running on one of them')
    .action(async (options) => finish(await (await import('./maintenance.ts')).migrateStore(io, options)));
  program
    .command('manifest')
    .description('the Slack app manifest to paste at api.slack.com/apps')
    .option('--url <address>', 'of this server, where Slack shall call it; without it, for Socket Mode')
    .action(async (options) => finish((await import('./manifest.ts')).manifest(io, options)));
}

/** For tools and measurements: one JSON object a line in, one out, in the same order. */
function batches(program: Command, io: Io, finish: Finish): void {
  program.commandsGroup('For tools, JSON Lines in and out:');
  for (const [name, description] of [
    ['summarize', 'the summary of each article {id, text} or story {id, articles}'],
    ['cluster', 'the story that each article {id, title?, date?, text} belongs to'],
    ['extract', 'the article in each page {id, url?, html}'],
    ['feed', 'the fields of each feed {id, xml}'],
  ] as const) {
    const batch = program
      .command(name)
      .description(description)
      .requiredOption('--jsonl', 'one JSON object a line on standard input, one a line out');
    if (name === 'summarize')
      batch.option('--max-words <n>', 'words of a summary on average; one may run over by a fifth', '60');
    batch.action(async (options) =>
      finish(await (await import('./run-batch.ts')).runBatch(io, name, options)),
    );
  }
}

/** The name and what it takes; that there are options each command's own help says. */
function subcommandTerm(command: Command): string {
  const words = command.registeredArguments.map((argument) => {
    const name = argument.variadic ? `${argument.name()}...` : argument.name();
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...words].join(' ');
}

/** Columns that an explanation needs to stand beside what it explains. */
const leastBeside = 40;

/** On a narrow terminal it stands below. */
function formatItem(term: string, termWidth: number, description: string, help: Help): string {
  const width = help.helpWidth ?? 80;
  if (width - termWidth >= leastBeside)
    return Help.prototype.formatItem.call(help, term, termWidth, description, help);
  const below = help.boxWrap(description, width - 6).replace(/^(?=.)/gm, '      ');
  return `  ${term}\n${below}`;
}

function examples(calledAs: string): string {
  return `
Examples:
  ${calledAs} serve --once
  ${calledAs} add article.txt page.html archive.jsonl
  ${calledAs} brief ukraine 7d
  ${calledAs} digest --file article.txt --format json
  ${calledAs} subscribe slack:T0123/C0456 ukraine at 08:00 weekdays Europe/Kyiv

Settings come from the environment and from .env; .env.example explains each.
Without a command: serve.`;
}
