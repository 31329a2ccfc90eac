import { wordSet } from './word-set.ts';

export type Gender = 'male' | 'female' | 'unknown';

const women = wordSet(`
  mother wife daughter sister widow aunt niece grandmother stepmother stepdaughter girlfriend woman girl actress waitress queen
  princess spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman
`);
const men = wordSet(`
  father husband son brother widower uncle nephew grandfather stepfather stepson boyfriend man boy actor waiter king prince
  spokesman chairman congressman councilman businessman policeman fisherman
`);

/** "His wife, Roe" is a woman. */
export function genderOfNoun(noun: string): Gender {
  if (women.has(noun)) return 'female';
  return men.has(noun) ? 'male' : 'unknown';
}
