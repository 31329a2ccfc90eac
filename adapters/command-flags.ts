import type { CommandSpec } from './message/command-spec.ts';

/** Names whose spec has the flag: "subscribe" or "digest settings" for words typed, "settings" for the button of that name. */
export function namesFlagged(
  commands: readonly CommandSpec[],
  flag: 'opensForm' | 'needsPosting',
): ReadonlySet<string> {
  return new Set(
    commands.flatMap((spec) => [
      ...(spec[flag] ? [spec.name] : []),
      ...spec.subcommands.filter((sub) => sub[flag]).flatMap((sub) => [`${spec.name} ${sub.name}`, sub.name]),
    ]),
  );
}
