/** Elements that may stand open without nesting: void ones, and those that the next of their kind closes. */
const NOT_NESTING = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option thead tbody tfoot colgroup html head body'.split(
    ' ',
  ),
);

/** What stands in these is text to HTML, whatever it looks like: comparisons, markup that a program puts together. */
const RAW_TEXT: ReadonlySet<string> = new Set(['script', 'style']);

/**
 * Whether the elements of a markup nest deeper than `max`. Counts tags by hand, in one pass over the text, so that
 * no input takes longer than its length: parsers take time or stack with depth.
 */
export function nestsTooDeep(markup: string, max: number, language: 'html' | 'xml'): boolean {
  let depth = 0;
  let at = markup.indexOf('<');
  while (at >= 0) {
    const next = markup[at + 1];
    if (next === '!') at = afterDeclaration(markup, at);
    else if (next === '/') {
      depth = Math.max(0, depth - (NOT_NESTING.has(nameAt(markup, at + 2)) ? 0 : 1));
      at += 2;
    } else if (next !== undefined && /[a-z_]/i.test(next)) {
      const end = markup.indexOf('>', at);
      if (end < 0) return false;
      const name = nameAt(markup, at + 1);
      if (markup[end - 1] === '/' || NOT_NESTING.has(name)) at = end;
      else if (language === 'html' && RAW_TEXT.has(name)) at = afterRawText(markup, name, end);
      else if (++depth > max) return true;
      else at = end;
    } else at++;
    at = markup.indexOf('<', at);
  }
  return false;
}

/** Past a comment or CDATA section; one that is never closed reaches to the end. */
function afterDeclaration(markup: string, at: number): number {
  const close = markup.startsWith('<!--', at) ? '-->' : markup.startsWith('<![CDATA[', at) ? ']]>' : '>';
  const end = markup.indexOf(close, at);
  return end < 0 ? markup.length : end + close.length;
}

/** Past an element of raw text; one that is never closed reaches to the end. */
function afterRawText(markup: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  return close.test(markup) ? close.lastIndex : markup.length;
}

function nameAt(markup: string, from: number): string {
  return /^[a-z_][\w:-]*/i.exec(markup.slice(from, from + 32))?.[0].toLowerCase() ?? '';
}
