import { htmlPage } from '../../../adapters/html/page.ts';
import { type Html, html } from '../../../adapters/html/template.ts';
import { datesIn } from '../../../adapters/message/dates.ts';
import { safeLink } from '../../../adapters/message/safe-link.ts';
import type { ChannelRef } from '../../domain/channel.ts';
import type { Delivery, DeliveryState } from '../../domain/delivery.ts';
import type { Feed } from '../../domain/feed.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { Instant } from '../../domain/time.ts';
import { operatorStyle } from './style.ts';
import { type Column, table } from './table.ts';
import { isFailing, type OperatorView } from './view.ts';

const number = new Intl.NumberFormat('en');

/** Feeds with their health, what comes next, what was delivered and what was not: read only. */
export function operatorPage(view: OperatorView, zone: string): string {
  const at = timesIn(zone);
  const body = html`<header class="top"><a class="name" href="/operator">Courant</a><nav aria-label="On this page"><a href="#feeds">Feeds</a> <a href="#next">Next digests</a> <a href="#deliveries">Deliveries</a>
<form method="post" action="/operator/sign-out"><button>Sign out</button></form></nav></header>
<main>
<h1>Operator</h1>
<p class="quiet">${at(view.now)} (${zone}) · <a href="/operator">Read again</a></p>
<p class="quiet">${about(view)}</p>
${tiles(view)}
${needsYou(view)}
${feeds(view, at)}
${next(view, at)}
${deliveries(view, at)}
</main>`;
  return htmlPage({ title: 'Operator · Courant', locale: 'en', body, style: operatorStyle });
}

/** What is shown to who has not signed in: the form, or that the page is closed. */
export function signInPage(why: 'asked' | 'refused' | 'closed'): string {
  const form = html`${why === 'refused' && html`<p class="refused" role="alert">That is not the token.</p>`}
<form class="sign-in" method="post" action="/operator/sign-in">
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
<button>Sign in</button>
</form>
<p class="quiet">It is what OPERATOR_TOKEN is set to. A browser is asked again after twelve hours.</p>`;
  const closed = html`<p>This page is closed. Set OPERATOR_TOKEN and start Courant again to open it.</p>`;
  const body = html`<main class="narrow"><h1>Operator</h1>${why === 'closed' ? closed : form}</main>`;
  return htmlPage({ title: 'Operator · Courant', locale: 'en', body, style: operatorStyle });
}

type Times = (at: Instant | null) => Html | null;

function timesIn(zone: string): Times {
  const dates = datesIn('en', zone);
  return (at) =>
    at === null ? null : html`<time datetime="${new Date(at).toISOString()}">${dates.moment(at)}</time>`;
}

function about({ version, store, connected }: OperatorView): string {
  const megabytes = number.format(Math.round(store.bytes / 1024 / 1024));
  return [
    `Version ${version}`,
    `${store.kind}, schema ${store.schemaVersion}: ${number.format(store.articles)} articles, ${megabytes} MB`,
    connected.length > 0
      ? `connected: ${connected.join(', ')}`
      : 'neither Slack nor Discord is connected here',
  ].join(' · ');
}

function tiles({ counts, feeds: all, failing, next: active, paused }: OperatorView): Html {
  const tile = (title: string, count: number, bad: boolean, more: string | null = null) =>
    html`<div${bad && html` class="bad"`}><dt>${title}</dt><dd>${number.format(count)}${more && html`<small>${more}</small>`}</dd></div>`;
  const waiting = counts.pending + counts.sending;
  return html`<dl class="tiles">
${tile('Posted', counts.posted, false)}
${tile('On their way', waiting, false)}
${tile('Given up', counts.dead, counts.dead > 0)}
${tile('In doubt', counts.unknown, counts.unknown > 0)}
${tile('Skipped', counts.skipped, false)}
${tile('Feeds', all.total, failing > 0, failing > 0 ? `${number.format(failing)} failing` : null)}
${tile('Subscriptions', active.total + paused.total, false, paused.total > 0 ? `${number.format(paused.total)} paused` : null)}
</dl>`;
}

