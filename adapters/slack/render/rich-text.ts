/** Rich text elements. Their text is never read as markup, so article text goes in as it is. */
import type {
  RichTextBlock,
  RichTextLink,
  RichTextList,
  RichTextQuote,
  RichTextSection,
  RichTextText,
} from '@slack/types';
import type { Run } from '../../message/message.ts';

export type Inline = RichTextText | RichTextLink;

export function richText(elements: RichTextBlock['elements']): RichTextBlock {
  return { type: 'rich_text', elements };
}

export function section(...elements: Inline[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}

export function quote(...elements: Inline[]): RichTextQuote {
  return { type: 'rich_text_quote', elements };
}

export function bullets(items: readonly (readonly Inline[])[]): RichTextList {
  return { type: 'rich_text_list', style: 'bullet', elements: items.map((item) => section(...item)) };
}

export function plain(text: string): RichTextText {
  return { type: 'text', text };
}

export function bold(text: string): RichTextText {
  return { type: 'text', text, style: { bold: true } };
}

export function italic(text: string): RichTextText {
  return { type: 'text', text, style: { italic: true } };
}

export function code(text: string): RichTextText {
  return { type: 'text', text, style: { code: true } };
}

/** A link where there is an address, else the text alone. */
export function link(text: string, url: string | null, style?: 'bold'): Inline {
  const look = style ? { style: { [style]: true } } : {};
  return url === null ? { type: 'text', text, ...look } : { type: 'link', url, text, ...look };
}

export function inlineRuns(runs: readonly Run[]): Inline[] {
  return runs.map(({ text, style, href }): Inline => {
    const look = style ? { style: { [style]: true } } : {};
    return href ? { type: 'link', url: href, text, ...look } : { type: 'text', text, ...look };
  });
}

/** Characters of text and addresses. */
export function sizeOf(elements: readonly Inline[]): number {
  let size = 0;
  for (const element of elements)
    size += (element.text?.length ?? 0) + (element.type === 'link' ? element.url.length : 0);
  return size;
}
