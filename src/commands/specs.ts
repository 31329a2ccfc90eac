/**
 * Every command as data: Discord registers them, Slack's manifest is made from them, `help` and the tests read them.
 * The same words on both platforms.
 */
import type { CommandSpec, OptionSpec, SubcommandSpec } from '../../adapters/message/command-spec.ts';

const topic: OptionSpec = {
  name: 'topic',
  description: 'A topic or any search: ukraine, "interest rates", nasa OR asteroid',
  required: true,
  kind: 'string',
  suggest: 'topics',
};

const since: OptionSpec = {
  name: 'since',
  description: 'How far back: 24h, 7d, 2w, yesterday, monday, 2025-02-18',
  required: false,
  kind: 'string',
};

const when: OptionSpec = {
  name: 'when',
  description: 'When it comes: 08:00, 8am and 5:30pm weekdays, every Monday 9:00 Europe/Kyiv',
  required: false,
  kind: 'string',
};

const subscribed: OptionSpec = {
  ...topic,
  description: 'A topic this channel is subscribed to',
  required: false,
  suggest: 'subscribed topics',
};

const subscribe: SubcommandSpec = {
  name: 'subscribe',
  description: 'Send this channel a digest of a topic, each day at your hour',
  usage: '<topic> [at 08:00] [weekdays] [Europe/Kyiv]',
  options: [topic, when],
  needsPosting: true,
};

const unsubscribe: SubcommandSpec = {
  name: 'unsubscribe',
  description: 'Stop sending this channel the digest of a topic',
  usage: '<topic>',
  options: [{ ...subscribed, required: true }],
};

function plain(name: string, description: string): SubcommandSpec {
  return { name, description, usage: '', options: [] };
}

function forTopic(name: string, description: string): SubcommandSpec {
  return { name, description, usage: '[topic]', options: [subscribed] };
}

const brief: CommandSpec = {
  name: 'brief',
  description: 'What happened: stories, a short summary, key quotes and sources',
  usage: '<topic> [since]',
  options: [topic, since],
  subcommands: [],
};

const quotes: CommandSpec = {
  name: 'quotes',
  description: 'Who said what, word for word',
  usage: '<person or topic> [since]',
  options: [{ ...topic, name: 'about', description: 'A person or a topic' }, since],
  subcommands: [],
};

const digest: CommandSpec = {
  name: 'digest',
  description: "This channel's daily digests",
  usage: 'subscribe | unsubscribe | list | now | preview | settings | pause | resume | why | history | help',
  options: [],
  subcommands: [
    subscribe,
    unsubscribe,
    plain('list', 'What this channel is subscribed to, and when it comes next'),
    { ...forTopic('now', 'Post the digest now'), needsPosting: true },
    forTopic('preview', 'Show the next digest to you alone'),
    {
      name: 'settings',
      description: 'Change hours, length, quotes and language',
      usage: '[topic]',
      options: [subscribed],
      opensForm: true,
    },
    forTopic('pause', 'Stop for a while'),
    { ...forTopic('resume', 'Go on after a pause'), needsPosting: true },
    {
      name: 'why',
      description: 'Why a story is, or is not, in the digest',
      usage: '<words of the story>',
      options: [{ name: 'story', description: 'Words of the story', required: true, kind: 'string' }],
    },
    plain('history', 'What was changed here, when and by whom'),
    plain('help', 'What you can ask, with examples'),
  ],
};

const address: OptionSpec = {
  name: 'address',
  description: 'Address of a feed or a site: https://…',
  required: true,
  kind: 'string',
};

const sources: CommandSpec = {
  name: 'sources',
  description: 'Where the news comes from',
  usage: 'list | add <address> | remove <address> | test <address>',
  options: [],
  subcommands: [
    plain('list', 'All sources with their health'),
    { name: 'add', description: 'Read a feed from now on', usage: '<address>', options: [address] },
    { name: 'remove', description: 'Stop reading a feed', usage: '<address>', options: [address] },
    { name: 'test', description: 'Try a feed without adding it', usage: '<address>', options: [address] },
  ],
};

const newTopicName: OptionSpec = {
  name: 'name',
  description: 'The name of the topic',
  required: true,
  kind: 'string',
};
const topicName: OptionSpec = { ...newTopicName, suggest: 'topics' };

const search: OptionSpec = {
  name: 'search',
  description: 'Words, "phrases", OR, -without, outlet:name, speaker:name',
  required: false,
  kind: 'string',
  afterColon: true,
};

const topics: CommandSpec = {
  name: 'topics',
  description: 'Stored searches that channels subscribe to',
  usage: 'list | show <name> | add <name>: <search> | edit <name>',
  options: [],
  subcommands: [
    plain('list', 'All topics'),
    {
      name: 'show',
      description: 'One topic and what it matched this week',
      usage: '<name>',
      options: [topicName],
    },
    {
      name: 'add',
      description: 'Add a topic',
      usage: '<name>: <search>',
      options: [newTopicName, { ...search, required: true }],
    },
    {
      name: 'edit',
      description: 'Change what a topic looks for, its synonyms and outlets',
      usage: '<name>[: <search>]',
      opensForm: true,
      options: [topicName, search],
    },
  ],
};

/** `/subscribe ukraine` is `/digest subscribe ukraine`: the two words people guess first. */
const subscribeShortcut: CommandSpec = { ...subscribe, subcommands: [] };
const unsubscribeShortcut: CommandSpec = { ...unsubscribe, subcommands: [] };

export const commandSpecs: readonly CommandSpec[] = [
  brief,
  quotes,
  digest,
  subscribeShortcut,
  unsubscribeShortcut,
  sources,
  topics,
];
