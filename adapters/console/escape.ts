import { cleanIsolated, cleanRun } from '../message/clean-text.ts';

/** Text that can't move the cursor, colour the screen, set its title or write to the clipboard: only words are left. */
export function escapeConsole(text: string): string {
  return cleanIsolated(withoutSequences(text), (cleaned) => cleaned);
}

/** The same for a run within a line. */
export function escapeConsoleRun(text: string): string {
  return cleanRun(withoutSequences(text));
}

/**
 * Takes out colour and cursor sequences whole, so that no "[31m" is left to read; whatever else begins with an escape
 * loses its power with that character. Node's own `stripVTControlCharacters` takes minutes for a megabyte of "ESC ]".
 */
function withoutSequences(text: string): string {
  return text.includes('\x1b') || text.includes('\x9b') ? text.replace(sequences, '') : text;
}

const sequences = /(?:\x1b\[|\x9b)[0-?]{0,32}[ -/]{0,4}[@-~]?|\x1b[ -/]{0,4}[0-~]?/g;
