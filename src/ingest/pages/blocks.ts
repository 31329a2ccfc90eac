import { remembering } from '../../domain/remembering.ts';
import { tidyLine } from '../prose/tidy.ts';
import { isElement, type PageElement, type PageNode, TEXT_NODE } from './dom.ts';
import { NAMING_ATTRIBUTES, SIGNAL_NAMES, SIGNAL_PATTERNS } from './signals.ts';

/** An element on the way to a block, with what its subtree holds. */
export type Part = {
  readonly element: PageElement;
  readonly tag: string;
  readonly parent: Part | null;
  readonly depth: number;
  /** Bit n is set when `SIGNAL_NAMES[n]` was found in the element's own names. */
  readonly signals: number;
  readonly hidden: boolean;
  /** Characters of text, and of prose (long blocks with few links), in the subtree. */
  chars: number;
  prose: number;
  linked: number;
};

/** A stretch of text that stands apart on the page: a paragraph, heading, list entry, cell. */
export type Block = {
  readonly part: Part;
  readonly text: string;
  /** Characters inside links. */
  readonly linked: number;
  readonly links: number;
  /** Characters inside `<strong>`, `<b>`, `<em>` or `<i>`. */
  readonly emphasised: number;
};

const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed applet canvas video audio source track select option button input textarea head meta link map area dialog progress meter datalist'.split(
    ' ',
  ),
);

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr nobr img picture amp-img'.split(
    ' ',
  ),
);

/** The cells of a row make one block, unless they hold blocks themselves. */
const CELLS = new Set(['td', 'th']);

const EMPHASIS = new Set(['strong', 'b', 'em', 'i']);

/** Deeper than any page a person wrote; what lies below is not read. */
const MAX_DEPTH = 400;
const PROSE_CHARS = 80;
const PROSE_LINKED_SHARE = 0.35;

/** The blocks of a page in the order of the document, and how large and deep its tree is. */
export type Survey = { readonly blocks: readonly Block[]; readonly nodes: number; readonly depth: number };

export function survey(root: PageElement): Survey {
  const walker = new Walker();
  walker.walk(root);
  return walker;
}

export function blocksOf(root: PageElement): readonly Block[] {
  return survey(root).blocks;
}

/** The text being gathered between two block boundaries. */
class Walker {
  readonly blocks: Block[] = [];
  nodes = 0;
  depth = 0;
  #text: string[] = [];
  #linked = 0;
  #links = 0;
  #emphasised = 0;
  #anchors = 0;
  #strong = 0;
  #preformatted = 0;

  /** Without recursion: hostile pages nest deeper than a stack. */
  walk(root: PageElement): void {
    let part = partOf(root, null);
    let node: PageNode | null = root.firstChild;
    while (node !== null) {
      const entered: Part | null = this.#visit(node, part);
      if (entered !== null) {
        part = entered;
        node = entered.element.firstChild;
        if (node !== null) continue;
        node = entered.element;
        part = this.#leave(entered);
      }
      while (node !== null && node.nextSibling === null) {
        if (part.parent === null) {
          this.#flush(part);
          return;
        }
        node = part.element;
        part = this.#leave(part);
      }
      node = node?.nextSibling ?? null;
    }
    this.#flush(part);
  }

  /** Returns the part to go into, or null where there is nothing to enter. */
  #visit(node: PageNode, part: Part): Part | null {
    this.nodes++;
    if (node.nodeType === TEXT_NODE) {
      const text = node.textContent ?? '';
      if (this.#preformatted > 0) this.#addPreformatted(text, part);
      else this.#add(text);
      return null;
    }
    if (!isElement(node)) return null;
    const tag = node.localName;
    this.depth = Math.max(this.depth, part.depth + 1);
    if (tag === 'br') this.#breakLine(node, part);
    if (tag === 'hr') this.#flush(part);
    if (SKIPPED.has(tag) || part.depth >= MAX_DEPTH) return null;
    if (CELLS.has(tag)) this.#text.push(' ');
    else if (!INLINE.has(tag)) this.#flush(part);
    if (tag === 'a') {
      this.#anchors++;
      this.#links++;
    }
    if (EMPHASIS.has(tag)) this.#strong++;
    if (tag === 'pre') this.#preformatted++;
    return partOf(node, part);
  }

  #leave(part: Part): Part {
    const { tag, parent } = part;
    if (tag === 'a') this.#anchors--;
    if (EMPHASIS.has(tag)) this.#strong--;
    if (tag === 'pre') this.#preformatted--;
    if (!INLINE.has(tag) && !CELLS.has(tag)) this.#flush(part);
    return parent ?? part;
  }

  /** An empty line ends a paragraph here. */
  #addPreformatted(text: string, part: Part): void {
    for (const [index, paragraph] of text.split(/\n\s*\n/).entries()) {
      if (index > 0) this.#flush(part);
      this.#add(paragraph);
    }
  }

  #add(text: string): void {
    if (text === '') return;
    this.#text.push(text);
    const seen = text.trim().length;
    if (this.#anchors > 0) this.#linked += seen;
    if (this.#strong > 0) this.#emphasised += seen;
  }

  /** One line break is a space, two in a row end a paragraph. */
  #breakLine(br: PageElement, part: Part): void {
    let next = br.nextSibling;
    while (next !== null && next.nodeType === TEXT_NODE && (next.textContent ?? '').trim() === '')
      next = next.nextSibling;
    if (next !== null && isElement(next) && next.localName === 'br') this.#flush(part);
    else this.#text.push(' ');
  }

  #flush(part: Part): void {
    const text = this.#text.length === 0 ? '' : tidyLine(this.#text.join(''));
    if (text !== '') {
      const linked = Math.min(this.#linked, text.length);
      const owner = blockPart(part);
      this.blocks.push({
        part: owner,
        text,
        linked,
        links: this.#links,
        emphasised: Math.min(this.#emphasised, text.length),
      });
      const isProse = text.length >= PROSE_CHARS && linked < text.length * PROSE_LINKED_SHARE;
      for (let at: Part | null = owner; at !== null; at = at.parent) {
        at.chars += text.length;
        at.linked += linked;
        if (isProse) at.prose += text.length;
      }
    }
    this.#text = [];
    this.#linked = 0;
    this.#links = this.#anchors;
    this.#emphasised = 0;
  }
}

/** Inline elements own no block; the element around them does. */
function blockPart(part: Part): Part {
  let at = part;
  while (at.parent !== null && INLINE.has(at.tag)) at = at.parent;
  return at;
}

function partOf(element: PageElement, parent: Part | null): Part {
  const depth = (parent?.depth ?? -1) + 1;
  const tag = element.localName;
  const isBlock = !INLINE.has(tag);
  return {
    element,
    tag,
    parent,
    depth,
    signals: isBlock ? signalsOf(element) : 0,
    hidden: isBlock && isHidden(element),
    chars: 0,
    prose: 0,
    linked: 0,
  };
}

const MAX_SEEN = 20_000;
const MAX_NAMES = 300;

function signalsOf(element: PageElement): number {
  let names = '';
  for (const attribute of NAMING_ATTRIBUTES) {
    const value = element.getAttribute(attribute);
    if (value) names += ` ${value}`;
  }
  if (names === '') return 0;
  return signalsIn(names.slice(0, MAX_NAMES).toLowerCase());
}

const signalsIn = remembering(MAX_SEEN, (names: string) => {
  let signals = 0;
  SIGNAL_NAMES.forEach((name, bit) => {
    if (SIGNAL_PATTERNS[name].test(names)) signals |= 1 << bit;
  });
  return signals;
});

function isHidden(element: PageElement): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
