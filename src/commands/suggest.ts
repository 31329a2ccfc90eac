import type { Handlers, Suggestion } from '../../adapters/platform-adapter.ts';
import type { CommandContext } from './context.ts';
import { commandSpecs } from './specs.ts';

type Question = Parameters<Handlers['suggest']>[0];

/** Discord takes no more. */
const MOST = 25;

/** What fits the letters typed so far, of what the option's spec says it is filled from. */
export async function suggest(context: CommandContext, question: Question): Promise<readonly Suggestion[]> {
  const wanted = question.typed.trim().toLowerCase();
  const all = (await candidates(context, question)).filter(
    ({ label, value }) => label.toLowerCase().includes(wanted) || value.includes(wanted),
  );
  const begins = ({ label }: Suggestion) => label.toLowerCase().startsWith(wanted);
  return [...all.filter(begins), ...all.filter((one) => !begins(one))].slice(0, MOST);
}

async function candidates(
  { store }: CommandContext,
  { command, option, requester }: Question,
): Promise<readonly Suggestion[]> {
  const topics = (await store.topics.list()).map(({ slug, title }) => ({ label: title, value: slug }));
  if (optionSpec(command, option)?.suggest !== 'subscribed topics') return topics;
  const here = new Set((await store.subscriptions.ofChannel(requester.channel)).map(({ topic }) => topic));
  return topics.filter(({ value }) => here.has(value));
}

/** `command` is "brief" or "digest pause". */
function optionSpec(command: string, option: string) {
  const [name, subcommand] = command.split(' ');
  const spec = commandSpecs.find((candidate) => candidate.name === name);
  const asked = subcommand ? spec?.subcommands.find((candidate) => candidate.name === subcommand) : spec;
  return asked?.options.find((candidate) => candidate.name === option);
}
