/** What command tests share: a real SQLite store with the samples in it, and a person who asks. */
import type { Block, Form, Message, Reply, Run } from '../../adapters/message/message.ts';
import type { Handlers } from '../../adapters/platform-adapter.ts';
import type { CommandContext, SourceDesk } from '../../src/commands/context.ts';
import { type Answered, createHandlers } from '../../src/commands/handlers.ts';
import type { ChannelRef } from '../../src/domain/channel.ts';
import type { Instant } from '../../src/domain/time.ts';
import { makeEdition } from '../../src/editions/edition.ts';
import { loadSamples } from '../../src/samples.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';

export const news: ChannelRef = { platform: 'slack', workspace: 'T1', channel: 'C1' };

/** A quarter of an hour after the newest sample. */
const SAMPLES_END = Date.parse('2025-02-19T15:35:00Z');

export type World = {
  readonly store: Store;
  readonly handlers: Handlers;
  readonly answered: Answered[];
  now: Instant;
  /** "/brief ukraine" as Slack sends it. */
  ask(line: string, person?: Partial<Person>): Promise<Reply | Form>;
  press(
    name: string,
    value: string,
    person?: Partial<Person>,
    fields?: Readonly<Record<string, string>>,
  ): Promise<Reply | Form | null>;
};

type Person = {
  readonly channel: ChannelRef;
  readonly user: string;
  readonly locale: string;
  readonly zone: string | null;
  readonly manager: boolean;
  /** As the manager, where left out. */
  readonly keeper?: boolean;
};

const somebody: Person = { channel: news, user: 'U1', locale: 'en-US', zone: 'Europe/Kyiv', manager: true };

export async function commandWorld(overrides: Partial<CommandContext> = {}): Promise<World> {
  const answered: Answered[] = [];
  let ids = 0;
  const world = { now: SAMPLES_END };
  const clock = () => world.now;
  const store = await openSqliteStore(':memory:', { clock });
  await loadSamples(store, clock);
  const context: CommandContext = {
    store,
    clock,
    zone: 'Europe/Berlin',
    locale: 'en',
    newId: () => `id-${++ids}`,
    sharing: { admins: [], isPublic: false },
    makeEdition: (request) => makeEdition(store, clock, request),
    deliverNow: async () => true,
    sources: noSources,
    readPage: nobodyAsked,
    lost: async () => {},
    ...overrides,
  };
  const handlers = createHandlers(context, (answer) => answered.push(answer));
  const requesterOf = (person: Partial<Person>) => {
    const { manager, keeper, ...rest } = { ...somebody, ...person };
    return {
      ...rest,
      mayManage: async () => manager,
      ...(keeper === undefined ? {} : { mayKeep: async () => keeper }),
    };
  };
  return Object.assign(world, {
    store,
    handlers,
    answered,
    ask(line: string, person: Partial<Person> = {}) {
      const [, command = '', text = ''] = /^\/(\S+)\s*(.*)$/s.exec(line) ?? [];
      return handlers.command({
        command,
        subcommand: null,
        text,
        options: {},
        requester: requesterOf(person),
      });
    },
    press(
      name: string,
      value: string,
      person: Partial<Person> = {},
      fields: Readonly<Record<string, string>> = {},
    ) {
      return handlers.action({ name, value, fields, messageId: null, requester: requesterOf(person) });
    },
  });
}

const nobodyAsked = async () => {
  throw new Error('no source was to be asked');
};
const noSources: SourceDesk = { test: nobodyAsked, add: nobodyAsked, remove: nobodyAsked };

/** The message of an answer that is one. */
export function messageOf(answer: Reply | Form | null): Message {
  if (answer === null || 'kind' in answer) throw new Error('no message came back');
  return answer.message;
}

export function formOf(answer: Reply | Form | null): Form {
  if (answer === null || !('kind' in answer)) throw new Error('no form came back');
  return answer;
}

/** All words of an answer, a line a block. */
export function wordsOf(answer: Reply | Form | null): string {
  const { title, context, blocks, footer } = messageOf(answer);
  return [title, context, ...blocks.map(blockWords), footer].filter(Boolean).join('\n');
}

function blockWords(block: Block): string {
  switch (block.kind) {
    case 'text':
      return runWords(block.runs);
    case 'list':
      return block.items.map(runWords).join('\n');
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'heading':
      return block.text;
    case 'quotes':
      return [block.speaker, ...block.quotes.flatMap(({ stretches }) => stretches)].join('\n');
    case 'story':
      return [block.headline, ...block.summary, ...block.quotes.flatMap(({ stretches }) => stretches)].join(
        '\n',
      );
  }
}

const runWords = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');
