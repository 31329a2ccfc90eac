const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that are empty: nothing stands in them. */
const VOID = words(
  'area base basefont br col command embed frame hr img input keygen link meta param source track wbr',
);

/** What a new element ends where it stands innermost: nobody has to write `</li>`. */
const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['p', words('p')],
  ['li', words('li')],
  ['dt', words('dt dd')],
  ['dd', words('dt dd')],
  ['tr', words('tr td th')],
  ['td', words('td th thead')],
  ['th', words('th')],
  ['tbody', words('thead tbody')],
  ['tfoot', words('thead tbody')],
  ['option', words('option')],
]);

/** What stands in these is text to HTML, whatever it looks like: comparisons, markup that a program puts together. */
const RAW_TEXT = words('script style');

/**
 * Whether the elements of a markup nest deeper than `max`. Reads tags by hand, in one pass over the text, so that no
 * input takes longer than its length: parsers take time or stack with depth. In XML nothing ends by itself.
 */
export function nestsTooDeep(markup: string, max: number, language: 'html' | 'xml'): boolean {
  const isHtml = language === 'html';
  const open = new OpenElements();
  let at = markup.indexOf('<');
  while (at >= 0) {
    const next = markup[at + 1];
    if (next === '!') at = afterDeclaration(markup, at);
    else if (next === '/') {
      open.end(nameAt(markup, at + 2));
      at += 2;
    } else if (next !== undefined && /[a-z_]/i.test(next)) {
      const end = markup.indexOf('>', at);
      if (end < 0) return false;
      const name = nameAt(markup, at + 1);
      const isEmpty = markup[end - 1] === '/' || (isHtml && VOID.has(name));
      if (!isEmpty && open.begin(name, isHtml ? ENDED_BY.get(name) : undefined) > max) return true;
      at = isHtml && !isEmpty && RAW_TEXT.has(name) ? endOfRawText(markup, name, end) : end;
    } else at++;
    at = markup.indexOf('<', at);
  }
  return false;
}

class OpenElements {
  readonly #names: string[] = [];
  /** How many of each name are open: an end tag without a beginning is then told without a search. */
  readonly #counts = new Map<string, number>();

  /** Ends what is `ended` by it, and returns how deep it stands. */
  begin(name: string, ended: ReadonlySet<string> | undefined): number {
    while (ended?.has(this.#names.at(-1) ?? '')) this.#pop();
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    return this.#names.push(name);
  }

  /** Ends the innermost of the name with all that stands open in it. */
  end(name: string): void {
    if ((this.#counts.get(name) ?? 0) === 0) return;
    while (this.#pop() !== name);
  }

  #pop(): string | undefined {
    const name = this.#names.pop();
    if (name !== undefined) this.#counts.set(name, (this.#counts.get(name) ?? 1) - 1);
    return name;
  }
}

/** Past a comment or CDATA section; one that is never closed reaches to the end. */
function afterDeclaration(markup: string, at: number): number {
  const close = markup.startsWith('<!--', at) ? '-->' : markup.startsWith('<![CDATA[', at) ? ']]>' : '>';
  const end = markup.indexOf(close, at);
  return end < 0 ? markup.length : end + close.length;
}

/** Where the end tag of an element of raw text stands; one that is never closed reaches to the end. */
function endOfRawText(markup: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  return close.exec(markup)?.index ?? markup.length;
}

function nameAt(markup: string, from: number): string {
  return /^[a-z_][\w:-]*/i.exec(markup.slice(from, from + 32))?.[0].toLowerCase() ?? '';
}
