/** Tokens of a text as parallel arrays: fast to make and to walk, which per-token objects are not. */
export type Words = {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  /** The token in lower case, with a straight apostrophe; punctuation as it stands; "\n" for a line break. */
  readonly lower: readonly string[];
};

/** What a token is; `Kind.Lower` and above up to `Kind.Number` are words. */
export const Kind = {
  Break: 0,
  Punctuation: 1,
  Mark: 2,
  Possessive: 3,
  Lower: 4,
  Capital: 5,
  Upper: 6,
  Number: 7,
} as const;

export function isWord(kind: number): boolean {
  return kind >= Kind.Lower;
}

export function isCapital(kind: number): boolean {
  return kind === Kind.Capital || kind === Kind.Upper;
}

/** The kind of a token; a break outside of the text. */
export function kindAt(words: Words, at: number): number {
  return at >= 0 && at < words.count ? (words.kinds[at] ?? Kind.Break) : Kind.Break;
}

/** A token in lower case; empty outside of the text. */
export function wordAt(words: Words, at: number): string {
  return words.lower[at] ?? '';
}

const marks = new Set([0x22, 0x201c, 0x201d, 0x201e, 0x201f, 0xab, 0xbb, 0x300c, 0x300d, 0x300e, 0x300f]);

/** Abbreviations whose full stop belongs to them and ends no sentence. */
const dotted = new Set(
  'mr mrs ms dr gen sen sens rep reps gov govs lt col sgt cpl pvt prof rev st jr sr pres capt maj adm cmdr hon supt det insp amb atty messrs mt ft vs no inc corp co ltd bros dept univ assn jan feb mar apr aug sept oct nov dec'.split(
    ' ',
  ),
);

const STOP = 0x2e;
/** ' ’ - . & and two other hyphens. */
const joiners = new Set([0x27, 0x2019, 0x2d, STOP, 0x26, 0x2010, 0x2011]);

function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  return code < 0x2000
    ? code !== 0xd7 && code !== 0xf7
    : code >= 0x2c00 && !(code >= 0x2e00 && code <= 0x303f);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/**
 * Cuts a text into words, punctuation, quotation marks and line breaks. "U.S.", "Mr." and initials keep their stops;
 * a possessive ’s is a token of its own. Linear in the length of the text.
 */
export function readWords(text: string): Words {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  const kinds = new Uint8Array(text.length);
  const lower: string[] = [];
  let count = 0;
  const length = text.length;

  const push = (start: number, end: number, kind: number, word: string): void => {
    starts[count] = start;
    ends[count] = end;
    kinds[count] = kind;
    lower.push(word);
    count++;
  };

  let i = 0;
  while (i < length) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) {
      push(i, i + 1, Kind.Break, '\n');
      i++;
      while (i < length && text.charCodeAt(i) <= 0x20) i++;
      continue;
    }
    if (code <= 0x20 || code === 0xa0) {
      i++;
      continue;
    }
    if (isLetter(code) || isDigit(code)) {
      const start = i;
      const end = endOfWord(text, start);
      i = end;
      const raw = text.slice(start, end);
      let word = raw.toLowerCase();
      if (word.includes('’')) word = word.replaceAll('’', "'");
      push(start, end, kindOfWord(text, start, raw), word);
      const next = text.charCodeAt(i);
      if (
        (next === 0x27 || next === 0x2019) &&
        (text.charCodeAt(i + 1) | 0x20) === 0x73 &&
        !wordGoesOn(text, i + 2)
      ) {
        push(i, i + 2, Kind.Possessive, "'s");
        i += 2;
      }
      continue;
    }
    if (marks.has(code)) {
      push(i, i + 1, Kind.Mark, text.charAt(i));
      i++;
      continue;
    }
    if ((code === 0x27 || code === 0x60) && text.charCodeAt(i + 1) === code) {
      push(i, i + 2, Kind.Mark, "''");
      i += 2;
      continue;
    }
    push(i, i + 1, Kind.Punctuation, text.charAt(i));
    i++;
  }
  return { text, count, starts, ends, kinds, lower };
}

/** Where the word ends that begins here, the stop of "U.S." and "Mr." included. */
function endOfWord(text: string, start: number): number {
  const length = text.length;
  let hasStop = false;
  let hasLetter = false;
  let i = start;
  while (i < length) {
    const code = text.charCodeAt(i);
    if (isLetter(code)) {
      hasLetter = true;
      i++;
    } else if (isDigit(code)) i++;
    else if (code !== 0x20 && joins(text, start, i, code, hasStop)) {
      hasStop ||= code === STOP;
      hasLetter = true;
      i += 2;
    } else break;
  }
  if (!hasLetter || text.charCodeAt(i) !== STOP) return i;
  const size = i - start;
  const ownsStop =
    (hasStop && !DOMAIN_ENDS.test(text.slice(start, i))) ||
    (size === 1 && isUpper(text, start)) ||
    (size <= 6 && dotted.has(text.slice(start, i).toLowerCase()));
  return ownsStop ? i + 1 : i;
}

/** Whether a mark stands within a word: "don't", "op-ed", "AT&T", "U.S", "3.5". */
function joins(text: string, start: number, at: number, code: number, hasStop: boolean): boolean {
  if (!joiners.has(code)) return false;
  const next = text.charCodeAt(at + 1);
  if (!isLetter(next) && !isDigit(next)) return false;
  if (code === 0x27 || code === 0x2019) return (next | 0x20) !== 0x73 || wordGoesOn(text, at + 2);
  if (code !== STOP) return true;
  // "end.Next" of a lost space is two words; "U.S" and "a.m" are one.
  const size = at - start;
  return (
    isDigit(next) ||
    size === 1 ||
    hasStop ||
    lonelyCapital(text, at - 1) ||
    isDegree(text, start, at) ||
    isDomain(text, at)
  );
}

function kindOfWord(text: string, start: number, raw: string): number {
  if (!isUpper(text, start)) return isDigit(text.charCodeAt(start)) ? Kind.Number : Kind.Lower;
  const second = start + (text.charCodeAt(start + 1) === STOP ? 2 : 1);
  return raw.length > 1 && isUpper(text, second) && raw === raw.toUpperCase() ? Kind.Upper : Kind.Capital;
}

/** "Ph.D." */
function isDegree(text: string, start: number, stop: number): boolean {
  return (
    stop - start === 2 && isUpper(text, start) && isUpper(text, stop + 1) && text.charAt(stop + 2) === '.'
  );
}

/** The ".com" of an address that a body goes by. */
function isDomain(text: string, stop: number): boolean {
  DOMAIN.lastIndex = stop;
  return DOMAIN.test(text);
}

const DOMAIN = /\.(?:com|org|net|gov|edu|info|io|tv)(?![\p{L}\p{N}])/uy;
const DOMAIN_ENDS = /[^.]{2}\.[a-z]{2,4}$/;

/** The "N" of "D-N.Y." */
function lonelyCapital(text: string, at: number): boolean {
  return isUpper(text, at) && text.charCodeAt(at - 1) === 0x2d;
}

function wordGoesOn(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return isLetter(code) || isDigit(code);
}
