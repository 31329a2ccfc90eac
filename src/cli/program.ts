import { Argument, Command, Option } from 'commander';
import type { Io } from './io.ts';
import type { Format } from './show.ts';

/** What a run of the command line ends with. */
export type ExitCode = number;

const formats: readonly Format[] = ['text', 'json', 'slack', 'discord', 'html', 'markdown'];
const formatOption = () =>
  new Option('-f, --format <format>', 'how it is shown').choices(formats).default('text');

/**
 * The command line. Each command's code is loaded when it is called, so that `--help` and `--version` are instant.
 * `finish` gets the exit code.
 */
export function createProgram(io: Io, version: string, finish: (code: ExitCode) => void): Command {
  const program = new Command('courant')
    .description('A news digest with the key quotes, word for word, for Slack, Discord and the terminal.')
    .version(version)
    .showHelpAfterError('(courant --help lists the commands)')
    .configureOutput({
      writeOut: (text) => io.output.write(text),
      writeErr: (text) => io.errors.write(text),
    });

  program
    .command('serve', { isDefault: false })
    .description('run: digests at their hours, commands, feeds, the web page (this is npm start)')
    .option('--once', "print today's digest and end")
    .addOption(
      new Option('--role <role>', 'which part of the work this process does')
        .choices(['all', 'web', 'worker', 'poller', 'gateway'])
        .default('all'),
    )
    .action(async (options) => finish(await (await import('./serve.ts')).serve(io, options)));

  program
    .command('add')
    .description('store articles: plain text, HTML, Markdown or JSON Lines; - reads standard input')
    .argument('<files...>', 'files, or -')
    .action(async (files) => finish(await (await import('./add.ts')).add(io, files)));

  program
    .command('digest')
    .description("today's digest of a topic, or of the files given")
    .argument('[topic]', 'a topic or any search', '')
    .option('--file <files...>', 'make the digest of these files alone; nothing is stored')
    .option('--since <time>', 'how far back: 24h, 7d, yesterday, 2025-02-18')
    .addOption(formatOption())
    .action(async (topic, options) => finish(await (await import('./digest.ts')).digest(io, topic, options)));

  program
    .command('brief')
    .description('what happened on a topic: stories, summary, key quotes, sources')
    .argument('<topic...>', 'a topic or any search, and how far back: ukraine 7d')
    .addOption(formatOption())
    .action(async (words, options) =>
      finish(await (await import('./ask.ts')).ask(io, 'brief', words.join(' '), options.format)),
    );

  program
    .command('quotes')
    .description('who said what, word for word; with --jsonl, the quotes of each article on standard input')
    .argument('[about...]', 'a person or a topic, and how far back: rubio 7d')
    .option('--jsonl', 'one article a line in, its quotes a line out')
    .addOption(formatOption())
    .action(async (words: string[], options) =>
      finish(
        options.jsonl
          ? await (await import('./run-batch.ts')).runBatch(io, 'quotes', options)
          : await (await import('./ask.ts')).ask(io, 'quotes', words.join(' '), options.format),
      ),
    );

  for (const [name, description] of [
    ['summarize', 'the summary of each article or story on standard input'],
    ['cluster', 'the story each article on standard input belongs to'],
    ['extract', 'the article in each page on standard input: {id, url?, html}'],
    ['feed', 'the fields of each feed on standard input: {id, xml}'],
  ] as const) {
    const batch = program
      .command(name)
      .description(description)
      .requiredOption('--jsonl', 'one JSON object a line in, one a line out');
    if (name === 'summarize') batch.option('--max-words <n>', 'most words of a summary', '60');
    batch.action(async (options) =>
      finish(await (await import('./run-batch.ts')).runBatch(io, name, options)),
    );
  }

  const channel = new Argument('<channel>', 'slack:TEAM/CHANNEL, discord:GUILD/CHANNEL or console');
  program
    .command('subscribe')
    .description('send a channel the digest of a topic')
    .addArgument(channel)
    .argument('<topic...>', 'a topic and when: ukraine at 08:00 weekdays Europe/Kyiv')
    .action(async (where, words) =>
      finish(await (await import('./subscriptions.ts')).subscribe(io, where, words.join(' '))),
    );
  program
    .command('unsubscribe')
    .description('stop sending a channel the digest of a topic')
    .addArgument(channel)
    .argument('<topic...>', 'the topic')
    .action(async (where, words) =>
      finish(await (await import('./subscriptions.ts')).unsubscribe(io, where, words.join(' '))),
    );
  program
    .command('subscriptions')
    .description('all subscriptions, and when each comes next')
    .option('--json', 'one JSON object a line')
    .action(async (options) => finish(await (await import('./subscriptions.ts')).list(io, options)));

  program
    .command('topics')
    .description('the stored topics; with a file, stores those of the file')
    .argument('[file]', 'a topics file like samples/topics.json')
    .action(async (file) => finish(await (await import('./topics.ts')).topics(io, file)));

  const sources = program.command('sources').description('where the news comes from');
  sources
    .command('list', { isDefault: true })
    .description('all feeds with their health')
    .action(async () => finish(await (await import('./sources.ts')).list(io)));
  sources
    .command('add')
    .argument('<address>', 'of a feed, or of a site')
    .description('read a feed from now on')
    .action(async (address) => finish(await (await import('./sources.ts')).add(io, address)));
  sources
    .command('remove')
    .argument('<address>')
    .description('stop reading a feed')
    .action(async (address) => finish(await (await import('./sources.ts')).remove(io, address)));
  sources
    .command('test')
    .argument('<address>')
    .description('try a feed without adding it')
    .action(async (address) => finish(await (await import('./sources.ts')).test(io, address)));
  sources
    .command('import')
    .argument('<file>', 'an OPML file, like samples/sources.opml')
    .option('--topic <name>', 'only the outlines under this name')
    .description('add the feeds of an OPML file')
    .action(async (file, options) =>
      finish(await (await import('./sources.ts')).importOpml(io, file, options.topic)),
    );
  sources
    .command('export')
    .description('all feeds as OPML')
    .action(async () => finish(await (await import('./sources.ts')).exportOpml(io)));

  program
    .command('fetch')
    .description('read the feeds that are due')
    .option('--now', 'read all of them, due or not')
    .action(async (options) => finish(await (await import('./sources.ts')).fetchFeeds(io, options)));

  const deliveries = program.command('deliveries').description('what was posted, and what could not be');
  deliveries
    .command('list', { isDefault: true })
    .addOption(
      new Option('--state <state>').choices(['pending', 'sending', 'posted', 'unknown', 'skipped', 'dead']),
    )
    .option('--limit <n>', 'how many, newest first', '50')
    .description('the newest deliveries')
    .action(async (options) => finish(await (await import('./deliveries.ts')).list(io, options)));
  deliveries
    .command('retry')
    .argument('[ids...]', 'of dead or unknown deliveries; all of them without any')
    .description('try again what was given up')
    .action(async (ids) => finish(await (await import('./deliveries.ts')).retry(io, ids)));

  program
    .command('migrate-store')
    .description('copy everything to another database, without losing or re-posting anything')
    .requiredOption('--from <database>', 'a file or postgres://…')
    .requiredOption('--to <database>', 'a file or postgres://…; must be empty')
    .action(async (options) => finish(await (await import('./maintenance.ts')).migrateStore(io, options)));
  program
    .command('backup')
    .argument('<file>', 'where the copy goes')
    .description('copy the SQLite database while it is in use')
    .action(async (file) => finish(await (await import('./maintenance.ts')).backup(io, file)));

  program
    .command('manifest')
    .description('the Slack app manifest to paste at api.slack.com/apps')
    .option('--url <address>', 'of this server, where Slack shall call it; without it, for Socket Mode')
    .action(async (options) => finish((await import('./manifest.ts')).manifest(io, options)));

  program
    .command('doctor')
    .description('check configuration, database, tokens and time zones, and say what to do')
    .action(async () => finish(await (await import('./doctor.ts')).doctor(io)));

  return program;
}
