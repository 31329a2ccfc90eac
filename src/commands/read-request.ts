import type { CommandSpec, SubcommandSpec } from '../../adapters/message/command-spec.ts';
import { saying } from '../../adapters/message/phrases/saying.ts';
import type { CommandRequest } from '../../adapters/platform-adapter.ts';
import { refuse } from './refusal.ts';
import { didYouMean } from './topics-by-name.ts';

/** A command as the functions of this folder read it: `text` is everything after the subcommand. */
export type ReadRequest = {
  readonly command: string;
  readonly subcommand: string | null;
  readonly options: Readonly<Record<string, string>>;
};

/** Phones make quotation marks and dashes typographic; searches and options want the plain ones. */
function plainMarks(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/(^|\s)[–—](?=\S)/g, '$1-')
    .replace(/\u00a0/g, ' ')
    .trim();
}

/**
 * Discord sends options one by one; Slack sends one line, which is split here by the same specs.
 * @throws CourantError `invalid` with a sentence and an example when the subcommand is unknown.
 */
export function readRequest(request: CommandRequest, specs: readonly CommandSpec[]): ReadRequest {
  const spec = specs.find((candidate) => candidate.name === request.command);
  if (!spec) throw new Error(`/${request.command} is registered but not known`);
  if (request.text === null)
    return {
      command: spec.name,
      subcommand: request.subcommand,
      options: Object.fromEntries(
        Object.entries(request.options).map(([name, value]) => [name, plainMarks(value)]),
      ),
    };
  const text = plainMarks(request.text);
  if (asksForHelp.test(text)) return { command: 'digest', subcommand: 'help', options: {} };
  if (spec.subcommands.length === 0)
    return { command: spec.name, subcommand: null, options: fill(spec, text) };
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  const sub = subcommandOf(spec, word || defaultSubcommand(spec), rest);
  return { command: spec.name, subcommand: sub.name, options: fill(sub, rest) };
}

/** After any command, in any of our languages. */
const asksForHelp = /^(?:\?|-h|--help|help|hilfe|ayuda|aide|довідка|مساعدة)$/i;

function defaultSubcommand(spec: CommandSpec): string {
  return spec.subcommands.some((sub) => sub.name === 'help') ? 'help' : 'list';
}

function subcommandOf(spec: CommandSpec, word: string, rest: string): SubcommandSpec {
  const found = spec.subcommands.find((sub) => sub.name === word.toLowerCase());
  if (found) return found;
  const names = spec.subcommands.map((sub) => sub.name);
  const near = didYouMean(word, names);
  const command = `/${spec.name}`;
  // "/digest ukraine at 8" has all it needs but one word.
  const takesWords = spec.subcommands.find((sub) => sub.options.some(({ required }) => required));
  const typed = near ? [near, rest] : [takesWords?.name, word, rest];
  refuse(
    near
      ? saying('unknownWordNear', { word, command, near })
      : saying('unknownWord', { word, command, names: names.join(', ') }),
    [command, ...typed].filter(Boolean).join(' ').slice(0, 200),
  );
}

/**
 * Gives the line to the options in order: all of it to the first, but "name: search" is split at the colon
 * where there are two. Times at the end ("7d", "at 08:00") are split off by the commands themselves.
 */
function fill(spec: SubcommandSpec, text: string): Record<string, string> {
  const [first, second] = spec.options;
  if (!first || text === '') return {};
  const colon = /^([^:"]{1,60}):\s*(\S[\s\S]*)$/.exec(text);
  if (second?.afterColon && colon?.[1] && colon[2])
    return { [first.name]: colon[1].trim(), [second.name]: colon[2].trim() };
  return { [first.name]: text };
}
