/** Lines of a news page that are not part of the news: credits, bylines, promotions, notes to the reader. */
const PATTERNS: readonly RegExp[] = [
  /^(?:photo(?:graph)?s?|image|picture|video|file photo|credit|caption)s?\s*(?:credit|by|courtesy|:|via)/i,
  /^(?:photo|image|picture|file) ?(?:\(|\/|—|-)/i,
  /(?:getty images|ap photo|reuters\/|afp\/|epa\/|shutterstock|via getty)\b.{0,60}$/i,
  /^by [A-Z][\p{L}.'’-]+(?: [A-Z][\p{L}.'’-]+){0,3}(?:,| and |$|\s*\|| for )/u,
  /^(?:scroll down|click here|read more|read also|see also|related|watch|more from|sign up|subscribe|follow us|follow @|like us|share this|advertisement|loading|story continues|continue reading|listen to|download (?:the|our))\b/i,
  /^(?:reporting by|additional reporting|editing by|writing by|compiled by|contributed to this|our standards|this (?:article|story|material) (?:was|has been|may not)|correction(?:s)?(?: appended)?\b|copyright|©|all rights reserved)/i,
  /\bcontributed (?:reporting|to this (?:report|story|article))\b/i,
  /^(?:the associated press|reuters|cnn|afp|bbc)(?:'s)? [\p{L} .,'’-]{0,80}contributed/iu,
  /\b(?:all rights reserved|terms of (?:use|service)|privacy policy|not currently accepting comments|click (?:here|to)|for confidential support|follow (?:him|her|them|us|me) on (?:twitter|facebook|x|instagram))\b/i,
  /^(?:updated|published|posted|last updated|last modified)\b.{0,12}\d/i,
  /^\(?(?:\d{1,2}:\d{2}|\d+ (?:min|minute)s? read)\b/i,
];

/** Only short sentences and line-like ones are tried: boilerplate is never a long sentence. */
const MAX_BOILERPLATE = 320;

/** True for a credit, a byline, a promotion or a note of the site: never part of a summary. */
export function isBoilerplate(sentence: string): boolean {
  if (sentence.length > MAX_BOILERPLATE) return false;
  return PATTERNS.some((pattern) => pattern.test(sentence));
}
