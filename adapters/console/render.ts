import { styleText } from 'node:util';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { directionOf } from '../message/direction.ts';
import type { Block, Message, QuoteLine, Run, StoryCard } from '../message/message.ts';
import { commaIn, quoted } from '../message/quoted.ts';
import { pageSlots } from '../message/slots.ts';
import { tidyMessage } from '../message/tidy-message.ts';
import { consoleLimits } from './limits.ts';

export type ConsoleOptions = {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
};

type Paint = (style: Style, text: string) => string;
type Style =
  | 'title'
  | 'headline'
  | 'quiet'
  | 'badge'
  | 'warn'
  | 'quote'
  | 'speaker'
  | 'link'
  | 'bold'
  | 'italic'
  | 'code';

const styles: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  title: ['bold', 'cyan'],
  headline: 'bold',
  // Dim rather than grey: what terminals show as "bright black" is all but invisible in some themes.
  quiet: 'dim',
  badge: ['bold', 'yellow'],
  warn: 'yellow',
  quote: 'italic',
  speaker: 'bold',
  link: ['dim', 'underline'],
  bold: 'bold',
  italic: 'italic',
  code: 'cyan',
};

/** Before everything that stands under a headline. */
const indent = '  ';

type Page = { readonly width: number; readonly paint: Paint; readonly locale: string };

/** A message as lines for a terminal. Without colour it is plain text for a pipe or a file. */
export function renderConsole(untidy: Message, { colour, width }: ConsoleOptions): string {
  const message = tidyMessage(untidy, { slots: pageSlots });
  const columns = Math.max(consoleLimits.narrowest, Math.min(width, consoleLimits.widest));
  const paint: Paint = colour
    ? (style, text) => styleText(styles[style], text, { validateStream: false })
    : (_style, text) => text;
  const page: Page = { width: columns, paint, locale: message.locale };
  const title = wrap(paint('title', message.title), page);
  const parts = [
    [title, message.context && quiet(message.context, page), paint('quiet', '─'.repeat(columns))]
      .filter(Boolean)
      .join('\n'),
    ...message.blocks.map((block) => blockText(block, page)).filter(Boolean),
    message.footer ? quiet(message.footer, page) : '',
  ];
  return parts.filter(Boolean).join('\n\n');
}

function blockText(block: Block, page: Page): string {
  const { paint } = page;
  switch (block.kind) {
    case 'story':
      return storyText(block, page);
    case 'heading':
      return wrap(paint('headline', block.text), page);
    case 'text':
      return wrap(runsText(block.runs, paint), page);
    case 'list':
      return block.items.map((item) => hanging('• ', runsText(item, paint), page)).join('\n');
    case 'facts': {
      const widest = Math.max(0, ...block.facts.map(({ label }) => stringWidth(label)));
      return block.facts
        .map(({ label, value }) => {
          const padding = ' '.repeat(widest - stringWidth(label) + 2);
          return hanging(paint('quiet', label) + padding, value, page);
        })
        .join('\n');
    }
    case 'quotes': {
      const speaker = paint('speaker', block.speaker) + (block.role ? paint('quiet', `, ${block.role}`) : '');
      const inner: Page = { ...page, width: page.width - indent.length };
      const quotes = block.quotes.map((quote) => quoteText(quote, inner, false));
      return `${wrap(speaker, page)}\n${setIn(quotes.join('\n\n'))}`;
    }
  }
}

/** The headline, and set in under it paragraph by paragraph the rest. */
function storyText(story: StoryCard, page: Page): string {
  const { paint } = page;
  const inner: Page = { ...page, width: page.width - indent.length };
  const badges = story.badges.map((badge) => `${paint('badge', badge)} · `).join('');
  const summary = story.summary.join(' ');
  const sources = story.sources.map(({ outlet }) => outlet).join(', ');
  const quotes = story.quotes.map((quote) => quoteText(quote, inner, true));
  const paragraphs = [
    summary && wrap(summary, inner),
    ...story.contested.map((claim) => contestedText(claim, inner)),
    quotes.join(`\n${paint('quiet', '│')}\n`),
    [
      quiet([story.meta, sources && `${story.sourcesLabel}: ${sources}`].filter(Boolean).join(' · '), inner),
      // An address is never wrapped: it must stay one piece to be clicked or copied.
      story.href && paint('link', story.href),
    ]
      .filter(Boolean)
      .join('\n'),
  ].filter(Boolean);
  const headline = wrap(badges + paint('headline', story.headline), page);
  return `${headline}\n${setIn(paragraphs.join('\n\n'))}`;
}

function contestedText({ label, claim, contestedBy }: StoryCard['contested'][number], page: Page): string {
  const words = `${claim} ${contestedBy}`;
  const { paint } = page;
  return hanging(`${paint('warn', '!')} `, `${paint('warn', `${label}:`)} ${words}`, page);
}

function quoteText(quote: QuoteLine, page: Page, withSpeaker: boolean): string {
  const { paint, locale } = page;
  const words = paint('quote', quoted(quote.stretches, locale));
  const role = quote.role ? `${commaIn(directionOf(quote.speaker), locale)}${quote.role}` : '';
  const speaker = withSpeaker ? `— ${paint('speaker', quote.speaker)}${role}` : '';
  const source = quote.source ? paint('quiet', quote.source) : '';
  const below = [speaker, source].filter(Boolean).join(paint('quiet', ' · '));
  const bar = `${paint('quiet', '│')} `;
  return [words, below]
    .filter(Boolean)
    .map((text) => hanging(bar, text, page, bar))
    .join('\n');
}

function runsText(runs: readonly Run[], paint: Paint): string {
  return runs
    .map(({ text, style, href }) => (style ? paint(style, text) : text) + (href ? ` (${href})` : ''))
    .join('');
}

function setIn(text: string): string {
  return text.replace(/^(?=.)/gm, indent);
}

function quiet(text: string, page: Page): string {
  return wrap(page.paint('quiet', text), page);
}

function wrap(text: string, { width }: Page): string {
  return wrapAnsi(text, width, { hard: true });
}

/** Wrapped text behind a mark; further lines are set in by as much, or begin with `next`. */
function hanging(mark: string, text: string, page: Page, next?: string): string {
  const indent = stringWidth(mark);
  const lines = wrapAnsi(text, Math.max(10, page.width - indent), { hard: true }).split('\n');
  return lines.map((line, index) => (index === 0 ? mark : (next ?? ' '.repeat(indent))) + line).join('\n');
}
