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
    parent.error(`error: ${parent.name()} has no “${excess}”; it has ${known}.`);
  }
  if (taken.length === 0) command.error(`error: ${command.name()} takes no words: “${excess}” is too much.`);
  const names = taken.map((argument) => argument.name()).join(' and one ');
  command.error(
    `error: ${command.name()} takes only one ${names}: “${excess}” is too much. What has spaces goes into quotation marks.`,
  );
}

/** What is to be explained: of no words the program, of "sources add" that. */
export function commandNamed(program: Command, words: readonly string[]): Command {
  return words.reduce((command, word) => {
    const found = command.commands.find((sub) => sub.name() === word);
    const known = command.commands.map((sub) => sub.name()).join(', ');
    return (
      found ??
      program.error(
        `error: there is no command ${words.join(' ')}${known && `; ${command.name()} has ${known}`}.`,
      )
    );
  }, program);
}

/** A wrong call is sent to the help of the command that it called. */
export function helpAfterErrors(command: Command, calledAs: string): void {
  command.showHelpAfterError(`Try: ${calledAs} --help`);
  for (const sub of command.commands) helpAfterErrors(sub, `${calledAs} ${sub.name()}`);
}
