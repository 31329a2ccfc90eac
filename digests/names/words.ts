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
  const room = Math.min(text.length, 64 + (text.length >> 1) * 2);
  const starts = new Int32Array(room);
  const ends = new Int32Array(room);
  const kinds = new Uint8Array(room);
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
      let inner = false;
      let letters = isLetter(code) ? 1 : 0;
      i++;
      while (i < length) {
        const c = text.charCodeAt(i);
        if (isLetter(c)) {
          letters++;
          i++;
        } else if (isDigit(c)) i++;
        else if (
          i + 1 < length &&
          (c === 0x27 ||
            c === 0x2019 ||
            c === 0x2d ||
            c === 0x2e ||
            c === 0x26 ||
            c === 0x2010 ||
            c === 0x2011)
        ) {
          const next = text.charCodeAt(i + 1);
          if (!isLetter(next) && !isDigit(next)) break;
          if ((c === 0x27 || c === 0x2019) && (next | 0x20) === 0x73 && !wordGoesOn(text, i + 2)) break;
          if (
            c === 0x2e &&
            !(
              isDigit(next) ||
              (isUpper(text, i + 1) && (inner || i - start === 1)) ||
              (inner && i - start > 1)
            )
          ) {
            // "end.Next" of a lost space is two words; "U.S" and "a.m" are one.
            if (i - start !== 1 && !inner && !lonelyCapital(text, i - 1) && !isDegree(text, start, i)) break;
          }
          if (c === 0x2e) inner = true;
          i += 2;
          letters++;
        } else break;
      }
      const first = start;
      let end = i;
      const upper = isUpper(text, first);
      if (i < length && text.charCodeAt(i) === 0x2e && letters > 0) {
        const size = i - first;
        if (inner || (size === 1 && upper) || (size <= 6 && dotted.has(text.slice(first, i).toLowerCase()))) {
          // The stop of "U.S." or "Mr." is the word's own.
          end = i + 1;
          i = end;
        }
      }
      const raw = text.slice(first, end);
      let word = raw.toLowerCase();
      if (word.includes('’')) word = word.replaceAll('’', "'");
      const kind =
        letters === 0
          ? Kind.Number
          : !upper
            ? isDigit(code)
              ? Kind.Number
              : Kind.Lower
            : end - first > 1 &&
                isUpper(text, first + (text.charCodeAt(first + 1) === 0x2e ? 2 : 1)) &&
                raw === raw.toUpperCase()
              ? Kind.Upper
              : Kind.Capital;
      push(first, end, kind, word);
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

/** "Ph.D." */
function isDegree(text: string, start: number, stop: number): boolean {
  return (
    stop - start === 2 && isUpper(text, start) && isUpper(text, stop + 1) && text.charAt(stop + 2) === '.'
  );
}

/** The "N" of "D-N.Y." */
function lonelyCapital(text: string, at: number): boolean {
  return isUpper(text, at) && text.charCodeAt(at - 1) === 0x2d;
}

function wordGoesOn(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return isLetter(code) || isDigit(code);
}
