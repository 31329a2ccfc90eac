import { Hono } from 'hono';
import { contentSecurityPolicy, htmlPage } from '../../adapters/html/page.ts';
import { htmlFragment } from '../../adapters/html/render.ts';
import { type Html, html } from '../../adapters/html/template.ts';
import { datesIn } from '../../adapters/message/dates.ts';
import { digestMessage } from '../../adapters/message/digest-message.ts';
import { labelsFor } from '../../adapters/message/labels/labels.ts';
import type { Message } from '../../adapters/message/message.ts';
import type { Digest } from '../domain/digest.ts';
import type { Store } from '../store/store.ts';
import { type MessageWishes, type PreviewRenderers, previewRoutes } from './preview-routes.ts';

export type PageParts = {
  readonly store: Pick<Store, 'digests' | 'describe'>;
  /** Today's digest, or that of the newest day there is news of. */
  today(): Promise<Digest>;
  readonly zone: string;
  readonly locale: string;
  /** False keeps digests to this machine: only health is shown. */
  readonly showDigests: boolean;
  /** Why this process can't serve now; null when it can. */
  notReady(): Promise<string | null>;
  metrics(): Promise<string>;
  readonly previews: PreviewRenderers;
};

const archived = 100;

/** Every page: no script, no cookie, nothing from elsewhere; the strictest headers such pages live with. */
export function createPages(parts: PageParts): Hono {
  const pages = new Hono();

  pages.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    if (!headers.has('content-security-policy'))
      headers.set('content-security-policy', contentSecurityPolicy());
  });

  pages.get('/healthz', (context) => context.text('ok'));
  pages.get('/readyz', async (context) => {
    const reason = await parts.notReady();
    return reason === null ? context.text('ready') : context.text(reason, 503);
  });
  pages.get('/metrics', async (context) => context.text(await parts.metrics()));

  if (parts.showDigests) {
    pages.get('/', async (context) => context.html(digestPage(parts, await parts.today())));
    pages.get('/digests', async (context) =>
      context.html(archivePage(parts, await parts.store.digests.recent(archived))),
    );
    pages.get('/digests/:id', async (context) => {
      const digest = await parts.store.digests.get(context.req.param('id'));
      return digest ? context.html(digestPage(parts, digest)) : context.notFound();
    });
    pages.route(
      '/preview',
      previewRoutes(async (wishes) => messageOf(parts, await parts.today(), wishes), parts.previews),
    );
  }

  const { notHere, nothingHere, broke, broken } = labelsFor(parts.locale).pages;
  pages.notFound((context) => context.html(plainPage(parts, notHere, html`<p>${nothingHere}</p>`), 404));
  pages.onError((_error, context) => context.html(plainPage(parts, broke, html`<p>${broken}</p>`), 500));
  return pages;
}

function messageOf({ zone, locale }: PageParts, digest: Digest, wishes: MessageWishes): Message {
  return digestMessage(digest, { zone, locale, quotes: true, kind: 'digest', ...wishes });
}

function digestPage(parts: PageParts, digest: Digest): string {
  const message = messageOf(parts, digest, { length: 'full', thread: false, feedback: false });
  return page(parts, message.title, htmlFragment(message));
}

function archivePage(parts: PageParts, digests: readonly Digest[]): string {
  const { locale, zone } = parts;
  const { earlier, nothing, noDigestYet } = labelsFor(locale).pages;
  const dates = datesIn(locale, zone);
  const items = digests.map(
    ({ id, topic, window, stories }) =>
      html`<li><a href="/digests/${id}"><bdi>${topic.title}</bdi> · ${dates.moment(window.to)}</a><br><bdi class="quiet">${stories[0]?.headline ?? nothing}</bdi></li>`,
  );
  const body = digests.length === 0 ? html`<p>${noDigestYet}</p>` : html`<ul class="archive">${items}</ul>`;
  return plainPage(parts, earlier, body);
}

function plainPage(parts: PageParts, title: string, body: Html): string {
  return page(parts, title, html`<h1>${title}</h1>${body}`);
}

function page({ locale }: PageParts, title: string, body: Html): string {
  const { today, earlier, asInSlack, asInDiscord } = labelsFor(locale).pages;
  const links = html`<a href="/">${today}</a> <a href="/digests">${earlier}</a> <a href="/preview/slack">${asInSlack}</a> <a href="/preview/discord">${asInDiscord}</a>`;
  const top = html`<header class="top"><a class="name" href="/">Courant</a><nav>${links}</nav></header>`;
  return htmlPage({ title, locale, body: html`${top}\n<main>${body}</main>` });
}
