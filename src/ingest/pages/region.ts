import { Readability } from '@mozilla/readability';
import { type Block, blocksOf, type Part, type Survey } from './blocks.ts';
import { denseBlocks } from './dense-blocks.ts';
import type { PageDocument, PageElement } from './dom.ts';

/**
 * Readability takes time with the square of a page's size. Papers' pages have 2,000 to 15,000 nodes and nest 20 to
 * 60 deep; beyond these bounds, which hostile pages pass, it is left out.
 */
const MAX_NODES = 30_000;
const MAX_BLOCKS = 4_000;
const MAX_DEPTH = 150;

/**
 * The blocks that stand where the article stands, in the order of the page. @mozilla/readability finds the place (it
 * changes the document, so this comes last); what it keeps is matched with the blocks by their text, in order. Where
 * it finds nothing, or may not be asked, the densest part of the page is taken.
 */
export function articleBlocks(document: PageDocument, { blocks, nodes, depth }: Survey): readonly Block[] {
  const isReadable =
    blocks.length > 0 && blocks.length <= MAX_BLOCKS && nodes <= MAX_NODES && depth <= MAX_DEPTH;
  const kept = isReadable ? readable(document) : null;
  const chosen = kept === null ? new Set<number>() : align(blocks, blocksOf(kept));
  if (chosen.size === 0) return denseBlocks(blocks);
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
    });
    return reader.parse()?.content ?? null;
  } catch {
    // A tree it can't cope with: the densest part of the page has to do.
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
