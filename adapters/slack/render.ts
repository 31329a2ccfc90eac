import type { KnownBlock } from '@slack/types';
import { labelsFor } from '../message/labels/labels.ts';
import type { Message, StoryCard } from '../message/message.ts';
import { tidyMessage } from '../message/tidy-message.ts';
import { slackLimits } from './limits.ts';
import type { SlackPayload } from './payload.ts';
import { actionRow } from './render/actions.ts';
import { blockUnits } from './render/blocks.ts';
import { bullets, richText, sizeOf } from './render/rich-text.ts';
import { spokenText } from './render/spoken-text.ts';
import { headlineOf } from './render/story.ts';
import { plainContext, type Unit } from './render/unit.ts';

/** The payloads of a message as JSON, as `PlatformAdapter.render` wants them. */
export function renderSlack(message: Message): readonly string[] {
  return slackPayloads(message).map((payload) => JSON.stringify(payload));
}

/**
 * The messages a message becomes: a parent, and replies in its thread for what doesn't fit or, in a thread layout,
 * for the stories. A story is never parted.
 */
export function slackPayloads(message: Message): readonly SlackPayload[] {
  const tidy = tidyMessage(message);
  return (tidy.layout === 'thread' ? threadParts(tidy) : rowParts(tidy)).map((units, index) =>
    payloadOf(units, index === 0 ? tidy : { ...tidy, actions: [], footer: null }, index > 0),
  );
}

function rowParts(message: Message): readonly (readonly Unit[])[] {
  const units = message.blocks.flatMap((block) => blockUnits(block, message.locale));
  return pack(units, message);
}

function threadParts(message: Message): readonly (readonly Unit[])[] {
  const { blocks, locale } = message;
  const stories = blocks.filter((block) => block.kind === 'story');
  const others = blocks.filter((block) => block.kind !== 'story');
  const parent = pack(
    [...others.flatMap((block) => blockUnits(block, locale)), ...headlineUnits(stories)],
    message,
  );
  return [...parent, ...stories.map((story) => blockUnits(story, locale))];
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

/** Units in as few messages as the limits allow, in order; the first begins with the title and has room for its end. */
function pack(units: readonly Unit[], message: Message): readonly (readonly Unit[])[] {
  const top = titleUnit(message);
  const parts: Unit[][] = [[top]];
  let blocks = slackLimits.blocks - top.blocks.length - closingBlocks;
  let room = slackLimits.message - top.size - closingSize(message);
  for (const unit of units) {
    const last = parts.at(-1) ?? [];
    const divided = unit.choice && last.length > 0 && last.at(-1) !== top ? [divider, unit] : [unit];
    const needed = unit.blocks.length + divided.length - 1;
    if (needed <= blocks && unit.size <= room) {
      last.push(...divided);
      blocks -= needed;
      room -= unit.size;
    } else {
      parts.push([unit]);
      blocks = slackLimits.blocks - unit.blocks.length - closingBlocks;
      room = slackLimits.message - smallRoom - unit.size;
    }
  }
  return parts;
}

const divider: Unit = { blocks: [{ type: 'divider' }], size: 0, spoken: '' };

/** What labels, commas and the menu's own words take. */
const smallRoom = 300;

/** A divider, the row of buttons and menu, the footer. */
const closingBlocks = 3;

function closingSize({ actions, footer }: Message): number {
  return actions.reduce((sum, { label }) => sum + label.length, 0) + (footer?.length ?? 0) + smallRoom;
}

/** Buttons and footer stand on the parent: a reader of the channel need not open the thread for them. */
function payloadOf(
  units: readonly Unit[],
  { actions, footer, locale }: Message,
  inThread: boolean,
): SlackPayload {
  const choices = units.flatMap(({ choice }) => choice ?? []);
  const [only] = choices;
  const row =
    choices.length === 1 && only && actions.length === 0
      ? actionRow(only.actions)
      : actionRow(actions, choices, labelsFor(locale).rateStory);
  return {
    text: spokenText([...units, { blocks: [], size: 0, spoken: footer ?? '' }]),
    blocks: [
      ...units.flatMap(({ blocks }) => blocks),
      ...(row.length > 0 && choices.length > 1 ? divider.blocks : []),
      ...row,
      ...(footer ? [plainContext(footer)] : []),
    ],
    inThread,
  };
}
