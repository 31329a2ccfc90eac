import { parse } from 'yaml';
import { tidyLine } from '../prose/tidy.ts';

type Field = 'title' | 'date' | 'byline' | 'outlet' | 'url' | 'lede' | 'language';

/** Keys by what they say; blogs and exporters name them variously. */
const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['title', 'title'],
  ['headline', 'title'],
  ['date', 'date'],
  ['published', 'date'],
  ['publishedat', 'date'],
  ['pubdate', 'date'],
  ['author', 'byline'],
  ['authors', 'byline'],
  ['byline', 'byline'],
  ['outlet', 'outlet'],
  ['source', 'outlet'],
  ['publisher', 'outlet'],
  ['site', 'outlet'],
  ['url', 'url'],
  ['link', 'url'],
  ['canonical', 'url'],
  ['description', 'lede'],
  ['summary', 'lede'],
  ['lang', 'language'],
  ['language', 'language'],
]);

export type FrontMatter = Readonly<Partial<Record<Field, string>>>;

/** Parts an article from what stands before it between two lines of `---` (YAML) or `+++` (TOML). */
export function splitFrontMatter(source: string): { readonly fields: FrontMatter; readonly body: string } {
  const fenced = /^\s*(---|\+\+\+)[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n\1[ \t]*(?:\r?\n|$)/.exec(source);
  if (!fenced) return { fields: {}, body: source };
  const fields: Partial<Record<Field, string>> = {};
  for (const [key, value] of valuesIn((fenced[2] ?? '').replaceAll('\r\n', '\n'))) {
    const field = FIELDS.get(key.toLowerCase().replace(/[_-]/g, ''));
    const text = textOf(value);
    if (field !== undefined && text !== '') fields[field] ??= text;
  }
  return { fields, body: source.slice(fenced[0].length) };
}

/** As YAML; line by line where it is none: TOML, or a title with a colon or asterisks in it that nobody quoted. */
function valuesIn(matter: string): readonly (readonly [key: string, value: unknown])[] {
  try {
    const values: unknown = parse(matter, { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' });
    if (isRecord(values)) return Object.entries(values);
  } catch {
    // Not YAML.
  }
  return linesIn(matter);
}

function linesIn(matter: string): readonly (readonly [key: string, value: string])[] {
  return matter.split('\n').flatMap((line): readonly (readonly [string, string])[] => {
    const [, key, value = ''] = /^([\w-]+)[ \t]*[:=](.*)$/.exec(line) ?? [];
    return key === undefined ? [] : [[key, value.trim().replace(/^(["'])(.*)\1$/, '$2')]];
  });
}

/** A text, several of them, or the name of somebody who has other things besides. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ');
  if (isRecord(value)) return typeof value.name === 'string' ? tidyLine(value.name) : '';
  return typeof value === 'string' ? tidyLine(value) : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
