import { htmlPage } from '../../../adapters/html/page.ts';
import { type Html, html } from '../../../adapters/html/template.ts';
import { safeLink } from '../../../adapters/message/safe-link.ts';
import { markdownHtml } from './discord-markup.ts';
import type { DiscordComponent, DiscordEmbed, DiscordMessage } from './discord-message.ts';
import { discordStyle } from './discord-style.ts';
import { columnOf, headerStyle, type PreviewView, previewHeader } from './preview-header.ts';

/** How Discord's clients show rendered messages: those of the channel, then those of the thread. */
export function discordPreviewPage(payloads: readonly DiscordMessage[], view: PreviewView): string {
  const inChannel = payloads.filter(({ inThread }) => !inThread);
  const inThread = payloads.filter((payload) => payload.inThread);
  const colours = new Set(payloads.flatMap(({ embeds }) => embeds.map(({ color }) => color ?? 0)));
  const body = html`${previewHeader(view)}
<main class="discord ${view.theme}">
${inChannel.map(messageHtml)}
${inThread.length > 0 && html`<div class="thread"># ${inThread[0]?.title}</div>${inThread.map(messageHtml)}`}
</main>`;
  return htmlPage({
    title: 'Preview: Discord',
    locale: 'en',
    body,
    style: headerStyle + discordStyle(columnOf(view), [...colours]),
  });
}

function messageHtml({ content, embeds, components }: DiscordMessage): Html {
  return html`<article>
<div class="avatar" aria-hidden="true">C</div>
<div class="body"><div class="by"><b>Courant</b> <span class="app">APP</span> <time>Today at 8:00 AM</time></div>
<div class="content">${content && markdownHtml(content)}</div>
${embeds.map(embedHtml)}
${components.map(({ components: row }) => html`<div class="row">${row.map(componentHtml)}</div>`)}</div>
</article>
`;
}

function embedHtml({ title, url, description, color, footer }: DiscordEmbed): Html {
  const href = safeLink(url);
  const titled = title && markdownHtml(title);
  return html`<section class="embed c${color ?? 0}">
${titled && html`<h3 dir="auto">${href ? html`<a href="${href}">${titled}</a>` : titled}</h3>`}
${description && html`<div class="description">${markdownHtml(description)}</div>`}
${footer && html`<footer dir="auto">${footer.text}</footer>`}
</section>`;
}

const buttonLooks: Readonly<Record<number, string>> = { 1: 'primary', 3: 'success', 4: 'danger' };

function componentHtml(component: DiscordComponent): Html {
  if (component.type === 3)
    return html`<span class="select" role="img" aria-label="Menu: ${component.placeholder}">${component.placeholder}</span>`;
  return html`<span class="button ${buttonLooks[component.style] ?? ''}" role="img" aria-label="Button: ${component.label}">${component.label}</span>`;
}
