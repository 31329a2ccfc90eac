/** What adapter tests share: memory, a quiet log, handlers that answer, messages to post. */
import { vi } from 'vitest';
import type { AdapterDeps, AdapterLog, KeyValues } from '../../adapters/adapter-deps.ts';
import type { CommandSpec } from '../../adapters/message/command-spec.ts';
import type { Action, Form, Message, Reply } from '../../adapters/message/message.ts';
import type {
  ActionRequest,
  CommandRequest,
  Handlers,
  ReachChange,
} from '../../adapters/platform-adapter.ts';

export function memory(): KeyValues & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get: async (key) => entries.get(key),
    set: async (key, value) => {
      entries.set(key, value);
      return true;
    },
    delete: async (key) => entries.delete(key),
    has: async (key) => entries.has(key),
    clear: async () => entries.clear(),
  };
}

export type LogLine = { readonly level: keyof AdapterLog; readonly fields: object; readonly message: string };

export function recordedLog(): AdapterLog & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: keyof AdapterLog) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

export type TestDeps = AdapterDeps & {
  readonly log: ReturnType<typeof recordedLog>;
  readonly keyValues: ReturnType<typeof memory>;
};

export function testDeps(overrides: Partial<AdapterDeps> = {}): TestDeps {
  return {
    clock: Date.now,
    patience: { call: 15_000, stop: 300 },
    ...overrides,
    log: recordedLog(),
    keyValues: memory(),
  };
}

export function message(title: string, overrides: Partial<Message> = {}): Message {
  return {
    title,
    context: null,
    blocks: [{ kind: 'text', runs: [{ text: 'The comet came closest to the sun on Monday.' }] }],
    actions: [],
    footer: null,
    locale: 'en',
    layout: 'single',
    ...overrides,
  };
}

export function privately(title: string, actions: readonly Action[] = []): Reply {
  return { message: message(title, { actions }), visibility: 'asker' };
}

export type RecordedHandlers = Handlers & {
  readonly commands: CommandRequest[];
  readonly actions: ActionRequest[];
  readonly reached: ReachChange[];
};

export function handlers(overrides: Partial<Handlers> = {}): RecordedHandlers {
  const commands: CommandRequest[] = [];
  const actions: ActionRequest[] = [];
  const reached: ReachChange[] = [];
  return {
    commands,
    actions,
    reached,
    command: vi.fn(async (request) => {
      commands.push(request);
      return (await overrides.command?.(request)) ?? privately(`You asked /${request.command}`);
    }),
    action: vi.fn(async (request) => {
      actions.push(request);
      return overrides.action ? overrides.action(request) : privately(`You pressed ${request.name}`);
    }),
    suggest: overrides.suggest ?? (async () => []),
    reach: async (change) => {
      reached.push(change);
      await overrides.reach?.(change);
    },
    ...(overrides.home ? { home: overrides.home } : {}),
  };
}

const topic = {
  name: 'topic',
  description: 'What about',
  required: true,
  kind: 'string',
  suggest: 'topics',
} as const;

/** A few commands of every shape: with options, with subcommands, one that opens a form, one that will post. */
export const testCommands: readonly CommandSpec[] = [
  {
    name: 'brief',
    description: 'What happened',
    usage: '<topic> [since]',
    options: [topic, { name: 'since', description: 'How far back', required: false, kind: 'string' }],
    subcommands: [],
    descriptions: { de: 'Was geschah', es: 'Qué pasó', ar: 'ماذا حدث' },
  },
  {
    name: 'digest',
    description: 'Digests of this channel',
    usage: 'subscribe | settings',
    options: [],
    subcommands: [
      {
        name: 'subscribe',
        description: 'Get it daily',
        usage: '<topic>',
        options: [topic],
        needsPosting: true,
      },
      { name: 'list', description: 'What comes here', usage: '', options: [] },
      { name: 'settings', description: 'Change it', usage: '', options: [], opensForm: true },
    ],
  },
];

/** Waits for what happens on another connection: long enough for a busy machine, no longer than it takes. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 15_000, interval: 5 });
}

/** What `/digest settings` answers with, in short. */
export const settingsForm: Form = {
  kind: 'form',
  name: 'save-settings',
  value: 's1',
  title: 'Digest settings',
  submit: 'Save',
  fields: [
    {
      kind: 'text',
      name: 'when',
      label: 'When',
      hint: null,
      required: true,
      initial: '08:00',
      multiline: false,
    },
    {
      kind: 'select',
      name: 'length',
      label: 'Length',
      hint: null,
      required: true,
      initial: 'short',
      choices: [{ label: 'Short', value: 'short' }],
    },
  ],
};
