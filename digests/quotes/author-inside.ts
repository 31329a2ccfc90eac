/**
 * Ukrainian and other papers name the speaker between the marks: «Ми знайшли кошти, — сказав Роу. — Але їх замало».
 * What is said there is two stretches, and the words between the dashes belong to neither.
 */
import type { Grammar } from '../names/grammars.ts';
import { Kind, kindAt, type Words, wordAt } from '../names/words.ts';
import type { MarkedStretch } from './marks.ts';

/** Tokens from a dash to the verb of saying, and from there to the dash that ends the author's words. */
const REACH = { verb: 2, author: 12 } as const;

/** The stretches with the author's words cut out of them; what goes on behind these `resumes`. */
export function withoutAuthors(
  words: Words,
  stretches: readonly MarkedStretch[],
  grammar: Grammar,
): MarkedStretch[] {
  const parted: MarkedStretch[] = [];
  let at = 0;
  for (const stretch of stretches) {
    while (at < words.count && (words.starts[at] ?? 0) < stretch.start) at++;
    let rest = stretch;
    for (; at < words.count && (words.starts[at] ?? 0) < rest.end; at++) {
      const author = authorAt(words, at, rest.end, grammar);
      if (author === null || (words.starts[at] ?? 0) <= rest.start) continue;
      const end = words.ends[at - 1] ?? rest.end;
      parted.push({ ...rest, end, outerEnd: end, closed: true });
      const start = words.starts[author.next] ?? rest.end;
      rest = { ...rest, start, outerStart: start, resumes: true };
      at = author.next - 1;
    }
    if (rest.start < rest.end) parted.push(rest);
  }
  return parted;
}

/** The author's words that begin with a dash at this token, and the token behind them; null where there are none. */
function authorAt(words: Words, at: number, end: number, { speech }: Grammar): { next: number } | null {
  if (!isDash(words, at) || kindAt(words, at - 1) !== Kind.Punctuation) return null;
  let verb = at + 1;
  while (verb <= at + REACH.verb && !speech.has(wordAt(words, verb))) verb++;
  if (verb > at + REACH.verb) return null;
  for (let next = verb + 1; next <= verb + REACH.author; next++) {
    if (next >= words.count || (words.starts[next] ?? 0) >= end) return { next };
    if (isDash(words, next) && /^[.,]$/.test(wordAt(words, next - 1))) return { next: next + 1 };
  }
  return null;
}

function isDash(words: Words, at: number): boolean {
  return /^[—–-]$/.test(wordAt(words, at));
}
