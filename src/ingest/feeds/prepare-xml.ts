/** Deeper than any feed; hostile ones nest to exhaust a parser. */
const MAX_DEPTH = 250;

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

/** Whether elements nest deeper than is read. Counts tags, so that it costs one pass and no stack. */
export function nestsTooDeep(xml: string): boolean {
  let depth = 0;
  const tag = /<(\/?)[a-z_][^<>]*?(\/?)>|<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/gi;
  for (let found = tag.exec(xml); found !== null; found = tag.exec(xml)) {
    if (found[0].startsWith('<!')) continue;
    if (found[1] === '/') depth = Math.max(0, depth - 1);
    else if (found[2] !== '/' && ++depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Takes off `<!DOCTYPE …[…]>`, which may stand only before the root; text that looks like one is left alone. */
function withoutDoctype(xml: string): string {
  const start = /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*<!DOCTYPE\b/i.exec(xml);
  if (!start) return xml;
  const from = start[0].length;
  const bracket = xml.indexOf('[', from);
  const close = xml.indexOf('>', from);
  if (close < 0) return xml.slice(from);
  if (bracket < 0 || bracket > close) return `${start[0].replace(/<!DOCTYPE$/i, '')}${xml.slice(close + 1)}`;
  const end = xml.indexOf(']', bracket);
  const after = end < 0 ? close : xml.indexOf('>', end);
  return xml.slice(after < 0 ? xml.length : after + 1);
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
    if (index < at || end < 0) continue;
    const inside = xml.slice(index + tag.length, end);
    parts.push(xml.slice(at, index), `<${name} type="xhtml"><div>${inside}</div>${close}`);
    at = end + close.length;
  }
  parts.push(xml.slice(at));
  return parts.join('');
}
