import type { Block, Part } from './blocks.ts';

/** A card is small, and cards come in numbers. */
const MAX_CARD = 700;
const MIN_CARDS = 3;
const MAX_LEVELS = 4;
const MIN_LINK = 12;

/**
 * The parts of a page that announce other stories: small frames alike in make, each with a line that is one link, or
 * whole articles beside the one the page is about.
 */
export function teaserParts(
  blocks: readonly Block[],
  isHeadline: (block: Block) => boolean,
): ReadonlySet<Part> {
  const frames = new Map<string, Set<Part>>();
  const articles = new Set<Part>();
  for (const block of blocks) {
    if (!isLinkLine(block)) continue;
    let level = 0;
    for (let at = block.part.parent; at !== null && level < MAX_LEVELS; at = at.parent, level++) {
      if (at.tag === 'article') articles.add(at);
      if (at.chars > MAX_CARD) continue;
      if (at.chars - at.linked < MIN_LINK) continue;
      const make = makeOf(at);
      const alike = frames.get(make) ?? new Set();
      frames.set(make, alike.add(at));
    }
  }
  const teasers = new Set<Part>();
  for (const alike of frames.values())
    if (alike.size >= MIN_CARDS) for (const part of alike) teasers.add(part);
  for (const part of otherArticles(blocks, articles, isHeadline)) teasers.add(part);
  return teasers;
}

export function isIn({ part }: Block, parts: ReadonlySet<Part>): boolean {
  for (let at: Part | null = part; at !== null; at = at.parent) if (parts.has(at)) return true;
  return false;
}

/** `<article>` elements with a linked heading, on a page whose own `<article>` has the headline. */
function otherArticles(
  blocks: readonly Block[],
  linked: ReadonlySet<Part>,
  isHeadline: (block: Block) => boolean,
): ReadonlySet<Part> {
  const own = new Set<Part>();
  for (const block of blocks)
    if (isHeadline(block)) for (let at: Part | null = block.part; at !== null; at = at.parent) own.add(at);
  if (![...own].some((part) => part.tag === 'article')) return new Set();
  return linked.difference(own);
}

function isLinkLine({ text, linked, part }: Block): boolean {
  if (linked < MIN_LINK || linked < text.length * 0.8) return false;
  return /^h[1-6]$/.test(part.tag) || text.includes(' ');
}

/** Tag and class at its depth: frames made by one template have them in common. */
function makeOf(part: Part): string {
  const name = (part.element.getAttribute('class') ?? '').replace(/\d+/g, '').split(' ')[0];
  return `${part.depth} ${part.tag}.${name} ${part.parent?.parent?.depth}`;
}
