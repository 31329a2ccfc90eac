import { cleanIsolated, cleanRun, cleanText } from '../message/clean-text.ts';
import type { Block, Message, QuoteLine, Run, StoryCard } from '../message/message.ts';
import { quoted, speakerLine } from '../message/quoted.ts';
import { safeLink } from '../message/safe-link.ts';
import { codeSpan, escapeMarkdown } from './escape.ts';

/** A message as CommonMark, for files, wikis and mails. */
export function renderMarkdown({ title, context, blocks, footer, locale }: Message): string {
  const parts = [
    `# ${line(title)}`,
    context ? line(context) : '',
    ...blocks.map((block) => blockMarkdown(block, locale)),
    footer ? `---\n\n${line(footer)}` : '',
  ];
  return parts.filter(Boolean).join('\n\n');
}

function blockMarkdown(block: Block, locale: string): string {
  switch (block.kind) {
    case 'story':
      return storyMarkdown(block, locale);
    case 'heading':
      return `## ${line(block.text)}`;
    case 'text':
      return block.runs.map(runMarkdown).join('');
    case 'list':
      return block.items.map((item) => `- ${item.map(runMarkdown).join('')}`).join('\n');
    case 'facts':
      return block.facts.map(({ label, value }) => `- **${line(label)}:** ${line(value)}`).join('\n');
    case 'quotes':
      return [
        `## ${line(speakerLine(block, locale))}`,
        ...block.quotes.map((quote) => quoteMarkdown(quote, locale, false)),
      ].join('\n\n');
  }
}

function storyMarkdown(story: StoryCard, locale: string): string {
  const badges = story.badges.map((badge) => `**${line(badge)}** · `).join('');
  const sources = story.sources.map(({ outlet, href }) => linkTo(outlet, href)).join(', ');
  return [
    `## ${badges}${linkTo(story.headline, story.href)}`,
    line(story.meta),
    story.summary.map(line).join(' '),
    ...story.contested.map(
      ({ label, claim, contestedBy }) => `**${line(label)}:** ${line(claim)} ${line(contestedBy)}`,
    ),
    ...story.quotes.map((quote) => quoteMarkdown(quote, locale, true)),
    sources && `${line(story.sourcesLabel)}: ${sources}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function quoteMarkdown(quote: QuoteLine, locale: string, withSpeaker: boolean): string {
  const words = `> ${escapeMarkdown(quoted(quote.stretches.map(cleanText), locale))}`;
  const speaker = withSpeaker ? `— ${line(speakerLine(quote, locale))}` : '';
  const source = quote.source ? linkTo(quote.source, quote.href) : '';
  const below = [speaker, source].filter(Boolean).join(' · ');
  return below ? `${words}\n>\n> ${below}` : words;
}

function runMarkdown({ text, style, href }: Run): string {
  const words = cleanRun(text);
  if (href) return linkTo(words, href);
  if (style === 'code') return codeSpan(words);
  const mark = { bold: '**', italic: '*', none: '' }[style ?? 'none'];
  // Marks only hold when they touch the words, so spaces at the ends stay outside.
  const inner = words.trim();
  if (inner === '') return words;
  const at = words.indexOf(inner);
  return `${words.slice(0, at)}${mark}${escapeMarkdown(inner)}${mark}${words.slice(at + inner.length)}`;
}

function linkTo(text: string, href: string | null): string {
  const url = safeLink(href);
  return url ? `[${line(text)}](<${url}>)` : line(text);
}

function line(text: string): string {
  return escapeMarkdown(cleanIsolated(text, (cleaned) => cleaned));
}
