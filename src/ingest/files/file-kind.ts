export type FileKind = 'text' | 'html' | 'markdown' | 'json-lines' | 'json' | 'feed' | 'binary';

const BY_EXTENSION: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
  pdf: 'binary',
  doc: 'binary',
  docx: 'binary',
  odt: 'binary',
  epub: 'binary',
  zip: 'binary',
  gz: 'binary',
  png: 'binary',
  jpg: 'binary',
  jpeg: 'binary',
};

/** What a file's ending says it is; null when it says nothing (".json" may be one object or many lines). */
export function kindByName(name: string): FileKind | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  return extension === undefined ? null : (BY_EXTENSION[extension] ?? null);
}

/** What may stand before the first element: declarations, stylesheets, comments, the document type of old feeds. */
const PROLOG = /^(?:<\?[^>]*>\s*|<!--[\s\S]{0,500}?-->\s*|<!doctype (?:rss|rdf)[^>]*>\s*)*/i;

/** What the first bytes of a file say it is. */
export function kindByContent(head: Uint8Array): FileKind {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 2048)).replace(/^ï»¿/, '').trimStart();
  const markup = start.replace(PROLOG, '');
  if (/^<(?:\w+:)?(?:rss|feed|RDF)\b/i.test(markup)) return 'feed';
  if (/^<(?:!doctype html|html|head|body|article|main|div|p|h1|section|!--)\b/i.test(markup)) return 'html';
  if (/^\{[\s\S]{0,200}?"https?:\/\/jsonfeed\.org\/version\//.test(start)) return 'feed';
  if (/^\[\s*\{/.test(start)) return 'json';
  if (start.startsWith('{')) return isWholeLine(start) ? 'json-lines' : 'json';
  if (/^(?:(?:---|\+\+\+)\r?\n|# \S)/.test(start)) return 'markdown';
  if (isUtf16(head)) return 'text';
  return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(start) ? 'binary' : 'text';
}

/** Whether the first line is an object by itself; one too long to see its end most probably is. */
function isWholeLine(start: string): boolean {
  const end = start.indexOf('\n');
  return end < 0 || start.slice(0, end).trimEnd().endsWith('}');
}

function isUtf16([a, b]: Uint8Array): boolean {
  return (a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe);
}
