import type { Block, QuoteGroup, QuoteLine } from '../../message/message.ts';
import { speakerLine } from '../../message/quoted.ts';
import { escapeDiscord } from '../escape.ts';
import { discordLimits } from '../limits.ts';
import { quoteLines, runsMarkdown } from './markdown.ts';
import { storyUnit } from './story.ts';
import { colours, embedUnit, type Unit } from './unit.ts';

/** Blocks as embeds: a story or a speaker each has its own; what stands between shares one. */
export function blockUnits(blocks: readonly Block[], locale: string): readonly Unit[] {
  const units: Unit[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    units.push(...textUnits(lines));
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'story' || block.kind === 'quotes') {
      flush();
      units.push(...(block.kind === 'story' ? [storyUnit(block, locale)] : speakerUnits(block, locale)));
    } else lines.push(...blockLines(block));
  }
  flush();
  return units;
}

/** Lines of Markdown in as few embeds as hold them; a line is never parted. */
export function textUnits(lines: readonly string[]): readonly Unit[] {
  return descriptions(lines).map((description) => embedUnit({ description, color: colours.plain }));
}

function speakerUnits(group: QuoteGroup, locale: string): readonly Unit[] {
  const title = escapeDiscord(group.speaker);
  const role = escapeDiscord(
    speakerLine(group, locale)
      .slice(group.speaker.length)
      .replace(/^[,،]\s*/, ''),
  );
  const quotes = group.quotes.map((line) => `${quoteThatFits(line, locale)}\n`);
  return descriptions(role ? [`-# ${role}\n`, ...quotes] : quotes).map((description) =>
    embedUnit({ title, description: description.trim(), color: colours.story }),
  );
}

/** An address may be as long as the quote: then the words stay and it goes. */
function quoteThatFits(line: QuoteLine, locale: string): string {
  const whole = quoteLines(line, locale, false);
  if (whole.length <= discordLimits.descriptionRoom) return whole;
  const [first = ''] = line.stretches;
  const unlinked = quoteLines({ ...line, href: null }, locale, false);
  return unlinked.length <= discordLimits.descriptionRoom
    ? unlinked
    : quoteLines({ ...line, stretches: [first], href: null }, locale, false);
}

function blockLines(block: Exclude<Block, { kind: 'story' | 'quotes' }>): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`### ${escapeDiscord(block.text)}`];
    case 'text':
      return block.runs.length === 0 ? [] : [runsMarkdown(block.runs)];
    case 'list':
      return block.items.map((item) => `- ${runsMarkdown(item)}`);
    case 'facts':
      return block.facts.map(({ label, value }) => `**${escapeDiscord(label)}:** ${escapeDiscord(value)}`);
  }
}

function descriptions(lines: readonly string[]): readonly string[] {
  const made: string[] = [];
  for (const line of lines) {
    const last = made.at(-1);
    if (last !== undefined && last.length + line.length + 1 <= discordLimits.descriptionRoom) {
      made[made.length - 1] = `${last}\n${line}`;
    } else made.push(line);
  }
  return made;
}
