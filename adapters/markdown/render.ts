import { emphasised } from '../message/emphasis.ts';
import type { Block, Message, QuoteLine, Run, StoryCard } from '../message/message.ts';
import { quoted, speakerLine } from '../message/quoted.ts';
import { pageSlots } from '../message/slots.ts';
import { tidyMessage } from '../message/tidy-message.ts';
import { codeSpan, escapeMarkdown } from './escape.ts';

/** A message as CommonMark, for files, wikis and mails. */
export function renderMarkdown(message: Message): string {
  const { title, context, blocks, footer, locale } = tidyMessage(message, { slots: pageSlots });
  const parts = [
    `# ${escapeMarkdown(title)}`,
    context ? escapeMarkdown(context) : '',
    ...blocks.map((block) => blockMarkdown(block, locale)),
    footer ? `---\n\n${escapeMarkdown(footer)}` : '',
  ];
  return parts.filter(Boolean).join('\n\n');
}

function blockMarkdown(block: Block, locale: string): string {
  switch (block.kind) {
    case 'story':
      return storyMarkdown(block, locale);
    case 'heading':
      return `## ${escapeMarkdown(block.text)}`;
    case 'text':
      return block.runs.map(runMarkdown).join('');
    case 'list':
      return block.items.map((item) => `- ${item.map(runMarkdown).join('')}`).join('\n');
    case 'facts':
      return block.facts
        .map(({ label, value }) => `- **${escapeMarkdown(label)}:** ${escapeMarkdown(value)}`)
        .join('\n');
    case 'quotes':
      return [
        `## ${escapeMarkdown(speakerLine(block, locale))}`,
        ...block.quotes.map((quote) => quoteMarkdown(quote, locale, false)),
      ].join('\n\n');
  }
}

function storyMarkdown(story: StoryCard, locale: string): string {
  const badges = story.badges.map((badge) => `**${escapeMarkdown(badge)}** · `).join('');
  const sources = story.sources.map(({ outlet, href }) => linkTo(outlet, href)).join(', ');
  return [
    `## ${badges}${linkTo(story.headline, story.href)}`,
    escapeMarkdown(story.meta),
    story.summary.map(escapeMarkdown).join(' '),
    ...story.contested.map(
      ({ label, claim, contestedBy }) =>
        `**${escapeMarkdown(label)}:** ${escapeMarkdown(claim)} ${escapeMarkdown(contestedBy)}`,
    ),
    ...story.quotes.map((quote) => quoteMarkdown(quote, locale, true)),
    sources && `${escapeMarkdown(story.sourcesLabel)}: ${sources}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function quoteMarkdown(quote: QuoteLine, locale: string, withSpeaker: boolean): string {
  const words = `> ${escapeMarkdown(quoted(quote.stretches, locale))}`;
  const speaker = withSpeaker ? `— ${escapeMarkdown(speakerLine(quote, locale))}` : '';
  const source = quote.source ? linkTo(quote.source, quote.href) : '';
  const below = [speaker, source].filter(Boolean).join(' · ');
  return below ? `${words}\n>\n> ${below}` : words;
}

function runMarkdown({ text, style, href }: Run): string {
  if (href) return linkTo(text, href);
  return style === 'code' ? codeSpan(text) : emphasised(text, style, escapeMarkdown);
}

function linkTo(text: string, href: string | null): string {
  return href ? `[${escapeMarkdown(text)}](<${href}>)` : escapeMarkdown(text);
}
