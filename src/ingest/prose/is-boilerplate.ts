import { BOILERPLATE_BAGS, BOILERPLATE_LINES, END_HEADINGS } from './boilerplate-lines.ts';

/** Longer lines are prose; and no pattern is run over more than this. */
const MAX_LENGTH = 320;
const MAX_BAG_WORDS = 14;

const BAGS = BOILERPLATE_BAGS.map(({ first, rest }) => ({ first: new Set(first), rest: new Set(rest) }));

/** Whether a line is furniture of a page: a counter, button, form label, pointer, stamp or credit. */
export function isBoilerplate(line: string): boolean {
  return line.length <= MAX_LENGTH && (isWordBag(line) || matches(BOILERPLATE_LINES, line));
}

/** Whether a line opens what follows an article: comments, the reply form, related stories. */
export function isEndHeading(line: string): boolean {
  return line.length <= MAX_LENGTH && matches(END_HEADINGS, line);
}

function isWordBag(line: string): boolean {
  const [first, ...rest] = line.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (first === undefined || rest.length >= MAX_BAG_WORDS) return false;
  return BAGS.some(
    (words) => words.first.has(first) && rest.every((word) => words.rest.has(word) || /^\d+$/.test(word)),
  );
}

function matches(patterns: readonly RegExp[], line: string): boolean {
  const plain = line.trim().toLowerCase();
  return patterns.some((pattern) => pattern.test(plain));
}
