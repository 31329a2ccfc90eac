/**
 * Makes XML safe and readable for the parsers: no document type (so no entity is ever defined, expanded or fetched),
 * no characters XML forbids, and Atom 0.3's way of marking Base64 and inline markup in the words of Atom 1.0.
 */
export function prepareXml(xml: string): string {
  const body = withoutDoctype(
    xml.replace(/^[^<{]*/, '').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''),
  );
  return isAtom03(body) ? inWordsOfAtom10(body) : body;
}

/** Takes off `<!DOCTYPE …[…]>`, which may stand only before the root; text that looks like one is left alone. */
function withoutDoctype(xml: string): string {
  const from = skipProlog(xml);
  if (!/^<!DOCTYPE\b/i.test(xml.slice(from, from + 10))) return xml;
  const close = xml.indexOf('>', from);
  const bracket = xml.indexOf('[', from);
  if (close < 0) return '';
  if (bracket < 0 || bracket > close) return xml.slice(close + 1);
  const end = xml.indexOf(']', bracket);
  const after = end < 0 ? close : xml.indexOf('>', end);
  return after < 0 ? '' : xml.slice(after + 1);
}

/** Where the first thing stands that is no space, comment or processing instruction. */
function skipProlog(xml: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(xml[at] ?? '')) at++;
    const close = xml.startsWith('<?', at) ? '?>' : xml.startsWith('<!--', at) ? '-->' : null;
    const end = close === null ? -1 : xml.indexOf(close, at);
    if (close === null || end < 0) return at;
    at = end + close.length;
  }
}

/** The name of the root element, lower-cased and without prefix; empty when there is none. */
export function rootName(xml: string): string {
  const at = skipProlog(xml);
  return /^<(?:\w+:)?(\w+)/.exec(xml.slice(at, at + 100))?.[1]?.toLowerCase() ?? '';
}

function isAtom03(xml: string): boolean {
  return /<(?:\w+:)?feed\b[^>]*(?:version=["']0\.3["']|purl\.org\/(?:atom\/ns#|echo))/i.test(
    xml.slice(0, 4_000),
  );
}

const CONSTRUCT = '(?:\\w+:)?(?:title|summary|content|tagline|subtitle|info|copyright|rights)';
const BASE64 = new RegExp(`<${CONSTRUCT}\\s[^<>]*\\bmode\\s*=\\s*["']base64["'][^<>]*>`, 'gi');
const INLINE = new RegExp(
  `<(${CONSTRUCT})\\s[^<>]*\\btype\\s*=\\s*["']application/xhtml\\+xml["'][^<>]*>`,
  'gi',
);

function inWordsOfAtom10(xml: string): string {
  const marked = xml.replace(BASE64, (tag) => {
    const bare = tag.replace(/\s(?:type|mode)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '');
    return bare.replace(/(\/?>)$/, ' type="application/octet-stream"$1');
  });
  return wrapInline(marked);
}

/** Atom 1.0's "xhtml" means what stands inside its `<div>`; Atom 0.3 meant the whole: it gets one more around it. */
function wrapInline(xml: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { index, 0: tag, 1: name } of xml.matchAll(INLINE)) {
    const close = `</${name}>`;
    const end = xml.indexOf(close, index);
    if (end < 0) break;
    if (index < at) continue;
    const inside = xml.slice(index + tag.length, end);
    parts.push(xml.slice(at, index), `<${name} type="xhtml"><div>${inside}</div>${close}`);
    at = end + close.length;
  }
  parts.push(xml.slice(at));
  return parts.join('');
}
