import { parseDate } from '../dates/parse-date.ts';
import { isBoilerplate, isEndHeading } from '../prose/is-boilerplate.ts';
import type { Block, Part } from './blocks.ts';
import { isIn, teaserParts } from './cards.ts';
import { isCallToAction, isCredit, isStaffNote } from './furniture.ts';
import { hasSignal, type SignalName } from './signals.ts';

/** Names of parts whose whole text is furniture, wherever in the article they stand. */
const FURNITURE: readonly SignalName[] = [
  'share',
  'related',
  'newsletter',
  'comments',
  'tags',
  'overlay',
  'navigation',
  'footer',
  'promotion',
];
const FURNITURE_TAGS = new Set(['figcaption', 'figure', 'nav', 'footer', 'aside', 'form']);

/** Publishing systems name these after all that they may hold ("has-post-thumbnail"). */
const CONTAINER_TAGS = new Set(['article', 'main', 'body', 'html']);

/** A part that holds more of the article than this is the article, whatever it is called. */
const MAX_PART_SHARE = 0.3;
const MAX_NAMED_LEVELS = 5;
/** So much prose is no box of buttons; other people's words and other stories may be as long. */
const MAX_FURNITURE_PROSE = 900;
const MAX_CAPTION = 400;
const MAX_AUTHOR_NOTE = 700;

const PROSE_CHARS = 100;
const SHORT = 160;
/** Share of the article's text after which a heading may end it. */
const END_AFTER = 0.5;

/**
 * Leaves out of an article's blocks what is not the article: the repeated headline, credits and captions, buttons,
 * pointers to other stories, calls to subscribe, notes on the author, and all that follows a closing heading.
 */
export function cleanBlocks(
  page: readonly Block[],
  region: readonly Block[],
  title: string | null,
): readonly Block[] {
  const headline = plain(title ?? '');
  const teasers = teaserParts(page, (block) => isHeadline(block, headline));
  const withoutTeasers = region.filter((block) => !isIn(block, teasers));
  const blocks = withoutTeasers.some(isProse) ? withoutTeasers : region;
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const kept = blocks.filter(
    (block, index) => !isFurniture(block, blocks[index + 1], total) && !isHeadline(block, headline),
  );
  return dropEmptyHeadings(trimEnds(cutAfterEnd(kept)));
}

function isFurniture(block: Block, next: Block | undefined, total: number): boolean {
  const { text } = block;
  if (isBoilerplate(text) || isCredit(text) || isCallToAction(block)) return true;
  return isLinkOnly(block, next) || standsInFurniture(block, total);
}

/** Looks up from the block as long as the parts are small beside the article. */
function standsInFurniture(block: Block, total: number): boolean {
  let level = 0;
  for (let at: Part | null = block.part; at !== null && level < MAX_NAMED_LEVELS; at = at.parent, level++) {
    if (at.chars > total * MAX_PART_SHARE && level > 0) return false;
    // What is quoted in the article belongs to it, in whatever frame it stands.
    if (at.tag === 'blockquote') return false;
    if (FURNITURE_TAGS.has(at.tag)) return true;
    if (isNamedFurniture(at, level, block)) return true;
  }
  return false;
}

function isNamedFurniture({ signals, tag, chars, prose }: Part, level: number, { text }: Block): boolean {
  if (CONTAINER_TAGS.has(tag)) return hasSignal(signals, 'related') || hasSignal(signals, 'comments');
  // A paragraph's own class is often a style's name; on prose it is not believed.
  if (level === 0 && text.length > SHORT) return false;
  if (hasSignal(signals, 'related') || hasSignal(signals, 'comments')) return true;
  if (FURNITURE.some((name) => hasSignal(signals, name))) return prose < MAX_FURNITURE_PROSE;
  if (hasSignal(signals, 'caption')) return level <= 2 && chars < MAX_CAPTION;
  if (hasSignal(signals, 'media')) return level <= 2 && chars < MAX_CAPTION && !endsSentence(text);
  return hasSignal(signals, 'byline') && chars < MAX_AUTHOR_NOTE && (level > 0 || text.length < SHORT);
}

function isHeadline({ text, part }: Block, headline: string): boolean {
  if (headline === '' || text.length > 300) return false;
  const words = plain(text);
  if (words === headline) return true;
  return (
    /^h[1-3]$/.test(part.tag) &&
    words.length > 15 &&
    (headline.startsWith(words) || words.startsWith(headline))
  );
}

/** A line that is one link points elsewhere; a linked heading with prose under it does not. */
function isLinkOnly({ text, linked, part }: Block, next: Block | undefined): boolean {
  const share = linked / text.length;
  if (text.length > 600 || share <= 0.5 || isBareAddress(text)) return false;
  if (
    /^h[1-6]$/.test(part.tag) &&
    next !== undefined &&
    next.part.parent === part.parent &&
    next.linked < next.text.length * 0.5
  )
    return false;
  return share > (text.length > 300 ? 0.9 : 0.8) ? text.length > 12 : part.tag === 'li';
}

function isBareAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(text);
}

function isDate(text: string): boolean {
  return (
    text.length < 70 &&
    /\d{4}/.test(text) &&
    text.split(' ').length <= 12 &&
    !/[.!?]$/.test(text) &&
    parseDate(text) !== null
  );
}

/** All from a closing heading on, when most of the article stands before it. */
function cutAfterEnd(blocks: readonly Block[]): readonly Block[] {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  let before = 0;
  for (const [index, block] of blocks.entries()) {
    if (before > total * END_AFTER && isEndHeading(block.text)) return blocks.slice(0, index);
    before += block.text.length;
  }
  return blocks;
}

/**
 * Before the first prose and after the last, short lines are furniture, unless they stand right beside it: then they
 * may be a list or a verse of the article, and only what is plainly a date, an address or a name goes.
 */
function trimEnds(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(isProse);
  const last = blocks.findLastIndex((block) => isProse(block) && !isStaffNote(block));
  const head = blocks[first];
  const tail = blocks[last];
  if (head === undefined || tail === undefined) return blocks;
  return blocks.filter((block, index) => {
    if (index >= first && index <= last) return true;
    if (isDate(block.text) || isByline(block.text) || isStaffNote(block)) return false;
    if (index < first && isBareAddress(block.text)) return false;
    const beside = index < first ? head : tail;
    return block.part.parent === beside.part.parent || block.part.tag === 'li' || block.part.tag === 'tr';
  });
}

function isProse({ text }: Block): boolean {
  return !isBareAddress(text) && (text.length >= PROSE_CHARS || endsSentence(text));
}

function isByline(text: string): boolean {
  return (
    text.length < 120 &&
    /^(?:by|von|par|por|di|door|av|af|text:)\s+\p{Lu}/iu.test(text) &&
    !/[.!?]$/.test(text)
  );
}

/** A heading with nothing under it announced something that was left out. */
function dropEmptyHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block, index) => {
    const next = blocks[index + 1];
    return !isHeading(block) || (next !== undefined && (!isHeading(next) || levelOf(next) > levelOf(block)));
  });
}

function isHeading(block: Block): boolean {
  return /^h[1-6]$/.test(block.part.tag);
}

function levelOf(block: Block): number {
  return Number(block.part.tag.slice(1));
}

function endsSentence(text: string): boolean {
  return text.length > 20 && /[.!?…。！？][”"’'»)\]]*$/u.test(text);
}

function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
