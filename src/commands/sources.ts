import type { Reply, Run } from '../../adapters/message/message.ts';
import type { Feed } from '../domain/feed.ts';
import { withoutSecrets } from '../domain/without-secrets.ts';
import { paragraph, privately, refuse } from './answer.ts';
import type { Asked, CommandContext, SourceProbe } from './context.ts';
import { record } from './digest/subscriptions-here.ts';
import { requireKeeper } from './permission.ts';

const listed = 40;

/** `/sources list`: all feeds with their health. */
export async function listSources(context: CommandContext, asked: Asked): Promise<Reply> {
  const feeds = await context.store.feeds.list();
  if (feeds.length === 0) {
    return privately({
      title: 'No sources yet',
      blocks: [
        paragraph('Add one with `/sources add https://example.org`: the address of a feed or of a site.'),
      ],
      locale: asked.locale,
    });
  }
  const sorted = feeds.toSorted(
    (a, b) => b.health.faults - a.health.faults || a.outlet.localeCompare(b.outlet),
  );
  return privately({
    title: `${feeds.length} ${feeds.length === 1 ? 'source' : 'sources'}`,
    blocks: [{ kind: 'list', items: sorted.slice(0, listed).map((feed) => line(feed, asked)) }],
    ...(feeds.length > listed ? { footer: `and ${feeds.length - listed} more` } : {}),
    locale: asked.locale,
  });
}

function line(feed: Feed, asked: Asked): readonly Run[] {
  const { health } = feed;
  const time = new Intl.DateTimeFormat(asked.locale, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: asked.zone,
  });
  const fetched =
    health.lastFetchedAt === null ? 'not fetched yet' : `fetched ${time.format(health.lastFetchedAt)}`;
  const rate = health.articlesPerDay === null ? '' : ` · ${health.articlesPerDay.toFixed(1)} articles a day`;
  const fault = health.lastFault ? ` · ${health.faults}× ${withoutSecrets(health.lastFault)}` : '';
  const state = feed.state === 'active' ? '' : ` · ${feed.state}`;
  const address = feed.siteUrl ?? feed.url;
  // Everybody may list sources; the key of a private feed is not for everybody.
  const isOpen = withoutSecrets(address) === address;
  return [
    { text: feed.outlet, style: 'bold', ...(isOpen && { href: address }) },
    { text: ` ${fetched}${rate}${state}${fault}` },
  ];
}

/** `/sources add <address>`: a feed's address, or a site's that names its feed. */
export async function addSource(
  context: CommandContext,
  asked: Asked,
  address: string | undefined,
): Promise<Reply> {
  const url = readAddress(address, 'add');
  await requireKeeper(context, asked);
  const probe = await context.sources.add(url, asked.user);
  await record(
    context,
    asked,
    'source added',
    `Added the source ${probe.outlet} (${withoutSecrets(probe.feedUrl)}).`,
  );
  return probeReply(`Reading ${probe.outlet} from now on`, probe, asked);
}

/** `/sources test <address>`: the same look without keeping anything. */
export async function testSource(
  context: CommandContext,
  asked: Asked,
  address: string | undefined,
): Promise<Reply> {
  const url = readAddress(address, 'test');
  await requireKeeper(context, asked);
  const probe = await context.sources.test(url);
  return probeReply(`Found the feed of ${probe.outlet}`, probe, asked);
}

export async function removeSource(
  context: CommandContext,
  asked: Asked,
  address: string | undefined,
): Promise<Reply> {
  const url = readAddress(address, 'remove');
  await requireKeeper(context, asked);
  await context.sources.remove(url);
  await record(context, asked, 'source removed', `Removed the source ${withoutSecrets(url)}.`);
  return privately({
    title: 'Source removed',
    blocks: [paragraph('Its articles stay; nothing new is read from it.')],
    locale: asked.locale,
  });
}

function readAddress(address: string | undefined, verb: string): string {
  // Slack wraps addresses: <https://example.org|example.org>
  const text = (address ?? '').trim().replace(/^<([^|>]+)(\|[^>]*)?>$/, '$1');
  if (text === '') refuse('Which address?', `/sources ${verb} https://example.org`);
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
}

function probeReply(title: string, probe: SourceProbe, asked: Asked): Reply {
  return privately({
    title,
    context: `${probe.entries} ${probe.entries === 1 ? 'entry' : 'entries'} · ${probe.feedUrl}`,
    blocks: [{ kind: 'list', items: probe.newestTitles.map((text) => [{ text }]) }],
    locale: asked.locale,
  });
}
