import { datesIn } from '../../adapters/message/dates.ts';
import { joinIsolated } from '../../adapters/message/direction.ts';
import type { Reply, Run } from '../../adapters/message/message.ts';
import { textOf } from '../../adapters/message/phrases/say.ts';
import { saying } from '../../adapters/message/phrases/saying.ts';
import { writtenNumber } from '../../adapters/message/phrases/written.ts';
import type { Feed } from '../domain/feed.ts';
import { withoutSecrets } from '../domain/without-secrets.ts';
import { privately } from './answer.ts';
import type { Asked, CommandContext, SourceProbe } from './context.ts';
import { record } from './digest/subscriptions-here.ts';
import { refuseFetch, sayFetchFault } from './fetch-fault.ts';
import { requireKeeper } from './permission.ts';
import { refuse } from './refusal.ts';

const listed = 40;

/** `/sources list`: all feeds with their health. */
export async function listSources(context: CommandContext, asked: Asked): Promise<Reply> {
  const { say } = asked;
  const feeds = await context.store.feeds.list();
  if (feeds.length === 0) {
    return privately({
      title: say.text('noSources'),
      blocks: [say.paragraph('addSourceOf')],
      locale: asked.locale,
    });
  }
  const sorted = feeds.toSorted(
    (a, b) => b.health.faults - a.health.faults || a.outlet.localeCompare(b.outlet),
  );
  return privately({
    title: say.text('sources', { n: feeds.length }),
    blocks: [
      { kind: 'list', items: sorted.slice(0, listed).map((feed) => line(feed, asked)) },
      say.paragraph('addSourceOf'),
    ],
    ...(feeds.length > listed ? { footer: say.text('andMore', { n: feeds.length - listed }) } : {}),
    locale: asked.locale,
  });
}

function line(feed: Feed, asked: Asked): readonly Run[] {
  const { health } = feed;
  const { say } = asked;
  const facts = [
    health.lastFetchedAt === null
      ? say.text('notFetched')
      : say.text('fetchedAt', { time: datesIn(asked.locale, asked.zone).moment(health.lastFetchedAt) }),
    health.articlesPerDay !== null && say.text('articlesADay', { rate: rounded(health.articlesPerDay) }),
    feed.state !== 'active' && say.text(feed.state === 'paused' ? 'feedPaused' : 'feedGone'),
    health.lastFault && sayHealth(feed, asked),
  ];
  const address = feed.siteUrl ?? feed.url;
  // Everybody may list sources; the key of a private feed is not for everybody.
  const isOpen = withoutSecrets(address) === address;
  return [
    { text: feed.outlet, style: 'bold', ...(isOpen && { href: address }) },
    { text: ` ${facts.filter(Boolean).join(' · ')}` },
  ];
}

/** "3× The site answers 404." */
function sayHealth({ health }: Feed, { locale }: Asked): string {
  const message = withoutSecrets(health.lastFault ?? '');
  const fault = textOf(sayFetchFault({ message, reason: health.lastFaultReason }), locale);
  return health.faults > 1 ? `${writtenNumber(health.faults, locale)}× ${fault}` : fault;
}

function rounded(rate: number): number {
  return Math.round(rate * 10) / 10;
}

/** `/sources add <address>`: a feed's address, or a site's that names its feed. */
export async function addSource(
  context: CommandContext,
  asked: Asked,
  address: string | undefined,
): Promise<Reply> {
  const url = readAddress(address, 'add');
  await requireKeeper(context, asked);
  const probe = await context.sources.add(url, asked.user).catch(refuseFetch);
  await record(
    context,
    asked,
    'source added',
    saying('changeSourceAdded', { outlet: probe.outlet, url: withoutSecrets(probe.feedUrl) }),
  );
  return probeReply(asked.say.text('readingFromNow', { outlet: probe.outlet }), probe, asked);
}

/** `/sources test <address>`: the same look without keeping anything. */
export async function testSource(
  context: CommandContext,
  asked: Asked,
  address: string | undefined,
): Promise<Reply> {
  const url = readAddress(address, 'test');
  await requireKeeper(context, asked);
  const probe = await context.sources.test(url).catch(refuseFetch);
  return probeReply(asked.say.text('foundFeed', { outlet: probe.outlet }), probe, asked);
}

export async function removeSource(
  context: CommandContext,
  asked: Asked,
  address: string | undefined,
): Promise<Reply> {
  const url = readAddress(address, 'remove');
  await requireKeeper(context, asked);
  await context.sources.remove(url);
  await record(context, asked, 'source removed', saying('changeSourceRemoved', { url: withoutSecrets(url) }));
  return privately({
    title: asked.say.text('sourceRemoved'),
    blocks: [asked.say.paragraph('sourceRemovedMeans')],
    locale: asked.locale,
  });
}

function readAddress(address: string | undefined, verb: string): string {
  // Slack wraps addresses: <https://example.org|example.org>
  const text = (address ?? '').trim().replace(/^<([^|>]+)(\|[^>]*)?>$/, '$1');
  if (text === '') refuse(saying('whichAddress'), `/sources ${verb} https://example.org`);
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
}

function probeReply(title: string, probe: SourceProbe, asked: Asked): Reply {
  return privately({
    title,
    context: joinIsolated([asked.say.text('entries', { n: probe.entries }), probe.feedUrl], ' · '),
    blocks: [{ kind: 'list', items: probe.newestTitles.map((text) => [{ text }]) }],
    locale: asked.locale,
  });
}
