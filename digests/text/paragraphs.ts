import type { Span } from '../../src/domain/span.ts';
import { isLineBreak, isLower, isSpace } from './characters.ts';

/**
 * The paragraphs of a text, trimmed, in order, found as they are asked for. A line break ends one, unless it only wraps
 * a line: then the next line goes on in lower case right below a line that did not end a sentence.
 */
export function* paragraphs(text: string): Generator<Span> {
  let start = 0;
  for (let at = 0; at < text.length; ) {
    at = nextLineBreak(text, at);
    let next = at;
    let breaks = 0;
    while (next < text.length && isSpace(text.charCodeAt(next))) {
      const code = text.charCodeAt(next);
      // "\r\n" is one break
      if (isLineBreak(code) && !(code === 0x0a && text.charCodeAt(next - 1) === 0x0d)) breaks++;
      next++;
    }
    const wraps =
      next < text.length && breaks === 1 && isLower(text.charCodeAt(next)) && !endsSentence(text, at);
    if (!wraps) {
      const span = trimmed(text, start, at);
      if (span) yield span;
      start = next;
    }
    at = next;
  }
}

/** A pattern finds one ten times as fast as a look at each character. */
const LINE_BREAK = /[\n-\r\x85\u2028\u2029]/g;

function nextLineBreak(text: string, from: number): number {
  LINE_BREAK.lastIndex = from;
  return LINE_BREAK.test(text) ? LINE_BREAK.lastIndex - 1 : text.length;
}

/** The span without white space at its ends; null when nothing else is in it. */
function trimmed(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}

function endsSentence(text: string, at: number): boolean {
  let last = at - 1;
  while (last >= 0 && isSpace(text.charCodeAt(last)) && !isLineBreak(text.charCodeAt(last))) last--;
  return /[.!?:;…"”’)]/.test(text.charAt(last));
}
