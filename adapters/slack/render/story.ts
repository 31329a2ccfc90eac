import type { ContextBlock, KnownBlock } from '@slack/types';
import { directionOf, joinIsolated, opening, within } from '../../message/direction.ts';
import type { QuoteLine, StoryCard } from '../../message/message.ts';
import { commaIn, quoted, speakerLine } from '../../message/quoted.ts';
import { type PieceWriter, storyPieces } from '../../message/story-pieces.ts';
import { escapeMrkdwnLabel, escapeSlack } from '../escape.ts';
import { slackLimits } from '../limits.ts';
import { sizeOfChoice } from './actions.ts';
import {
  bold,
  boldLink,
  type Inline,
  link,
  plain,
  quote,
  richText,
  section,
  sizeOf,
  spokenInline,
} from './rich-text.ts';
import type { Choice, Unit } from './unit.ts';

/** Headline, summary and quotes as one rich text; outlets, time and sources as a small line. */
export function storyUnit(story: StoryCard, locale: string): Unit {
  const headline = headlineOf(story);
  const pieces = storyPieces(story, slackLimits.story, pieceWriter(locale, directionOf(story.sourcesLabel)));
  const blocks: KnownBlock[] = [
    richText([
      section([...headline, ...summaryOf(pieces.summary)]),
      ...pieces.contested.map((claim) => section([plain('\n'), ...claim])),
      ...pieces.quotes.map(quote),
    ]),
    ...contextOf(story, pieces.sources, locale),
  ];
  const choice: Choice = { headline: story.headline, actions: story.actions };
  const small = story.meta.length + story.sourcesLabel.length;
  return {
    blocks,
    size: sizeOf(headline) + small + pieces.size + sizeOfChoice(choice),
    spoken: spokenStory(story, locale),
    choice,
  };
}

/** The headline alone, for the parent of a thread. */
export function headlineOf(story: StoryCard): Inline[] {
  const way = directionOf(story.headline);
  const badges = story.badges.flatMap((badge) => [bold(opening(way, badge)), plain(' · ')]);
  return [...badges, boldLink(story.headline, story.href)];
}

/** What a screen reader says of a story. */
function spokenStory(story: StoryCard, locale: string): string {
  let spoken = '';
  for (const badge of story.badges) spoken += `${badge}: `;
  spoken += story.headline;
  if (story.summary.length > 0) spoken += `\n${story.summary.join(' ')}`;
  for (const { label, claim, contestedBy } of story.contested)
    spoken += `\n${label}: ${claim} ${contestedBy}`;
  for (const line of story.quotes)
    spoken += `\n${speakerLine(line, locale)}: ${quoted(line.stretches, locale)}`;
  if (story.sources.length > 0)
    spoken += `\n${story.sourcesLabel}: ${joinIsolated(
      story.sources.map(({ outlet }) => outlet),
      ', ',
    )}`;
  return spoken;
}

export function quoteElements(line: QuoteLine, locale: string, withSpeaker: boolean): Inline[] {
  const elements: Inline[] = [plain(quoted(line.stretches, locale))];
  if (withSpeaker) {
    elements.push(plain('\n— '), bold(line.speaker));
    if (line.role) elements.push(plain(speakerLine(line, locale).slice(line.speaker.length)));
  }
  if (line.source) elements.push(plain(withSpeaker ? ' · ' : '\n'), link(line.source, line.href));
  return elements;
}

/** Rich text, and a source as a link in mrkdwn; `way` is how the line of the sources runs. */
function pieceWriter(locale: string, way: 'ltr' | 'rtl'): PieceWriter<Inline[], string> {
  return {
    sentence: (text) => [plain(text)],
    contested: ({ label, claim, contestedBy }) => [
      bold(`${opening(directionOf(claim), label)}: `),
      plain(`${claim} ${contestedBy}`),
    ],
    quote: (line) => quoteElements(line, locale, true),
    source: ({ outlet, href }) => {
      const label = within(way, escapeMrkdwnLabel(outlet));
      return href === null ? label : `<${escapeSlack(href)}|${label}>`;
    },
    size: (written) => (typeof written === 'string' ? written.length + 3 : sizeOf(written)),
  };
}

function summaryOf(sentences: readonly Inline[][]): Inline[] {
  return sentences.length > 0 ? [plain(`\n${sentences.map(spokenInline).join(' ')}`)] : [];
}

function contextOf(story: StoryCard, sources: readonly string[], locale: string): ContextBlock[] {
  const comma = commaIn(directionOf(story.sourcesLabel), locale);
  let line = '';
  for (const link of sources) {
    const longer = line ? line + comma + link : `${escapeMrkdwnLabel(story.sourcesLabel)}: ${link}`;
    if (longer.length <= slackLimits.contextText) line = longer;
  }
  const elements: ContextBlock['elements'] = [];
  if (story.meta) elements.push({ type: 'plain_text', text: story.meta, emoji: false });
  if (line) elements.push({ type: 'mrkdwn', text: line, verbatim: true });
  return elements.length > 0 ? [{ type: 'context', elements }] : [];
}
