import { isDigit, isUpper, isWordCharacter } from '../text/characters.ts';

/** What the characters of a sentence show, read in one pass. */
export type Marks = {
  /** Share of the characters inside double quotation marks. */
  readonly quoteShare: number;
  readonly startsWithQuote: boolean;
  /** True when a quotation mark lost its partner. */
  readonly unbalanced: boolean;
  readonly numbers: number;
  /** Capitalised words after the first. */
  readonly capitals: number;
};

/** @param text what the sentence stands in, from `from` up to `to` */
export function marksOf(text: string, from = 0, to = text.length): Marks {
  let quoted = 0;
  let open = false;
  let openers = 0;
  let numbers = 0;
  let capitals = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (open) quoted++;
    // small letters and spaces, which most characters are, show nothing
    if ((code > 0x60 && code < 0xab) || code === 0x20) continue;
    const width = doubleMark(text, at, code);
    if (width === 0) {
      if (at > from && isWordCharacter(text.charCodeAt(at - 1))) continue;
      if (isDigit(code)) numbers++;
      else if (at > from && isUpper(code)) capitals++;
      continue;
    }
    if (open) quoted--;
    if (width === 2) at++;
    open = code === 0x201c || code === 0xab ? true : code === 0x201d || code === 0xbb ? false : !open;
    openers += open ? 1 : -1;
  }
  return {
    quoteShare: quoted / Math.max(1, to - from),
    startsWithQuote: from < to && STARTING_QUOTES.includes(text.charAt(from)),
    unbalanced: openers !== 0,
    numbers,
    capitals,
  };
}

const STARTING_QUOTES = '"“\'‘«„';

/** Width of the double quotation mark at this place, 0 for none: '' and `` are written with two signs. */
function doubleMark(sentence: string, at: number, code: number): number {
  if (
    code === 0x22 ||
    code === 0x201c ||
    code === 0x201d ||
    code === 0x201e ||
    code === 0xab ||
    code === 0xbb
  )
    return 1;
  return (code === 0x27 || code === 0x60) && sentence.charCodeAt(at + 1) === code ? 2 : 0;
}
