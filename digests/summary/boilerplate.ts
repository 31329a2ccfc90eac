import { opensBoilerplate, tellsBoilerplate } from './boilerplate-words.ts';
import type { SentenceWords } from './sentence-words.ts';

/** Lines of a news page that are not part of the news: credits, bylines, promotions, notes to the reader. */
const OPENINGS: readonly RegExp[] = [
  /^(?:photo(?:graph)?s?|image|picture|video|file photo|credit|caption)s?\s*(?:credit|by|courtesy|:|via)/i,
  /^(?:photo|image|picture|file) ?(?:\(|\/|—|-)/i,
  /^[Bb]y [A-Z][\p{L}.'’-]+(?: [A-Z][\p{L}.'’-]+){0,3}(?:,| and |$|\s*\|| for )/u,
  /^(?:scroll down|click here|read more|read also|see also|related|watch|more from|sign up|subscribe|follow us|follow @|like us|share this|advertisement|loading|story continues|continue reading|listen to|download (?:the|our))\b/i,
  /^(?:reporting by|additional reporting|editing by|writing by|compiled by|contributed to this|our standards|this (?:article|story|material) (?:was|has been|may not)|correction(?:s)?(?: appended)?\b|copyright|©|all rights reserved)/i,
  /^(?:the associated press|reuters|cnn|afp|bbc)(?:'s)? [^\d"“”]{0,80}contributed/i,
  /^(?:updated|published|posted|last updated|last modified)\b.{0,12}\d/i,
  /^follow\b.{2,60}\bon (?:facebook|twitter|x|instagram|tiktok|whatsapp|linkedin|youtube)\b/i,
  /^(?:send|email|e-mail|share) (?:us )?your (?:stor|view|photo|picture|thought|question|tip|comment)/i,
  /^(?:lesen sie (?:auch|mehr)|mehr (?:zum thema|dazu)|melden sie sich|lire (?:aussi|également)|abonnez-vous|suivez-nous|lea (?:también|además)|suscríbase|síganos|читайте (?:також|також:)|підписуйтесь|підпишіться|фото:|foto:|crédit photo|اقرأ أيضا|اقرأ المزيد|تابعونا|اشترك)/iu,
  /^the latest on\b/i,
  /^thanks for (?:reading|subscribing)\b/i,
  /^\(?(?:\d{1,2}:\d{2}|\d+ (?:min|minute)s? read)\b/i,
];
/** What makes one of any sentence that holds it. */
const PHRASES: readonly RegExp[] = [
  /(?:getty images|ap photo|reuters\/|afp\/|epa\/|shutterstock|via getty)\b.{0,60}$/i,
  /\((?:photo|image|picture|file|credit)s? ?(?:credit|courtesy|by|:)/i,
  // a caption: who stands where
  /\p{Lu}[\p{L}.’'-]+, (?:far |second from |third from )?(?:left|right|cent(?:er|re)),/u,
  // an address to write to
  /\S@\S+\.\p{L}{2,}/u,
  /\bcontributed (?:reporting|to this (?:report|story|article))\b/i,
  /\b(?:all rights reserved|terms of (?:use|service)|privacy policy|not currently accepting comments|click (?:here|to)|for confidential support|(?:sign up|subscribe) here|forwarded (?:this|it) to you|follow (?:him|her|them|us|me) on (?:twitter|facebook|x|instagram))\b/i,
];

/** What is left of a page's markup, as of an embedded message. */
const MARKUP = /<\/?[a-z][^<>]{0,200}>/i;

/** Only short sentences and line-like ones are tried: boilerplate is never a long sentence. */
const MAX_BOILERPLATE = 320;

/**
 * True for a credit, a byline, a promotion or a note of the site: never part of a summary.
 * @param words those of the sentence
 */
export function isBoilerplate(sentence: string, { book, numbers, count }: SentenceWords): boolean {
  if (sentence.length > MAX_BOILERPLATE || count === 0) return false;
  const opens = opensBoilerplate(book.boilerplateSignsOf(numbers[0] as number)) || sentence.startsWith('©');
  if (opens && OPENINGS.some((pattern) => pattern.test(sentence))) return true;
  if (sentence.includes('<') && MARKUP.test(sentence)) return true;
  if (sentence.includes('@') && PHRASES.some((pattern) => pattern.test(sentence))) return true;
  for (let at = 0; at < count; at++)
    if (tellsBoilerplate(book.boilerplateSignsOf(numbers[at] as number)))
      return PHRASES.some((pattern) => pattern.test(sentence));
  return false;
}
