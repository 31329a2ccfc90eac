import { isDigit, isUpper, isWordCharacter } from '../text/characters.ts';

/** What the characters of a sentence show, read in one pass. */
export type Marks = {
  /** Share of the characters inside double quotation marks. */
  readonly quoteShare: number;
  readonly startsWithQuote: number;
  /** 1 when a quotation mark lost its partner. */
  readonly unbalanced: number;
  readonly question: number;
  readonly numbers: number;
  /** Capitalised words after the first. */
  readonly capitals: number;
  readonly commas: number;
  readonly colon: number;
  readonly dashes: number;
};

/** @param text what the sentence stands in, from `from` up to `to` */
export function marksOf(text: string, from = 0, to = text.length): Marks {
  let quoted = 0;
  let open = false;
  let openers = 0;
  let numbers = 0;
  let capitals = 0;
  let commas = 0;
  let colon = 0;
  let dashes = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (open) quoted++;
    // small letters and spaces, which most characters are, show nothing
    if ((code > 0x60 && code < 0x7f) || code === 0x20) continue;
    const mark = doubleMark(text, at, code);
    if (mark > 0) {
      if (open) quoted--;
      if (mark === 2) at++;
      open = code === 0x201c || code === 0xab ? true : code === 0x201d || code === 0xbb ? false : !open;
      openers += open ? 1 : -1;
      continue;
    }
    if (code === 0x2c) commas++;
    else if (code === 0x3a || code === 0x3b) colon = 1;
    else if (code === 0x2014 || code === 0x2013) dashes++;
    else if (code === 0x2d) dashes += at > from && text.charCodeAt(at - 1) === 0x20 ? 1 : 0;
    else if (at === from) numbers += isDigit(code) ? 1 : 0;
    else if (isDigit(code)) numbers += isWordCharacter(text.charCodeAt(at - 1)) ? 0 : 1;
    else if (isUpper(code)) capitals += isWordCharacter(text.charCodeAt(at - 1)) ? 0 : 1;
  }
  return {
    quoteShare: quoted / Math.max(1, to - from),
    startsWithQuote: from < to && STARTING_QUOTES.includes(text.charAt(from)) ? 1 : 0,
    unbalanced: openers === 0 ? 0 : 1,
    question: endsInQuestion(text, from, to) ? 1 : 0,
    numbers,
    capitals,
    commas,
    colon,
    dashes,
  };
}

const STARTING_QUOTES = '"“\'‘«„';
const CLOSING_QUOTES = '"”’\'';

function endsInQuestion(text: string, from: number, to: number): boolean {
  let last = to - 1;
  while (last >= from && CLOSING_QUOTES.includes(text.charAt(last))) last--;
  return last >= from && text.charCodeAt(last) === 0x3f;
}

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
