import { Hono } from 'hono';
import { contentSecurityPolicy, htmlPage } from '../../adapters/html/page.ts';
import { htmlFragment } from '../../adapters/html/render.ts';
import { type Html, html } from '../../adapters/html/template.ts';
import { digestMessage } from '../../adapters/message/digest-message.ts';
import type { Message } from '../../adapters/message/message.ts';
import type { Digest } from '../domain/digest.ts';
import type { Store } from '../store/store.ts';
import { type PreviewRenderers, previewRoutes } from './preview-routes.ts';

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
    pages.get('/', async (context) => context.html(page(parts, messageOf(parts, await parts.today()))));
    pages.get('/digests', async (context) =>
      context.html(archivePage(parts, await parts.store.digests.recent(archived))),
    );
    pages.get('/digests/:id', async (context) => {
      const digest = await parts.store.digests.get(context.req.param('id'));
      return digest ? context.html(page(parts, messageOf(parts, digest))) : context.notFound();
    });
    pages.route(
      '/preview',
      previewRoutes(async () => messageOf(parts, await parts.today()), parts.previews),
    );
  }

  pages.notFound((context) =>
    context.html(plainPage(parts, 'Not here', html`<p>There is nothing at this address.</p>`), 404),
  );
  pages.onError((_error, context) =>
    context.html(
      plainPage(parts, 'Something broke', html`<p>It was noted. Please try again in a minute.</p>`),
      500,
    ),
  );
  return pages;
}

function messageOf({ zone, locale }: PageParts, digest: Digest): Message {
  return digestMessage(digest, {
    zone,
    locale,
    length: 'full',
    quotes: true,
    thread: false,
    feedback: false,
    kind: 'digest',
  });
}

function page({ locale }: PageParts, message: Message): string {
  const body = html`<main>${htmlFragment(message)}</main>${navigation}`;
  return htmlPage({ title: message.title, locale, body });
}

const navigation: Html = html`<nav><p class="quiet"><a href="/">Today</a> · <a href="/digests">Earlier</a> · <a href="/preview/slack">As in Slack</a> · <a href="/preview/discord">As in Discord</a></p></nav>`;

function archivePage(parts: PageParts, digests: readonly Digest[]): string {
  const time = new Intl.DateTimeFormat(parts.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: parts.zone,
  });
  const items = digests.map(
    ({ id, topic, window, stories }) =>
      html`<li><a href="/digests/${id}">${topic.title}</a> ${time.format(window.to)}: ${stories[0]?.headline ?? 'nothing new'}</li>`,
  );
  const body =
    digests.length === 0 ? html`<p>No digest was made for a channel yet.</p>` : html`<ul>${items}</ul>`;
  return plainPage(parts, 'Earlier digests', body);
}

function plainPage({ locale }: PageParts, title: string, body: Html): string {
  return htmlPage({ title, locale, body: html`<main><h1>${title}</h1>${body}</main>${navigation}` });
}
