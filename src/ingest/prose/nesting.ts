/** Elements that may stand open without nesting: void ones, and those that the next of their kind closes. */
const NOT_NESTING = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option thead tbody tfoot colgroup html head body'.split(
    ' ',
  ),
);

/**
 * Whether the elements of a markup nest deeper than `max`. Counts tags by hand, in one pass over the text, so that
 * no input takes longer than its length: parsers take time or stack with depth.
 */
export function nestsTooDeep(markup: string, max: number): boolean {
  let depth = 0;
  let at = markup.indexOf('<');
  while (at >= 0) {
    const next = markup[at + 1];
    if (next === '!') at = afterDeclaration(markup, at);
    else if (next === '/') {
      depth = Math.max(0, depth - (isNesting(markup, at + 2) ? 1 : 0));
      at += 2;
    } else if (next !== undefined && /[a-z_]/i.test(next)) {
      const end = markup.indexOf('>', at);
      if (end < 0) return false;
      if (markup[end - 1] !== '/' && isNesting(markup, at + 1) && ++depth > max) return true;
      at = end;
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

function isNesting(markup: string, from: number): boolean {
  const name = /^[a-z_][\w:-]*/i.exec(markup.slice(from, from + 32))?.[0] ?? '';
  return !NOT_NESTING.has(name.toLowerCase());
}
