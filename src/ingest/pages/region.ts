import { Readability } from '@mozilla/readability';
import { type Block, blocksOf, type Part } from './blocks.ts';
import type { PageDocument, PageElement } from './dom.ts';

/** Readability stops above this many elements: a page that large is no article, and would take seconds. */
const MAX_ELEMENTS = 60_000;
const MIN_PROSE = 60;

/**
 * The blocks that stand where the article stands, in the order of the page. @mozilla/readability finds the place (it
 * changes the document, so this comes last); what it keeps is matched with the blocks by their text, in order. Where
 * it finds nothing, all prose of the page is taken.
 */
export function articleBlocks(document: PageDocument, blocks: readonly Block[]): readonly Block[] {
  const kept = readable(document);
  const chosen = kept === null ? new Set<number>() : align(blocks, blocksOf(kept));
  if (chosen.size === 0) return blocks.filter((block) => block.text.length - block.linked >= MIN_PROSE);
  const first = Math.min(...chosen);
  const last = Math.max(...chosen);
  return blocks.filter(
    (block, index) => chosen.has(index) || (index > first && index < last && isQuoted(block)),
  );
}

function readable(document: PageDocument): PageElement | null {
  try {
    const reader = new Readability(document as ConstructorParameters<typeof Readability>[0], {
      serializer: (node: unknown) => node as PageElement,
      maxElemsToParse: MAX_ELEMENTS,
    });
    return reader.parse()?.content ?? null;
  } catch {
    // Too many elements, or a tree that it can't cope with: the page's prose has to do.
    return null;
  }
}

/** Each kept text is the next block with that text; one met out of order is the first not taken yet. */
function align(blocks: readonly Block[], kept: readonly Block[]): ReadonlySet<number> {
  const places = new Map<string, number[]>();
  blocks.forEach((block, index) => {
    const known = places.get(block.text);
    if (known) known.push(index);
    else places.set(block.text, [index]);
  });
  const chosen = new Set<number>();
  let last = -1;
  for (const { text } of kept) {
    const free = (places.get(text) ?? []).filter((index) => !chosen.has(index));
    const place = free.find((index) => index > last) ?? free[0];
    if (place === undefined) continue;
    chosen.add(place);
    last = place;
  }
  return chosen;
}

/** Readability throws out posts quoted from elsewhere for the names of their frames; the article speaks of them. */
function isQuoted({ part }: Block): boolean {
  for (let at: Part | null = part; at !== null; at = at.parent)
    if (at.tag === 'blockquote') return !at.hidden;
  return false;
}
