import { htmlPage } from '../../../adapters/html/page.ts';
import { type Html, html } from '../../../adapters/html/template.ts';
import { columnOf, headerStyle, type PreviewView, previewHeader } from './preview-header.ts';
import type {
  SlackBlock,
  SlackButton,
  SlackMenu,
  SlackMessage,
  SlackRichPart,
  SlackText,
} from './slack-blocks.ts';
import { inlineHtml, mrkdwnHtml } from './slack-markup.ts';
import { slackStyle } from './slack-style.ts';

/** How Slack's clients show rendered messages: the parent, then its replies as in the open thread. */
export function slackPreviewPage(payloads: readonly SlackMessage[], view: PreviewView): string {
  const parents = payloads.filter(({ inThread }) => !inThread);
  const replies = payloads.filter(({ inThread }) => inThread);
  const body = html`${previewHeader(view)}
<main class="slack ${view.theme}" data-width="${view.width}">
${parents.map(messageHtml)}
${replies.length > 0 && html`<div class="thread"><span>${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}</span></div>${replies.map(messageHtml)}`}
</main>`;
  return htmlPage({
    title: 'Preview: Slack',
    locale: 'en',
    body,
    style: headerStyle + slackStyle(columnOf(view)),
  });
}

function messageHtml({ blocks }: SlackMessage): Html {
  return html`<article>
<div class="avatar" aria-hidden="true">C</div>
<div class="body"><div class="by"><b>Courant</b> <span class="app">APP</span> <time>8:00 AM</time></div>
${blocks.map(blockHtml)}</div>
</article>
`;
}

function blockHtml(block: SlackBlock): Html {
  switch (block.type) {
    case 'header':
      return html`<h2 dir="auto">${block.text.text}</h2>\n`;
    case 'section':
      return html`<p dir="auto">${textHtml(block.text)}</p>\n`;
    case 'context':
      return html`<div class="context">${block.elements.map((element) => html`<span dir="auto">${textHtml(element)}</span> `)}</div>\n`;
    case 'rich_text':
      return html`<div class="rich">${block.elements.map(richHtml)}</div>\n`;
    case 'actions':
      return html`<div class="actions">${block.elements.map(elementHtml)}</div>\n`;
    case 'divider':
      return html`<hr>\n`;
  }
}

function elementHtml(element: SlackButton | SlackMenu): Html {
  if (element.type === 'static_select') {
    const { text } = element.placeholder;
    return html`<span class="button select" role="img" aria-label="Menu: ${text}">${text}</span>`;
  }
  const { text } = element.text;
  return html`<span class="button ${element.style ?? ''}" role="img" aria-label="Button: ${text}">${text}</span>`;
}

function richHtml(part: SlackRichPart): Html {
  switch (part.type) {
    case 'rich_text_section':
      return html`<div dir="auto">${part.elements.map(inlineHtml)}</div>`;
    case 'rich_text_quote':
      return html`<blockquote dir="auto">${part.elements.map(inlineHtml)}</blockquote>`;
    case 'rich_text_list':
      return html`<ul>${part.elements.map((item) => html`<li dir="auto">${item.elements.map(inlineHtml)}</li>`)}</ul>`;
  }
}

function textHtml(text: SlackText): Html {
  return text.type === 'mrkdwn' ? mrkdwnHtml(text.text) : html`${text.text}`;
}
