import { labelsFor } from '../message/labels/labels.ts';
import type { Action, Message } from '../message/message.ts';
import { shortenAtWord } from '../message/shorten.ts';
import { tidyMessage } from '../message/tidy-message.ts';
import { escapeDiscord } from './escape.ts';
import { discordLimits } from './limits.ts';
import type { DiscordPayload } from './payload.ts';
import { blockUnits, textUnits } from './render/blocks.ts';
import { buttonRows, choiceMenu } from './render/components.ts';
import { linkTo } from './render/markdown.ts';
import type { Unit } from './render/unit.ts';

/** The payloads of a message as JSON, as `PlatformAdapter.render` wants them. */
export function renderDiscord(message: Message): readonly string[] {
  return discordPayloads(message).map((payload) => JSON.stringify(payload));
}

/**
 * The messages a message becomes. The first begins with the title; what doesn't fit goes on in further ones, with
 * the buttons under the last. In a thread layout the first lists the headlines and each story is a post in its thread.
 */
export function discordPayloads(message: Message): readonly DiscordPayload[] {
  const tidy = tidyMessage(message, { measure: (text) => escapeDiscord(text).length });
  const parts = tidy.layout === 'thread' ? threadParts(tidy) : rowParts(tidy);
  const title = shortenAtWord(tidy.threadName ?? tidy.title, discordLimits.threadName);
  const { rateStory } = labelsFor(tidy.locale);
  return parts.map(({ units, inThread, withActions }, index) => ({
    content: index === 0 ? heading(tidy) : '',
    embeds: units.map(({ embed }) => embed),
    components: componentsOf(units, withActions ? tidy.actions : [], rateStory),
    allowed_mentions: { parse: [] },
    inThread,
    title,
  }));
}

/** Buttons; where they would have to say which of several stories they mean, a menu before them. */
function componentsOf(
  units: readonly Unit[],
  actions: readonly Action[],
  placeholder: string,
): DiscordPayload['components'] {
  const rated = units.filter(({ choices }) => choices.length > 0);
  const choices = rated.flatMap((unit) => unit.choices);
  if (rated.length === 1) return buttonRows([...choices.map(({ action }) => action), ...actions]);
  return [...choiceMenu(choices, placeholder), ...buttonRows(actions)];
}

type Part = { readonly units: readonly Unit[]; readonly inThread: boolean; readonly withActions: boolean };

function rowParts({ blocks, locale }: Message): readonly Part[] {
  const parts = pack(blockUnits(blocks, locale));
  return parts.map((units, index) => ({ units, inThread: false, withActions: index === parts.length - 1 }));
}

function threadParts({ blocks, locale }: Message): readonly Part[] {
  const stories = blocks.filter((block) => block.kind === 'story');
  const others = blocks.filter((block) => block.kind !== 'story');
  const headlines = stories.map(({ headline, href }) => `- ${linkTo(headline, href)}`);
  const [parent = [], ...more] = pack([...blockUnits(others, locale), ...textUnits(headlines)]);
  const replies = [...more, ...stories.map((story) => blockUnits([story], locale))];
  return [
    { units: parent, inThread: false, withActions: true },
    ...replies.map((units) => ({ units, inThread: true, withActions: false })),
  ];
}

/** Title, context and footer above the embeds: large, then small, as a phone's notification shows it too. */
function heading({ title, context, footer }: Message): string {
  const small = [context, footer].filter((line) => line !== null).map((line) => `-# ${escapeDiscord(line)}`);
  return [`## ${escapeDiscord(title)}`, ...small].join('\n');
}

/** Embeds in as few messages as the limits allow, in order. Always at least one message. */
function pack(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const parts: Unit[][] = [[]];
  let room = roomForEmbeds;
  for (const unit of units) {
    const last = parts.at(-1) ?? [];
    // Discord merges embeds with the same address into one.
    const sameAddress =
      unit.embed.url !== undefined && last.some(({ embed }) => embed.url === unit.embed.url);
    if (last.length < discordLimits.embeds && unit.size <= room && !sameAddress) {
      last.push(unit);
      room -= unit.size;
    } else {
      parts.push([unit]);
      room = roomForEmbeds - unit.size;
    }
  }
  return parts;
}

/** What the delivery's mark takes (`body.ts` sets it) is kept free. */
const markRoom = 40;
const roomForEmbeds = discordLimits.embedsTotal - markRoom;
