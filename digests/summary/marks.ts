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

export function marksOf(sentence: string): Marks {
  let quoted = 0;
  let open = false;
  let openers = 0;
  let numbers = 0;
  let capitals = 0;
  let commas = 0;
  let colon = 0;
  let dashes = 0;
  for (let at = 0; at < sentence.length; at++) {
    const code = sentence.charCodeAt(at);
    const mark = doubleMark(sentence, at, code);
    if (mark === 2) at++;
    if (mark > 0) {
      open = code === 0x201c || code === 0xab ? true : code === 0x201d || code === 0xbb ? false : !open;
      openers += open ? 1 : -1;
      continue;
    }
    if (open) quoted++;
    const starts = at > 0 && !isWordCharacter(sentence.charCodeAt(at - 1));
    if (starts && isUpper(code)) capitals++;
    if (isDigit(code) && (starts || at === 0)) numbers++;
    if (code === 0x2c) commas++;
    if (code === 0x3a || code === 0x3b) colon = 1;
    if (code === 0x2014 || code === 0x2013 || (code === 0x2d && sentence.charCodeAt(at - 1) === 0x20))
      dashes++;
  }
  return {
    quoteShare: quoted / Math.max(1, sentence.length),
    startsWithQuote: /^["“'‘«„]/.test(sentence) ? 1 : 0,
    unbalanced: openers === 0 ? 0 : 1,
    question: /\?["”’']*$/.test(sentence) ? 1 : 0,
    numbers,
    capitals,
    commas,
    colon,
    dashes,
  };
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
