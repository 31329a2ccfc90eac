/** Lines of Discord's Markdown made of tidied text. */
import { emphasised } from '../../message/emphasis.ts';
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
  return style === 'code' ? `\`${codeText(text)}\`` : emphasised(text, style, escapeDiscord);
}
