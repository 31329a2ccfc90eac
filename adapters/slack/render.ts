import type { KnownBlock } from '@slack/types';
import type { Message, StoryCard } from '../message/message.ts';
import { tidyMessage } from '../message/tidy-message.ts';
import { slackLimits } from './limits.ts';
import type { SlackPayload } from './payload.ts';
import { blockUnits } from './render/blocks.ts';
import { bullets, richText, sizeOf } from './render/rich-text.ts';
import { spokenText } from './render/spoken-text.ts';
import { headlineOf } from './render/story.ts';
import { actionRow, plainContext, type Unit } from './render/unit.ts';

/** The payloads of a message as JSON, as `PlatformAdapter.render` wants them. */
export function renderSlack(message: Message, _key: string): readonly string[] {
  return slackPayloads(message).map((payload) => JSON.stringify(payload));
}

/**
 * The messages a message becomes: a parent, and replies in its thread for what doesn't fit or, in a thread layout,
 * for the stories. A story is never parted.
 */
export function slackPayloads(message: Message): readonly SlackPayload[] {
  const tidy = tidyMessage(message);
  const top = titleUnit(tidy);
  const bottom = closingUnit(tidy);
  if (tidy.layout === 'thread') {
    const stories = tidy.blocks.flatMap((block) => (block.kind === 'story' ? [block] : []));
    const others = tidy.blocks.filter((block) => block.kind !== 'story');
    const parentUnits = [
      ...others.flatMap((block) => blockUnits(block, tidy.locale)),
      ...headlineUnits(stories),
    ];
    const [parent, ...more] = pack(parentUnits, top, bottom);
    const replies = stories.map((story) => blockUnits(story, tidy.locale));
    return [
      toPayload(parent ?? [top, bottom], false),
      ...[...more, ...replies].map((units) => toPayload(units, true)),
    ];
  }
  const units = tidy.blocks.flatMap((block) => blockUnits(block, tidy.locale));
  return pack(units, top, bottom).map((part, index) => toPayload(part, index > 0));
}

function titleUnit({ title, context }: Message): Unit {
  const blocks: KnownBlock[] = [{ type: 'header', text: { type: 'plain_text', text: title, emoji: false } }];
  if (context) blocks.push(plainContext(context));
  return {
    blocks,
    size: title.length + (context?.length ?? 0),
    spoken: context ? `${title}\n${context}` : title,
  };
}

/** Buttons and footer, always on the parent: a reader of the channel need not open the thread for them. */
function closingUnit({ actions, footer, blocks: content }: Message): Unit {
  const blocks: KnownBlock[] = [...actionRow(actions)];
  if (actions.length > 0 && content.some(({ kind }) => kind === 'story')) blocks.unshift({ type: 'divider' });
  if (footer) blocks.push(plainContext(footer));
  const labels = actions.reduce((sum, { label }) => sum + label.length, 0);
  return { blocks, size: labels + (footer?.length ?? 0), spoken: footer ?? '' };
}

/** Headlines as a list: what the parent of a thread shows. */
function headlineUnits(stories: readonly StoryCard[]): readonly Unit[] {
  const groups: StoryCard[][] = [];
  for (const [index, story] of stories.entries()) {
    if (index % 10 === 0) groups.push([]);
    groups.at(-1)?.push(story);
  }
  return groups.map((group) => {
    const items = group.map(headlineOf);
    return {
      blocks: [richText([bullets(items)])],
      size: items.reduce((sum, item) => sum + sizeOf(item), 0),
      spoken: group.map(({ headline }) => `• ${headline}`).join('\n'),
    };
  });
}

/** Units in as few messages as the limits allow, in order; the first begins with `top` and ends with `bottom`. */
function pack(units: readonly Unit[], top: Unit, bottom: Unit): readonly (readonly Unit[])[] {
  const parts: Unit[][] = [[top]];
  let blocks = slackLimits.blocks - top.blocks.length - bottom.blocks.length;
  let room = slackLimits.message - top.size - bottom.size;
  for (const unit of units) {
    const last = parts.at(-1) ?? [];
    const isStory = unit.blocks.length > 1;
    const divided = isStory && last.length > 0 && last.at(-1) !== top ? [divider, unit] : [unit];
    const needed = unit.blocks.length + divided.length - 1;
    if (needed <= blocks && unit.size <= room) {
      last.push(...divided);
      blocks -= needed;
      room -= unit.size;
    } else {
      parts.push([unit]);
      blocks = slackLimits.blocks - unit.blocks.length;
      room = slackLimits.message - unit.size;
    }
  }
  parts[0]?.push(bottom);
  return parts;
}

const divider: Unit = { blocks: [{ type: 'divider' }], size: 0, spoken: '' };

function toPayload(units: readonly Unit[], inThread: boolean): SlackPayload {
  return { text: spokenText(units), blocks: units.flatMap(({ blocks }) => blocks), inThread };
}
