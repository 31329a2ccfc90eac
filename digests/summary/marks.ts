import { isDigit, isUpper, isWordCharacter } from '../text/characters.ts';

/** What the quotation marks of a sentence show. */
export type Marks = {
  /** Share of the characters inside double quotation marks. */
  readonly quoteShare: number;
  readonly startsWithQuote: boolean;
  /** True when a quotation mark lost its partner. */
  readonly unbalanced: boolean;
};

export function marksOf(text: string): Marks {
  const startsWithQuote = text !== '' && STARTING_QUOTES.includes(text.charAt(0));
  if (!DOUBLE_MARK.test(text)) return { quoteShare: 0, startsWithQuote, unbalanced: false };
  let quoted = 0;
  let open = false;
  let openers = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const width = doubleMark(text, at, code);
    if (width === 0) {
      if (open) quoted++;
      continue;
    }
    if (width === 2) at++;
    open = code === 0x201c || code === 0xab ? true : code === 0x201d || code === 0xbb ? false : !open;
    openers += open ? 1 : -1;
  }
  return { quoteShare: quoted / text.length, startsWithQuote, unbalanced: openers !== 0 };
}

const STARTING_QUOTES = '"“\'‘«„';
const DOUBLE_MARK = /["“”„«»]|''|``/;

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

/** How many numbers a sentence has, and how many capitalised words after its first character. */
export function numbersAndCapitals(text: string): { readonly numbers: number; readonly capitals: number } {
  let numbers = 0;
  let capitals = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // small letters and spaces, which most characters are, begin nothing that is counted
    if ((code > 0x60 && code < 0xab) || code === 0x20) continue;
    if (at > 0 && isWordCharacter(text.charCodeAt(at - 1))) continue;
    if (isDigit(code)) numbers++;
    else if (at > 0 && isUpper(code)) capitals++;
  }
  return { numbers, capitals };
}
