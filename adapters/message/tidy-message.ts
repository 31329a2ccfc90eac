import { cleanIsolated, cleanRun, cleanText, isClean } from './clean-text.ts';
import { directionOfLocale, isolatedRuns, within } from './direction.ts';
import { labelLanguage, labelLocale } from './labels/labels.ts';
import type { Action, Block, Message, QuoteLine, Run, SourceLink, StoryCard } from './message.ts';
import { safeLink } from './safe-link.ts';
import { fits, type Measure, plainLength, shorten, shortenAtWord } from './shorten.ts';
import { slots as chatSlots, type Slots } from './slots.ts';

/** What fits, and how much room a text takes there. */
export type Room = { readonly slots: Slots; readonly measure: Measure };

/** Characters that keep a text apart from a line that runs the other way. */
const isolationMarks = 2;

/** Text beyond this is not even looked at: no slot takes a fraction of it. */
const farTooLong = 20_000;
/** Stands for a name or title that is empty once cleaned. */
const nothing = '—';

/**
 * The message with every text cleaned and within its slot, every link safe, every list within its count, and
 * nothing empty left over. What a renderer gets from here it only has to escape and lay out.
 */
export function tidyMessage(message: Message, room: Partial<Room> = {}): Message {
  const { measure = plainLength, slots = chatSlots } = room;
  const fit: Fit = { measure, slots, ...languageOf(message) };
  return {
    title: line(message.title, slots.title, measure),
    threadName: line(message.threadName || message.title, slots.title, measure),
    context: optional(message.context, slots.context, measure),
    blocks: message.blocks.map((block) => tidyBlock(block, fit)),
    actions: tidyActions(message.actions, slots),
    footer: optional(message.footer, slots.footer, measure),
    locale: message.locale,
    layout: message.layout,
  };
}

/** What the message's language asks for: the way its lines run, and what stands before a colon. */
type LanguageOfMessage = { readonly way: 'ltr' | 'rtl'; readonly beforeColon: string };
type Fit = Room & LanguageOfMessage;

function languageOf({ locale }: Message): LanguageOfMessage {
  return {
    way: directionOfLocale(labelLocale(locale)),
    beforeColon: labelLanguage(locale) === 'fr' ? '\u00a0' : '',
  };
}

/** A label that renderers set a colon after. */
function labelOf(label: string, { measure, slots, beforeColon }: Fit): string {
  return line(label, slots.label - beforeColon.length, measure) + beforeColon;
}

function tidyBlock(block: Block, fit: Fit): Block {
  const { measure, slots, way } = fit;
  switch (block.kind) {
    case 'story':
      return tidyStory(block, fit);
    case 'heading':
      return { kind: 'heading', text: line(block.text, slots.heading, measure) };
    case 'text':
      return { kind: 'text', runs: tidyRuns(block.runs, slots.paragraph, fit) };
    case 'list':
      return {
        kind: 'list',
        items: block.items.map((item) => tidyRuns(item, slots.item, fit)).filter(notEmpty),
      };
    case 'facts':
      return {
        kind: 'facts',
        facts: block.facts.map(({ label, value }) => ({
          label: labelOf(label, fit),
          value: within(way, line(value, slots.value - isolationMarks, measure)),
        })),
      };
    case 'quotes':
      return {
        kind: 'quotes',
        speaker: line(block.speaker, slots.speaker, measure),
        role: optional(block.role, slots.role, measure),
        quotes: tidyQuotes(block.quotes, fit),
      };
  }
}

function tidyStory(story: StoryCard, fit: Fit): StoryCard {
  const { measure, slots } = fit;
  return {
    kind: 'story',
    storyId: story.storyId,
    headline: line(story.headline, slots.headline, measure),
    href: safeLink(story.href),
    badges: story.badges.slice(0, slots.badges).map((badge) => line(badge, slots.badge, measure)),
    meta: optional(story.meta, slots.meta, measure) ?? '',
    summary: story.summary.map((sentence) => prose(sentence, slots.sentence, measure)).filter(notEmpty),
    contested: story.contested
      .map(({ label, claim, contestedBy }) => ({
        label: labelOf(label, fit),
        claim: prose(claim, slots.sentence, measure),
        contestedBy: prose(contestedBy, slots.sentence, measure),
      }))
      .filter(({ claim, contestedBy }) => claim !== '' && contestedBy !== ''),
    quotes: tidyQuotes(story.quotes, fit),
    sources: story.sources.slice(0, slots.sources).map((source) => tidySource(source, fit)),
    sourcesLabel: labelOf(story.sourcesLabel, fit),
    actions: tidyActions(story.actions, slots),
  };
}

