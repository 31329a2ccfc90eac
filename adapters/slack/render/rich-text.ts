/** Rich text elements. Their text is never read as markup, so article text goes in as it is. */
import type {
  RichTextBlock,
  RichTextChannelMention,
  RichTextLink,
  RichTextList,
  RichTextQuote,
  RichTextSection,
  RichTextText,
  RichTextUserMention,
} from '@slack/types';
import type { Run } from '../../message/message.ts';

export type Inline = RichTextText | RichTextLink | RichTextChannelMention | RichTextUserMention;

export function richText(elements: RichTextBlock['elements']): RichTextBlock {
  return { type: 'rich_text', elements };
}

export function section(elements: Inline[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}

export function quote(elements: Inline[]): RichTextQuote {
  return { type: 'rich_text_quote', elements };
}

export function bullets(items: readonly Inline[][]): RichTextList {
  return { type: 'rich_text_list', style: 'bullet', elements: items.map(section) };
}

export function plain(text: string): RichTextText {
  return { type: 'text', text };
}

export function bold(text: string): RichTextText {
  return { type: 'text', text, style: { bold: true } };
}

/** A link where there is an address, else the text alone. */
export function link(text: string, url: string | null): Inline {
  return url === null ? plain(text) : { type: 'link', url, text };
}

export function boldLink(text: string, url: string | null): Inline {
  return url === null ? bold(text) : { type: 'link', url, text, style: { bold: true } };
}

export function inlineRuns(runs: readonly Run[]): Inline[] {
  return runs.map(({ text, style, href, mention }): Inline => {
    if (mention && slackId.test(mention.id))
      return mention.kind === 'channel'
        ? { type: 'channel', channel_id: mention.id }
        : { type: 'user', user_id: mention.id };
    const look = style ? { style: { [style]: true } } : {};
    return href ? { type: 'link', url: href, text, ...look } : { type: 'text', text, ...look };
  });
}

/** C0123ABCD, U024BE7LH: what Slack takes as a channel's or person's id. */
const slackId = /^[A-Z][A-Z0-9]{2,}$/;

/** The words of elements that stand in a row, as plain text. */
export function spokenInline(elements: readonly Inline[]): string {
  let words = '';
  for (const element of elements) words += wordsOf(element);
  return words;
}

function wordsOf(element: Inline): string {
  if (element.type === 'channel') return `#${element.channel_id}`;
  return element.type === 'user' ? `@${element.user_id}` : (element.text ?? '');
}

/** Characters of text and addresses. */
export function sizeOf(elements: readonly Inline[]): number {
  let size = 0;
  for (const element of elements)
    size += wordsOf(element).length + (element.type === 'link' ? element.url.length : 0);
  return size;
}
