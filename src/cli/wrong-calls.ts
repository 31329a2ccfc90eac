/** What who calls a command wrongly is told, beyond what commander says. */
import type { Command } from 'commander';

/** Commander would say how many words it expected, not which is one too many. */
export function refuseExcess(command: Command): void {
  const { args, registeredArguments: taken, parent } = command;
  if (taken.some(({ variadic }) => variadic)) return;
  const excess = args[taken.length];
  if (excess === undefined) return;
  // "sources lits": what stands where a subcommand's name would was taken for a word of the default one.
  if (parent?.parent && parent.args[0] !== command.name()) {
    const known = parent.commands.map((sub) => sub.name()).join(', ');
    command.error(`error: ${parent.name()} has no “${excess}”; it has ${known}.`);
  }
  const takes =
    taken.length === 0 ? 'nothing' : `only one ${taken.map((argument) => argument.name()).join(' and one ')}`;
  command.error(
    `error: ${command.name()} takes ${takes}: “${excess}” is too much. What has spaces goes into quotation marks.`,
  );
}

/** A wrong call is sent to the help of the command that it called. */
export function helpAfterErrors(command: Command, calledAs: string): void {
  command.showHelpAfterError(`Try: ${calledAs} --help`);
  for (const sub of command.commands) helpAfterErrors(sub, `${calledAs} ${sub.name()}`);
}