function tidyQuotes(quotes: readonly QuoteLine[], { measure, slots }: Room): readonly QuoteLine[] {
  return quotes
    .map(({ stretches, speaker, role, source, href }) => ({
      stretches: stretches
        .slice(0, slots.stretches)
        .map((stretch) => prose(stretch, slots.quote, measure))
        .filter(notEmpty),
      speaker: line(speaker, slots.speaker, measure),
      role: optional(role, slots.role, measure),
      source: optional(source, slots.source, measure),
      href: safeLink(href),
    }))
    .filter(({ stretches }) => stretches.length > 0);
}

function tidySource({ outlet, title, href }: SourceLink, { measure, slots }: Room): SourceLink {
  return {
    outlet: line(outlet, slots.outlet, measure),
    title: slots.sourceTitle > 0 ? line(title, slots.sourceTitle, measure) : '',
    href: safeLink(href),
  };
}

function tidyRuns(runs: readonly Run[], room: number, { measure, way }: Fit): readonly Run[] {
  const tidied: Run[] = [];
  let left = room;
  for (const { text, style, href, mention } of runs) {
    if (left < 8) break;
    const fitting = shortenAtWord(cleanRun(text.slice(0, farTooLong)), left, measure);
    if (fitting === '') continue;
    left -= measure(fitting);
    const address = safeLink(href);
    // A link takes room too: one too long for it is left out, its words stay.
    const link = address !== null && address.length <= left ? address : null;
    left -= link?.length ?? 0;
    tidied.push({
      text: fitting,
      ...(style ? { style } : {}),
      ...(link ? { href: link } : {}),
      ...(mention && platformId.test(mention.id) ? { mention } : {}),
    });
  }
  return tidied.some(({ text }) => text.trim() !== '') ? isolatedRuns(tidied, way) : [];
}

/** As Slack (C0123ABCD) and Discord (80351110224678912) write the ids of channels and people: nothing else fits in. */
const platformId = /^[A-Z0-9]{2,24}$/;

/** A button whose name or value can't be carried whole would do something else: it is left out. */
function tidyActions(actions: readonly Action[], slots: Slots): readonly Action[] {
  if (slots.actions === 0) return [];
  return actions
    .filter(({ name, value }) => /^[a-z][a-z-]{0,18}$/.test(name) && value.length <= 80 && carried(value))
    .slice(0, slots.actions)
    .map((action) => ({
      ...action,
      label: tidyLabel(action.label, slots.button),
    }));
}

/** What a button or a field of a form is called: cleaned, of at most `room` characters, never empty. */
export function tidyLabel(text: string, room: number): string {
  return shortenAtWord(cleanText(text.slice(0, farTooLong)), room) || nothing;
}

/** True for a value that comes back as it was sent. */
function carried(value: string): boolean {
  return value.isWellFormed() && !/[\x00-\x1f\x7f]/.test(value);
}

/** A line that may not be empty. */
function line(text: string, room: number, measure: Measure): string {
  return optional(text, room, measure) ?? nothing;
}

function optional(text: string | null, room: number, measure: Measure): string | null {
  if (text === null || isTidy(text, room, measure)) return text;
  return cleanIsolated(text.slice(0, farTooLong), (cleaned) => shortenAtWord(cleaned, room, measure)) || null;
}

/** Prose is shortened at a sentence. */
function prose(text: string, room: number, measure: Measure): string {
  if (isTidy(text, room, measure)) return text;
  return shorten(cleanText(text.slice(0, farTooLong)), room, measure);
}

/** Most texts are: for them nothing further is looked at or made. */
function isTidy(text: string, room: number, measure: Measure): boolean {
  return fits(text, room, measure) && isClean(text);
}

function notEmpty(part: { readonly length: number }): boolean {
  return part.length > 0;
}
