/** What may be left out of a sentence without changing a word of it. */
export type Compression = { readonly text: string; readonly compressed: boolean };

const PLACE = String.raw`[\p{Lu}][\p{Lu}.’'-]+(?:[ ,]+[\p{Lu}][\p{L}.’'-]*){0,4}`;
/** "RIYADH, Saudi Arabia (AP) — ", "(CNN)", "KYIV, Feb. 18 (Reuters) - ", "PARIS – " */
const DATELINE = new RegExp(
  String.raw`^(?:${PLACE}(?:[ ,]+(?:[A-Z][a-z]{2,8}\.? \d{1,2}))?\s*(?:\([\p{L} ./-]{2,24}\))?\s*(?:--+|—|–|-|:)\s*|\([\p{L} ./-]{2,24}\)\s*(?:--+|—|–|-)?\s*)(?=[\p{Lu}"“‘'«\d])`,
  'u',
);

/** A bracketed remark of any kind, not nested, of at most 80 characters. */
const PARENTHESES = /\s*[([][^()[\]]{0,80}[)\]]/g;

/** ", Smith said." and ", officials said on Tuesday." at the end: who said it stands with the quotes. */
const ATTRIBUTIVE_TAIL =
  /,["”’']?\s+(?:according to [^,.;"“”]{2,60}|(?:[\p{L}.’'-]+ ){1,6}(?:said|says|reported|reports|announced|told reporters|added)(?: (?:on |late |early )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|in a statement|today|yesterday)){0,2})\s*([.!?]["”’']?)$/iuy;

/**
 * Drops datelines, bracketed remarks and attributive tails. Everything that is left stands in the sentence in the
 * same order; a sentence whose quotation marks would lose their partner is left alone.
 */
export function compress(sentence: string, place: { readonly opensArticle: boolean }): Compression {
  let text = sentence;
  if (place.opensArticle) text = text.replace(DATELINE, '');
  if (BRACKET_OR_LOOSE_STOP.test(text)) {
    const bare = text.replace(PARENTHESES, '');
    if (bare.length >= text.length * 0.5) text = bare.replace(/\s+([,.;:!?])/g, '$1');
  }
  text = text.trim();
  // the tail has no comma but the one it begins with
  const comma = text.lastIndexOf(',');
  if (comma > text.length * 0.5 && !/["“”]/.test(text)) {
    ATTRIBUTIVE_TAIL.lastIndex = comma;
    const tail = ATTRIBUTIVE_TAIL.exec(text);
    if (tail) text = `${text.slice(0, comma)}${tail[1] ?? '.'}`.trim();
  }
  return { text, compressed: text !== sentence };
}

const BRACKET_OR_LOOSE_STOP = /[([]|\s[,.;:!?]/;
