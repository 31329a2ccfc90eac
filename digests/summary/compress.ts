/** What may be left out of a sentence without changing a word of it. */
export type Compression = { readonly text: string; readonly compressed: boolean };

const WORD = String.raw`\p{Lu}[\p{L}.’'-]*`;
const CAPITALS = String.raw`\p{Lu}[\p{Lu}.’'-]+`;
const AFTER_PLACE = String.raw`(?:[ ,/]+${WORD}){0,4}(?:[ ,]+(?:[A-Z][a-z]{2,8}\.? )?\d{1,2}(?: \p{L}[a-z]{2,8}\.?)?(?:,? \d{4})?)?`;
const AGENCY = String.raw`(?:\([\p{L} ./-]{2,24}\)|/[\p{L} ]{2,24}/)`;
const DASH = String.raw`\.?(?:--+|—|–|-)`;
/**
 * "RIYADH, Saudi Arabia (AP) — ", "KYIV, Feb. 18 (Reuters) - ", "PARIS – "; a place not in capitals, or a date alone, only
 * with its agency: "Berlin (dpa) - ", "Berlin (dpa)"; an agency alone: "(dpa)".
 */
const DATELINE = new RegExp(
  String.raw`^(?:${CAPITALS}${AFTER_PLACE}\s*${AGENCY}?\s*(?:${DASH}|:)|${WORD}${AFTER_PLACE}\s*${AGENCY}\s*${DASH}?|\([\p{L} ./-]{2,24}\)\s*${DASH}?)\s*(?=[\p{Lu}"“‘'«\d])`,
  'u',
);

/** Told first: patterns with letters of all scripts take milliseconds to compile, and few articles need this one. */
const ENDS_DATELINE = /[—–:)-]/;
const LONGEST_DATELINE = 120;

/** A bracketed remark of any kind, not nested, of at most 80 characters. */
const PARENTHESES = /(?<!\s)\s*[([][^()[\]]{0,80}[)\]]/g;
const LOOSE_STOP = /(?<!\s)\s+([,.;:!?])/g;

/**
 * ", Smith said." and ", officials said on Tuesday." at the end: who said it stands with the quotes.
 * Behind the comma of "the St. Paul, Minn.-based company said" its subject only goes on.
 */
const ATTRIBUTIVE_TAIL =
  /,["”’']?\s+(?![\p{L}.]+-\p{Ll})(?:according to [^,.;"“”]{2,60}|(?:[\p{L}.’'-]+ ){1,6}(?:said|says|reported|reports|announced|told reporters|added)(?: (?:on |late |early )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|in a statement|today|yesterday)){0,2})\s*([.!?]["”’']?)$/uy;

/**
 * Drops datelines, bracketed remarks and attributive tails. Everything that is left stands in the sentence in the
 * same order; a sentence whose quotation marks would lose their partner is left alone.
 */
export function compress(sentence: string, place: { readonly mayHaveDateline: boolean }): Compression {
  let text = sentence;
  if (place.mayHaveDateline && ENDS_DATELINE.test(text.slice(0, LONGEST_DATELINE)))
    text = text.replace(DATELINE, '');
  if (BRACKET_OR_LOOSE_STOP.test(text)) {
    const bare = text.replace(PARENTHESES, '');
    if (bare.length >= text.length * 0.5) text = bare.replace(LOOSE_STOP, '$1');
  }
  text = text.trim();
  // the tail has no comma but the one it begins with
  const comma = text.lastIndexOf(',');
  if (comma > text.length * 0.5 && !/["“”]/.test(text)) {
    ATTRIBUTIVE_TAIL.lastIndex = comma;
    const tail = ATTRIBUTIVE_TAIL.exec(text);
    if (tail) text = `${text.slice(0, comma)}${tail[1] ?? '.'}`.trim();
  }
  // what a colon announces is not told with it
  if (text.endsWith(':')) text = `${text.slice(0, -1)}.`;
  return { text, compressed: text !== sentence };
}

const BRACKET_OR_LOOSE_STOP = /[([]|\s[,.;:!?]/;
