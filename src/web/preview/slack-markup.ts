import { type Node, NodeType, parse } from 'slack-message-parser';
import { type Html, html } from '../../../adapters/html/template.ts';
import { safeLink } from '../../../adapters/message/safe-link.ts';
import type { SlackInline } from './slack-blocks.ts';

export function inlineHtml(element: SlackInline): Html {
  if (element.type === 'channel') return html`<span class="mention">#${element.channel_id}</span>`;
  if (element.type === 'user') return html`<span class="mention">@${element.user_id}</span>`;
  const words = html`${element.text ?? (element.type === 'link' ? element.url : '')}`;
  const linked = element.type === 'link' ? anchor(element.url, words) : words;
  const { bold, italic, code } = element.style ?? {};
  const coded = code ? html`<code>${linked}</code>` : linked;
  const slanted = italic ? html`<em>${coded}</em>` : coded;
  return bold ? html`<strong>${slanted}</strong>` : slanted;
}

/** Slack's mrkdwn, read by a parser of others: what it finds to be a mention is drawn as one. */
export function mrkdwnHtml(text: string): Html {
  return nodeHtml(parse(text));
}

function nodeHtml(node: Node): Html {
  switch (node.type) {
    case NodeType.Text:
      return html`${unescaped(node.text)}`;
    case NodeType.URL:
      return anchor(
        unescaped(node.url),
        node.label ? html`${node.label.map(nodeHtml)}` : html`${unescaped(node.url)}`,
      );
    case NodeType.Bold:
      return html`<strong>${node.children.map(nodeHtml)}</strong>`;
    case NodeType.Italic:
      return html`<em>${node.children.map(nodeHtml)}</em>`;
    case NodeType.Strike:
      return html`<s>${node.children.map(nodeHtml)}</s>`;
    case NodeType.Code:
      return html`<code>${unescaped(node.text)}</code>`;
    case NodeType.Root:
      return html`${node.children.map(nodeHtml)}`;
    default:
      return html`<span class="mention">${unescaped(node.source)}</span>`;
  }
}

function anchor(url: string, words: Html): Html {
  const href = safeLink(url);
  return href ? html`<a href="${href}">${words}</a>` : words;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