function section(id: string, title: string, total: number, body: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title} <span class="count">${number.format(total)}</span></h2>
${body}</section>`;
}

/** What a machine can't decide. */
function needsYou({ dead, unknown, counts }: OperatorView): Html {
  const columns: readonly Column<Delivery>[] = [
    { title: 'Due in the channel', cell: ({ period }) => period.replace('T', ' ') },
    { title: 'Channel', cell: ({ channel }) => placeOf(channel) },
    { title: 'Why', cell: ({ error }) => error },
    { title: 'Tries', cell: ({ attempts }) => String(attempts) },
    { title: 'To try again', cell: ({ id }) => html`<code>courant deliveries retry ${id}</code>` },
  ];
  const deadOnes =
    dead.length > 0 &&
    section(
      'dead',
      'Given up',
      counts.dead,
      table(dead.length < counts.dead ? `The newest ${dead.length}` : 'The newest first', columns, dead),
    );
  const doubtful =
    unknown.length > 0 &&
    section(
      'doubt',
      'In doubt',
      counts.unknown,
      table('These may have got through: look into the channel before you try again', columns, unknown),
    );
  return html`${deadOnes}${doubtful}`;
}

function feeds({ feeds: { shown, total } }: OperatorView, at: Times): Html {
  const columns: readonly Column<Feed>[] = [
    { title: 'State', cell: (feed) => stateOf(feed) },
    {
      title: 'Feed',
      cell: ({ outlet, url }) => {
        // Where a secret was taken out, the address leads nowhere.
        const href = url.includes('[secret]') ? null : safeLink(url);
        return html`<bdi>${outlet}</bdi><small>${href ? html`<a href="${href}" rel="noreferrer">${url}</a>` : url}</small>`;
      },
    },
    { title: 'Read', cell: ({ health }) => at(health.lastFetchedAt) ?? 'not yet' },
    { title: 'Newest article', cell: ({ health }) => at(health.lastArticleAt) },
    { title: 'A day', cell: ({ health }) => health.articlesPerDay?.toFixed(1) ?? null },
    { title: 'Next read', cell: ({ state, nextPollAt }) => (state === 'active' ? at(nextPollAt) : null) },
    { title: 'Last fault', cell: ({ health }) => health.lastFault },
  ];
  const caption = shown.length < total ? `The ${shown.length} worst` : 'The worst first';
  return section(
    'feeds',
    'Feeds',
    total,
    total === 0
      ? html`<p>No feeds yet: <code>courant sources add https://example.org</code></p>`
      : table(caption, columns, shown),
  );
}

function stateOf(feed: Feed): Html {
  const { faults } = feed.health;
  if (feed.state === 'active' && !isFailing(feed)) return html`<span class="state good">fine</span>`;
  if (feed.state === 'paused') return html`<span class="state">paused</span>`;
  const words = feed.state === 'gone' ? 'gone' : `${faults} ${faults === 1 ? 'fault' : 'faults'}`;
  return html`<span class="state bad">${words}</span>`;
}

function next({ next: active, paused }: OperatorView, at: Times): Html {
  const where: readonly Column<Subscription>[] = [
    { title: 'Topic', cell: ({ topic }) => html`<bdi>${topic}</bdi>` },
    { title: 'Channel', cell: ({ channel }) => placeOf(channel) },
  ];
  const due: readonly Column<Subscription>[] = [
    { title: 'Due', cell: ({ nextDueAt }) => at(nextDueAt) },
    ...where,
    {
      title: 'In the channel',
      cell: ({ nextPeriod, schedule }) => `${nextPeriod?.replace('T', ' ') ?? ''} ${schedule.zone}`,
    },
  ];
  const resting: readonly Column<Subscription>[] = [
    ...where,
    { title: 'Why', cell: ({ pausedBecause }) => pausedBecause },
  ];
  const soonest = active.shown.length < active.total ? `The next ${active.shown.length}` : 'The next first';
  const coming = section(
    'next',
    'Next digests',
    active.total,
    active.total === 0 ? html`<p>No channel gets a digest.</p>` : table(soonest, due, active.shown),
  );
  if (paused.total === 0) return coming;
  return html`${coming}${section('paused', 'Paused', paused.total, table('Until somebody resumes them', resting, paused.shown))}`;
}

const looks: Readonly<Record<DeliveryState, string>> = {
  posted: 'good',
  pending: 'wait',
  sending: 'wait',
  unknown: 'bad',
  dead: 'bad',
  skipped: '',
};

function deliveries({ newest, counts }: OperatorView, at: Times): Html {
  const columns: readonly Column<Delivery>[] = [
    { title: 'State', cell: ({ state }) => html`<span class="state ${looks[state]}">${state}</span>` },
    { title: 'Due', cell: ({ dueAt }) => at(dueAt) },
    { title: 'Channel', cell: ({ channel }) => placeOf(channel) },
    { title: 'Posted', cell: ({ postedAt }) => at(postedAt) },
    { title: 'Tries', cell: ({ attempts }) => String(attempts) },
    { title: 'Note', cell: ({ error }) => error },
  ];
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return section(
    'deliveries',
    'Deliveries',
    total,
    total === 0
      ? html`<p>Nothing was delivered yet.</p>`
      : table(newest.length < total ? `The newest ${newest.length}` : 'The newest first', columns, newest),
  );
}

/** As the command line takes it. */
function placeOf({ platform, workspace, channel }: ChannelRef): string {
  return platform === 'console' ? 'console' : `${platform}:${workspace}/${channel}`;
}
