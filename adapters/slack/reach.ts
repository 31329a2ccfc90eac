/** Slack's events about where we may post: installed, removed, archived, renamed; and App Home. */
import type { App } from '@slack/bolt';
import Keyv from 'keyv';
import type { AdapterLog, KeyValues } from '../adapter-deps.ts';
import type { InFlight } from '../in-flight.ts';
import { faults } from '../message/phrases/faults/en.ts';
import type { Handlers, ReachChange } from '../platform-adapter.ts';
import type { SlackCaller } from './call.ts';
import type { Installations } from './installations.ts';
import type { People } from './people.ts';
import { renderReply } from './reply.ts';

/** What each event about a channel means for posting there. */
const channelEvents: Readonly<Record<string, { readonly reachable: boolean; readonly reason: string }>> = {
  channel_archive: { reachable: false, reason: faults.wasArchived },
  channel_unarchive: { reachable: true, reason: faults.wasUnarchived },
  channel_deleted: { reachable: false, reason: faults.wasDeleted },
  channel_left: { reachable: false, reason: faults.removedFromChannel },
  group_archive: { reachable: false, reason: faults.wasArchived },
  group_unarchive: { reachable: true, reason: faults.wasUnarchived },
  group_deleted: { reachable: false, reason: faults.wasDeleted },
  group_left: { reachable: false, reason: faults.removedFromChannel },
};

/** What the manifest subscribes to: all that is listened to below. */
export const reachEvents: readonly string[] = [
  'app_home_opened',
  'app_uninstalled',
  ...Object.keys(channelEvents),
  'channel_id_changed',
  'member_joined_channel',
  'tokens_revoked',
];

export type ReachTools = {
  readonly call: SlackCaller;
  readonly people: People;
  /** Null for a configured token: then there is nothing to clean up. */
  readonly installations: Installations | null;
  readonly keyValues: KeyValues;
  readonly inFlight: InFlight;
  readonly log: AdapterLog;
};

const aDay = 24 * 3_600_000;
/** Blocks of App Home; messages have fewer, so it holds two rendered parts. */
const homeParts = 2;

export function watchReach(app: App, handlers: Handlers, tools: ReachTools): void {
  const { call, people, installations, inFlight, log } = tools;
  const seen = new Keyv<true>({ store: tools.keyValues, namespace: 'slack-events', ttl: aDay });

  /** Slack tells an event again when it is not sure we heard it (up to three times). */
  async function once(eventId: string, work: () => Promise<void>): Promise<void> {
    if (await seen.get(eventId)) return;
    await inFlight.track(work());
    await seen.set(eventId, true);
  }

  async function change(
    workspace: string,
    channel: string,
    reachable: boolean,
    reason: string,
    movedTo?: string,
  ) {
    const there = (id: string) => ({ platform: 'slack', workspace, channel: id }) as const;
    const told: ReachChange = { channel: there(channel), reachable, reason };
    await handlers.reach(movedTo === undefined ? told : { ...told, movedTo: there(movedTo) });
  }

  /**
   * Uninstalling sends `tokens_revoked` and `app_uninstalled`, in either order, and they may come after somebody has
   * installed the app again: an installation newer than the event stays.
   */
  async function gone(workspace: string, happenedAt: number, reason: string): Promise<void> {
    const kept = await installations?.find({
      teamId: workspace,
      enterpriseId: undefined,
      isEnterpriseInstall: false,
    });
    if (kept && kept.installedAt > happenedAt) return;
    await installations?.remove(workspace);
    await handlers.reach({
      channel: { platform: 'slack', workspace, channel: null },
      reachable: false,
      reason,
    });
  }

  app.event('app_uninstalled', ({ body }) =>
    once(body.event_id, () => gone(body.team_id, body.event_time * 1000, faults.removedFromWorkspace)),
  );
  app.event('tokens_revoked', async ({ event, body }) => {
    if (!event.tokens.bot?.length) return;
    await once(body.event_id, () => gone(body.team_id, body.event_time * 1000, faults.tokenRevoked));
  });
  for (const [type, { reachable, reason }] of Object.entries(channelEvents)) {
    app.event(type, async ({ event, body }) => {
      if (!('channel' in event) || typeof event.channel !== 'string') return;
      const { channel } = event;
      await once(body.event_id, () => change(body.team_id, channel, reachable, reason));
    });
  }
  app.event('channel_id_changed', ({ event, body }) =>
    once(body.event_id, () =>
      change(body.team_id, event.old_channel_id, false, faults.channelRenumbered, event.new_channel_id),
    ),
  );
  app.event('member_joined_channel', async ({ event, body, context }) => {
    if (event.user !== context.botUserId) return;
    await once(body.event_id, () => change(body.team_id, event.channel, true, faults.invitedToChannel));
  });

  app.event('app_home_opened', async ({ event, body, context }) => {
    if (event.tab !== 'home' || handlers.home === undefined || !context.botToken) return;
    const workspace = context.teamId ?? body.team_id;
    const { zone, locale } = await people.person(workspace, event.user);
    const message = await handlers.home({
      channel: { platform: 'slack', workspace, channel: event.channel },
      user: event.user,
      zone,
      locale,
      mayManage: (other) => people.mayManage(workspace, other?.channel ?? event.channel, event.user),
    });
    const blocks = renderReply({ message, visibility: 'asker' })
      .slice(0, homeParts)
      .flatMap((part) => part.blocks);
    const shown = call(context.botToken, 'views.publish', {
      user_id: event.user,
      view: { type: 'home', blocks },
    });
    await inFlight.track(shown).catch((error: unknown) => {
      log.warn({ err: error, user: event.user }, 'Slack did not take the App Home page');
    });
  });
}
