/**
 * Makes foreign text safe to show anywhere. What goes:
 * - lone surrogates become U+FFFD; line breaks and tabs become spaces; control characters go, a terminal's colour and
 *   cursor sequences whole, so that no "[31m" is left to read
 * - bidirectional embeddings, overrides and isolates go: text must not rearrange what stands around it
 * - characters nobody sees go (zero-width spaces, soft hyphens, fillers, tags); joiners that shape letters stay
 * - more combining marks on one letter than any script needs go
 * Runs of spaces become one. Linear in the text's length.
 */
export function cleanText(text: string): string {
  return isClean(text) ? text : cleanRun(text).trim();
}

/** True for most texts that need no cleaning, told in one pass; of the others, `cleanText` finds out. */
export function isClean(text: string): boolean {
  return plainWords.test(text);
}

/** The same for a run within a line: spaces at its ends stay. */
export function cleanRun(text: string): string {
  if (!needsCare.test(text)) return text;
  return text
    .toWellFormed()
    .replace(sequences, '')
    .replace(unseen, '')
    .replace(pileOfMarks, '$1')
    .replace(joiners, '$1')
    .replace(spaces, ' ');
}

/**
 * The same for a line that our own code may have put together with isolates (U+2068 … U+2069): those stay, and
 * stay balanced, whatever `shorten` cuts off; so does the mark of direction before one that opens the line.
 */
export function cleanIsolated(text: string, shorten: (text: string) => string): string {
  if (!text.includes(isolateStart)) return shorten(cleanText(text));
  const mark = /^[\u200e\u200f](?=\u2068)/.exec(text)?.[0] ?? '';
  const cleaned = text
    .split(/([\u2068\u2069])/)
    .map((part) => (isolates.has(part) ? part : cleanRun(part)))
    .join('')
    .trim();
  const line = balanced(shorten(cleaned));
  return mark && line.startsWith(isolateStart) ? mark + line : line;
}

/** Leaves out nested starts and stray ends, and closes what is open. */
function balanced(text: string): string {
  let open = false;
  const kept = text.replace(/[\u2068\u2069]/g, (mark) => {
    const keep = open === (mark === isolateEnd);
    if (keep) open = !open;
    return keep ? mark : '';
  });
  return open ? kept + isolateEnd : kept;
}

const isolateStart = '\u2068';
const isolateEnd = '\u2069';
const isolates: ReadonlySet<string> = new Set([isolateStart, isolateEnd]);

/** Printable ASCII, Latin, Greek, Cyrillic, and the usual quotes and dashes. */
const western = String.raw`!-~\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2015\u2018-\u2026\u20ac`;
/** Letters of Hebrew, Arabic, Vietnamese, Han, Kana and Hangul, with their commas and brackets. */
const further = String.raw`\u05d0-\u05ea\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u1ea0-\u1ef9\u3001-\u3003\u3008-\u3011\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff\uac00-\ud7a3`;

/** Words with one space between: most texts, told in one pass. With `further` in it, it takes twice the time. */
const plainWords = new RegExp(`^[${western}]+(?: [${western}]+)*$`);
const needsCare = new RegExp(`[^ ${western}${further}]| {2}`);

/** Node's own `stripVTControlCharacters` takes minutes for a megabyte of "ESC ]"; this is linear. */
const sequences = /(?:\x1b\[|\x9b)[0-?]{0,32}[ -/]{0,4}[@-~]?|\x1b[ -/]{0,4}[0-~]?/g;

const unseen =
  /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

/** Vietnamese, Hebrew with accents and Thai need at most four or five. */
const pileOfMarks = /(\p{M}{6})\p{M}+/gu;

/** One joiner shapes a letter or an emoji; a row of them only makes text long. */
const joiners = /([\u200c\u200d])[\u200c\u200d]+/gu;

/** U+0085, "next line", is a space to Unicode and a new line to terminals, but not to JavaScript's `\s`. */
const spaces = /[\s\x85]+/gu;
