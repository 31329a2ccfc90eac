import { isDigit } from '../text/characters.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/**
 * Words without which a sentence is no boilerplate, so that the patterns of `boilerplate.ts` need not be tried: one of
 * these stands first, or one of those anywhere.
 */
const OPENING_WORDS = set(
  `photo photos photograph photographs image images picture pictures video videos file credit credits caption captions by
  scroll click read see related watch more sign subscribe follow like share advertisement loading story continue listen
  download reporting additional editing writing compiled contributed our this correction corrections copyright all the
  reuters cnn afp bbc updated published posted last send email e thanks
  lesen mehr melden lire abonnez suivez lea suscríbase síganos читайте підписуйтесь підпишіться фото foto crédit اقرأ تابعونا اشترك`,
);
const PHRASE_WORDS = set(
  'getty ap reuters afp epa shutterstock contributed rights terms privacy accepting click confidential follow sign subscribe forwarded photo image picture file credit courtesy left right center centre',
);
const OPENS = 1;
const TELLS = 2;

/** Whether a word may open boilerplate (bit 0) or tell it (bit 1). @param word in lower case */
export function boilerplateSigns(word: string): number {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word;
  const opens = OPENING_WORDS.has(bare) || isDigit(word.charCodeAt(0));
  return (opens ? OPENS : 0) | (PHRASE_WORDS.has(word) ? TELLS : 0);
}

export function opensBoilerplate(signs: number): boolean {
  return (signs & OPENS) !== 0;
}

export function tellsBoilerplate(signs: number): boolean {
  return (signs & TELLS) !== 0;
}
