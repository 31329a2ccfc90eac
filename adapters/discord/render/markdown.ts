/** Lines of Discord's Markdown made of tidied text. */
import type { QuoteLine, Run } from '../../message/message.ts';
import { quoted, speakerLine } from '../../message/quoted.ts';
import { codeText, escapeDiscord, escapeLinkLabel } from '../escape.ts';

export function linkTo(label: string, href: string | null): string {
  return href === null ? escapeDiscord(label) : `[${escapeLinkLabel(label)}](${href})`;
}

/** Verbatim words as a block quote, with who said them and where it stands on the next line. */
export function quoteLines(line: QuoteLine, locale: string, withSpeaker: boolean): string {
  const words = `> ${escapeDiscord(quoted(line.stretches, locale))}`;
  const source = line.source ? linkTo(line.source, line.href) : '';
  const speaker = withSpeaker ? speakerMarkdown(line, locale) : '';
  const below = [speaker, source].filter(Boolean).join(' · ');
  return below ? `${words}\n> ${withSpeaker ? '— ' : '-# '}${below}` : words;
}

function speakerMarkdown(line: QuoteLine, locale: string): string {
  const role = speakerLine(line, locale).slice(line.speaker.length);
  return `**${escapeDiscord(line.speaker)}**${role ? escapeDiscord(role) : ''}`;
}

export function runsMarkdown(runs: readonly Run[]): string {
  return runs.map(runMarkdown).join('');
}

function runMarkdown({ text, style, href, mention }: Run): string {
  // A snowflake and nothing else: no text of the news can get in here.
  if (mention && /^\d{1,20}$/.test(mention.id))
    return mention.kind === 'channel' ? `<#${mention.id}>` : `<@${mention.id}>`;
  if (href) return linkTo(text, href);
  if (style === 'code') return `\`${codeText(text)}\``;
  const mark = { bold: '**', italic: '*', none: '' }[style ?? 'none'];
  // Marks only hold when they touch the words, so spaces at the ends stay outside.
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return words === '' ? text : `${before}${mark}${escapeDiscord(words)}${mark}${after}`;
}
