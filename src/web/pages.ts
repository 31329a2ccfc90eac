import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { htmlPage } from '../../adapters/html/page.ts';
import { htmlFragment } from '../../adapters/html/render.ts';
import { type Html, html } from '../../adapters/html/template.ts';
import { datesIn } from '../../adapters/message/dates.ts';
import { digestMessage } from '../../adapters/message/digest-message.ts';
import { labelsFor } from '../../adapters/message/labels/labels.ts';
import type { Message } from '../../adapters/message/message.ts';
import type { Digest } from '../domain/digest.ts';
import type { Clock } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import { bearerOnly, forThisMachine, strictHeaders } from './guards.ts';
import { type OperatorParts, operatorRoutes } from './operator/routes.ts';
import { type MessageWishes, type PreviewRenderers, previewRoutes } from './preview-routes.ts';
import { type Shown, shownDigests } from './public-digests.ts';
import { isForUs, type Reach } from './reach.ts';
import type { Readiness } from './readiness.ts';
import { remembered } from './remembered.ts';

export type PageParts = {
  readonly store: Pick<Store, 'digests' | 'subscriptions'>;
  readonly clock: Clock;
  /** Today's digest, or that of the newest day there is news of. */
  today(): Promise<Digest>;
  readonly zone: string;
  readonly locale: string;
  readonly reach: Reach;
  /** Slugs of topics whose digests others than this machine's people may read. */
  readonly publicTopics: readonly string[];
  readiness(): Promise<Readiness>;
  metrics(): Promise<string>;
  readonly previews: PreviewRenderers;
  readonly operator: OperatorParts;
  /** Told of what broke while a page was made. */
  onFault(error: unknown): void;
};

/** Earlier digests on one page. */
const ARCHIVED = 100;
/** A page asked for again within this is made of the same digest: building one is work. */
const FRESH_MS = 10_000;

/** Every page: no script, nothing from elsewhere; the strictest headers such pages live with. */
export function createPages(parts: PageParts): Hono {
  const { store, clock, reach, operator } = parts;
  const shown = shownDigests(store, reach, parts.publicTopics);
  const today = remembered(parts.today, FRESH_MS, clock);
  const newest = remembered(() => shown.newest(ARCHIVED), FRESH_MS, clock);
  const layout = { ...parts, shown };
  const pages = new Hono();

  pages.use(strictHeaders);
  pages.get('/healthz', (context) => context.text('ok'));
  pages.get('/readyz', async (context) => {
    const { unreadable, unwritable } = await parts.readiness();
    // Where the database is, is nobody else's business.
    const ours = reach === 'machine' && isForUs(context.req.header('host'));
    const because = (reason: string) => (ours ? `: ${reason}` : '');
    if (unreadable !== null) return context.text(`not ready${because(unreadable)}`, 503);
    // No other process on this database could do more, and this one still answers questions.
    return context.text(unwritable === null ? 'ready' : `ready, but only to read${because(unwritable)}`);
  });
  if (reach === 'machine') pages.use(forThisMachine);
  const numbers = async (context: Context) => context.text(await parts.metrics());
  if (reach === 'machine') pages.get('/metrics', numbers);
  else pages.get('/metrics', bearerOnly(operator.token), numbers);
  pages.route('/operator', operatorRoutes(operator));

  pages.get('/', async (context) => {
    if (shown.today) return context.html(digestPage(layout, await today()));
    return context.html(shown.any ? archivePage(layout, await newest()) : closedPage(layout));
  });
  pages.get('/digests', async (context) =>
    shown.any ? context.html(archivePage(layout, await newest())) : context.notFound(),
  );
  pages.get('/digests/:id', async (context) => {
    const digest = shown.any ? await store.digests.get(context.req.param('id')) : null;
    return digest && (await shown.may(digest))
      ? context.html(digestPage(layout, digest))
      : context.notFound();
  });
  if (shown.today) {
    const preview = async (wishes: MessageWishes) => messageOf(parts, await today(), wishes);
    pages.route('/preview', previewRoutes(preview, parts.previews));
  }

  const { notHere, nothingHere, broke, broken } = labelsFor(parts.locale).pages;
  pages.notFound((context) => context.html(plainPage(layout, notHere, html`<p>${nothingHere}</p>`), 404));
  pages.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    parts.onFault(error);
    return context.html(plainPage(layout, broke, html`<p>${broken}</p>`), 500);
  });
  return pages;
}

/** What a page is laid out by. */
type Layout = Pick<PageParts, 'zone' | 'locale'> & { readonly shown: Pick<Shown, 'today' | 'any'> };

function messageOf(
  { zone, locale }: Pick<PageParts, 'zone' | 'locale'>,
  digest: Digest,
  wishes: MessageWishes,
): Message {
  return digestMessage(digest, { zone, locale, quotes: true, kind: 'digest', ...wishes });
}

function digestPage(parts: Layout, digest: Digest): string {
  const message = messageOf(parts, digest, { length: 'full', thread: false, feedback: false });
  return page(parts, message.title, htmlFragment(message));
}

function archivePage(parts: Layout, digests: readonly Digest[]): string {
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

/** All that strangers see where nothing is public. */
function closedPage(parts: Layout): string {
  return plainPage(parts, 'Courant', html`<p>${labelsFor(parts.locale).pages.nothingPublic}</p>`);
}

function plainPage(parts: Layout, title: string, body: Html): string {
  return page(parts, title, html`<h1>${title}</h1>${body}`);
}

function page({ locale, shown }: Layout, title: string, body: Html): string {
  const { today, earlier, asInSlack, asInDiscord } = labelsFor(locale).pages;
  const links = [
    shown.today && html`<a href="/">${today}</a> `,
    shown.any && html`<a href="/digests">${earlier}</a> `,
    shown.today &&
      html`<a href="/preview/slack">${asInSlack}</a> <a href="/preview/discord">${asInDiscord}</a>`,
  ];
  const top = html`<header class="top"><a class="name" href="/">Courant</a>${shown.any && html`<nav>${links}</nav>`}</header>`;
  return htmlPage({ title, locale, body: html`${top}\n<main>${body}</main>` });
}
