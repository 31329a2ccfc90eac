import { BOILERPLATE_LINES, END_HEADINGS } from './boilerplate-lines.ts';

/** Longer lines are prose; and no pattern is run over more than this. */
const MAX_LENGTH = 320;

/** Whether a line is furniture of a page: a counter, button, form label, pointer, stamp or credit. */
export function isBoilerplate(line: string): boolean {
  return matches(BOILERPLATE_LINES, line);
}

/** Whether a line opens what follows an article: comments, the reply form, related stories. */
export function isEndHeading(line: string): boolean {
  return matches(END_HEADINGS, line);
}

function matches(patterns: readonly RegExp[], line: string): boolean {
  if (line.length > MAX_LENGTH) return false;
  const plain = line.trim().toLowerCase();
  return patterns.some((pattern) => pattern.test(plain));
}
