import type { Block, Part } from './blocks.ts';

const MIN_PROSE = 60;
const MAX_LINKED_SHARE = 0.5;
const DESCEND_SHARE = 0.6;
const FOREIGN_TAGS = new Set(['nav', 'footer', 'form', 'aside', 'figure', 'header']);

/**
 * The blocks of the part of a page where its prose is: from the root down as long as one child has most of it. The
 * idea is that of Readability's scores, in time that grows with the page and no faster.
 */
export function denseBlocks(blocks: readonly Block[]): readonly Block[] {
  const prose = blocks.filter(isProse);
  const weights = new Map<Part, number>();
  for (const { part, text, linked } of prose)
    for (let at: Part | null = part; at !== null; at = at.parent)
      weights.set(at, (weights.get(at) ?? 0) + text.length - linked);
  const root = rootOf(blocks);
  if (root === null || weights.size === 0) return prose;
  const core = descend(root, heaviestChildren(weights), weights);
  return blocks.filter(({ part }) => isWithin(part, core));
}

function isProse({ text, linked, part }: Block): boolean {
  if (text.length - linked < MIN_PROSE || linked > text.length * MAX_LINKED_SHARE) return false;
  for (let at: Part | null = part; at !== null; at = at.parent)
    if (FOREIGN_TAGS.has(at.tag) || at.hidden) return false;
  return true;
}

function rootOf(blocks: readonly Block[]): Part | null {
  let root = blocks[0]?.part ?? null;
  while (root !== null && root.parent !== null) root = root.parent;
  return root;
}

function heaviestChildren(weights: ReadonlyMap<Part, number>): ReadonlyMap<Part, Part> {
  const heaviest = new Map<Part, Part>();
  for (const [part, weight] of weights) {
    if (part.parent === null) continue;
    const other = heaviest.get(part.parent);
    if (other === undefined || weight > (weights.get(other) ?? 0)) heaviest.set(part.parent, part);
  }
  return heaviest;
}

function descend(root: Part, heaviest: ReadonlyMap<Part, Part>, weights: ReadonlyMap<Part, number>): Part {
  let core = root;
  for (let next = heaviest.get(core); next !== undefined; next = heaviest.get(core)) {
    if ((weights.get(next) ?? 0) < (weights.get(core) ?? 0) * DESCEND_SHARE) break;
    core = next;
  }
  return core;
}

function isWithin(part: Part, core: Part): boolean {
  for (let at: Part | null = part; at !== null; at = at.parent) if (at === core) return true;
  return false;
}
