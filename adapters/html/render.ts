import { cleanText } from '../message/clean-text.ts';
import { directionOf } from '../message/direction.ts';
import type { Block, Message, QuoteLine, Run, StoryCard } from '../message/message.ts';
import { commaIn, quoted } from '../message/quoted.ts';
import { pageSlots } from '../message/slots.ts';
import { tidyMessage } from '../message/tidy-message.ts';
import { htmlPage } from './page.ts';
import { type Html, html } from './template.ts';

/** A message as a page of its own. */
export function renderHtml(message: Message): string {
  return htmlPage({
    title: cleanText(message.title),
    locale: message.locale,
    body: html`<main>${htmlFragment(message)}</main>`,
  });
}

/** A message as a part of a page. Buttons are left out: a page has nobody to press them for. */
export function htmlFragment(message: Message): Html {
  const { title, context, blocks, footer, locale } = tidyMessage(message, { slots: pageSlots });
  return html`<article class="message">
<header><h1>${title}</h1>${context && html`<p class="quiet">${context}</p>`}</header>
${blocks.map((block) => blockHtml(block, locale))}
${footer && html`<footer><p class="quiet">${footer}</p></footer>`}
</article>`;
}

function blockHtml(block: Block, locale: string): Html {
  switch (block.kind) {
    case 'story':
      return storyHtml(block, locale);
    case 'heading':
      return html`<h2>${block.text}</h2>\n`;
    case 'text':
      return html`<p>${block.runs.map(runHtml)}</p>\n`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${item.map(runHtml)}</li>`)}</ul>\n`;
    case 'facts':
      return html`<dl>${block.facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>\n`;
    case 'quotes':
      return html`<section class="speaker"><h2>${block.speaker}</h2>
${block.role && html`<p class="quiet">${block.role}</p>`}
${block.quotes.map((quote) => quoteHtml(quote, locale, false))}</section>\n`;
  }
}

function storyHtml(story: StoryCard, locale: string): Html {
  const headline = story.headline;
  return html`<section class="story" dir="${directionOf(headline)}">
<h2>${story.badges.map((badge) => html`<span class="badge">${badge}</span>`)}${linked(headline, story.href)}</h2>
${story.summary.length > 0 && html`<p>${story.summary.join(' ')}</p>`}
${story.contested.map(
  ({ label, claim, contestedBy }) =>
    html`<p class="contested"><strong>${label}:</strong> ${claim} ${contestedBy}</p>`,
)}
${story.quotes.map((quote) => quoteHtml(quote, locale, true))}
<p class="quiet"><bdi>${story.meta}</bdi>${story.meta && story.sources.length > 0 && ' · '}${story.sources.length > 0 && sourcesHtml(story, locale)}</p>
</section>\n`;
}

function sourcesHtml({ sources, sourcesLabel }: StoryCard, locale: string): Html {
  const comma = commaIn(directionOf(sourcesLabel), locale);
  return html`${sourcesLabel}: ${sources.map(({ outlet, title, href }, index) => {
    const link = href ? html`<a href="${href}" title="${title}">${outlet}</a>` : outlet;
    return html`${index > 0 && comma}<bdi>${link}</bdi>`;
  })}`;
}

function quoteHtml(quote: QuoteLine, locale: string, withSpeaker: boolean): Html {
  const words = quoted(quote.stretches, locale);
  const way = directionOf(words);
  const comma = commaIn(way, locale);
  const speaker =
    withSpeaker &&
    html`— <b><bdi>${quote.speaker}</bdi></b>${quote.role && html`${comma}<bdi>${quote.role}</bdi>`}`;
  const source = quote.source && html`<bdi>${linked(quote.source, quote.href)}</bdi>`;
  return html`<figure dir="${way}"><blockquote${quote.href && html` cite="${quote.href}"`}>${words}</blockquote>
<figcaption>${speaker}${speaker && source && ' · '}${source}</figcaption></figure>
`;
}

function runHtml({ text, style, href }: Run): Html | string {
  const words = linked(text, href ?? null);
  if (style === 'bold') return html`<strong>${words}</strong>`;
  if (style === 'italic') return html`<em>${words}</em>`;
  return style === 'code' ? html`<code>${words}</code>` : words;
}

function linked(text: string, href: string | null): Html | string {
  return href ? html`<a href="${href}">${text}</a>` : text;
}
