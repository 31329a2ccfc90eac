import type { FoundArticle } from '../article.ts';
import { parseDate } from '../dates/parse-date.ts';
import { isBoilerplate, isEndHeading } from '../prose/is-boilerplate.ts';
import { joinParagraphs, paragraphsOf } from '../prose/tidy.ts';

/** From here on a paragraph is prose: only after one may an article end. */
const PROSE_LENGTH = 120;
const MAX_TITLE = 220;
const SENTENCE_END = /[.!?…]["'”’»)]*$/;
const MAX_FIELD = 160;

/** "Label: value" lines above or below an article, and what the value is. */
const FIELDS: readonly (readonly [keyof Fields, RegExp])[] = [
  [
    'outlet',
    /^(?:original(?:ly)? )?(?:source|published (?:by|in|on|at)|first published (?:by|in|on|at)|via|outlet|publication|publisher)\s?:\s?(\S.*)$/i,
  ],
  [
    'outlet',
    /^(?:this (?:article|story) )?(?:was )?(?:first|originally) (?:appeared|published) (?:in|on|at|by) (\S.*?)\.?$/i,
  ],
  ['url', /^(?:url|link|original (?:url|link|article)|permalink|web)\s?:\s?(https?:\/\/\S+)$/i],
  ['url', /^(https?:\/\/\S+)$/i],
  ['title', /^(?:title|headline)\s?:\s?(\S.*)$/i],
  ['date', /^(?:date|published|publication date|posted|dated)(?: on)?\s?:\s?(\S.*)$/i],
  ['byline', /^(?:author|byline|by line|written by|reporter)s?\s?:\s?(\S.*)$/i],
  ['byline', /^by ((?:\p{Lu}[\p{L}.'’-]*)(?: (?:\p{Lu}[\p{L}.'’-]*|and|de|van|von|al|bin|&|,))*.{0,60})$/iu],
];

/** "RIYADH, March 23 (Reuters) - " : the agency a dateline names. */
const DATELINE =
  /^\p{Lu}[\p{Lu} .,'’/-]{2,60}(?:, \p{Lu}[\p{L}.]{2,9} \d{1,2})? \((Reuters|AP|AFP|UPI|dpa|Xinhua|TASS|ANSA|EFE|Kyodo|PTI|ANI|PA)\)/u;
const AGENCIES: Readonly<Record<string, string>> = { AP: 'Associated Press', AFP: 'Agence France-Presse' };

type Fields = {
  outlet: string | null;
  url: string | null;
  title: string | null;
  date: string | null;
  byline: string | null;
};

/**
 * An article kept as plain text: the first line is its title, paragraphs follow; source, date, author and address
 * are found where a line names them; counters, buttons, forms and what comes after the article are left out.
 */
export function readPlainText(text: string): FoundArticle {
  return sortParagraphs(paragraphsOf(text));
}

/** The same for paragraphs that are already apart. A title given is the title, and is not looked for. */
export function sortParagraphs(
  paragraphs: readonly string[],
  givenTitle: string | null = null,
): FoundArticle {
  const fields: Fields = { outlet: null, url: null, title: givenTitle, date: null, byline: null };
  const body: string[] = [];
  let hasProse = false;
  let hasEnded = false;
  for (const paragraph of paragraphs) {
    if (readField(paragraph, fields, hasProse)) continue;
    hasEnded ||= hasProse && isEndHeading(paragraph);
    if (hasEnded || isBoilerplate(paragraph) || paragraph === fields.title) continue;
    if (fields.title === null && body.length === 0 && paragraph.length <= MAX_TITLE) {
      fields.title = paragraph;
      continue;
    }
    hasProse ||= paragraph.length >= PROSE_LENGTH;
    body.push(paragraph);
  }
  // A text of one paragraph is no title without an article.
  if (body.length === 0 && givenTitle === null && SENTENCE_END.test(fields.title ?? '')) {
    body.push(fields.title ?? '');
    fields.title = null;
  }
  const agency = DATELINE.exec(body[0] ?? '')?.[1];
  const source = sourceOf(fields.outlet);
  return {
    title: fields.title,
    text: joinParagraphs(body),
    outlet: source.outlet ?? (agency === undefined ? null : (AGENCIES[agency] ?? agency)),
    url: fields.url ?? source.url,
    byline: fields.byline,
    dates: [fields.date],
  };
}

/** Above the prose and below it fields may stand; the first of a kind counts. */
function readField(line: string, fields: Fields, hasProse: boolean): boolean {
  if (line.length > MAX_FIELD) return false;
  for (const [name, pattern] of FIELDS) {
    const value = pattern.exec(line)?.[1]?.trim();
    if (value === undefined || (name === 'date' && parseDate(value) === null)) continue;
    if (hasProse && (name === 'title' || name === 'byline')) continue;
    fields[name] ??= value;
    return true;
  }
  if (
    hasProse ||
    fields.title === null ||
    parseDate(line) === null ||
    !/\d{4}/.test(line) ||
    line.length > 60
  )
    return false;
  fields.date ??= line;
  return true;
}

/** "abcnews.example", "https://abcnews.example/a" or a name. */
export function sourceOf(value: string | null): { outlet: string | null; url: string | null } {
  if (value === null) return { outlet: null, url: null };
  const address = /https?:\/\/[^\s)>\]]+/i.exec(value)?.[0];
  if (address === undefined || !URL.canParse(address)) return { outlet: value.replace(/\.$/, ''), url: null };
  const name = value
    .replace(address, '')
    .replace(/[\s(<[\])>,–-]+$/, '')
    .trim();
  return { outlet: name || null, url: address };
}
