/** What people do on Slack, told to the handlers: acknowledged first, answered when there is an answer. */
import type { App, RespondFn } from '@slack/bolt';
import type { AdapterLog } from '../adapter-deps.ts';
import { namesFlagged } from '../command-flags.ts';
import type { InFlight } from '../in-flight.ts';
import { briefOnThis } from '../message/brief-on-this.ts';
import type { CommandSpec } from '../message/command-spec.ts';
import type { Form, Reply } from '../message/message.ts';
import { saying } from '../message/phrases/saying.ts';
import type { Handlers, Requester } from '../platform-adapter.ts';
import { formTooLate, sayPrivately } from '../say-privately.ts';
import { readPress } from './action-id.ts';
import type { SlackCaller } from './call.ts';
import { linksIn } from './links-in.ts';
import { fillSkeleton, modalCallbackId, openForm, openSkeleton, readFields, readMemory } from './modal.ts';
import type { People } from './people.ts';
import { createReplier } from './reply.ts';

export type ListenTools = {
  readonly call: SlackCaller;
  readonly people: People;
  readonly log: AdapterLog;
  readonly inFlight: InFlight;
};

/** One thing somebody did, with all that is needed to answer it. */
type Event = {
  readonly workspace: string;
  readonly token: string;
  readonly channel: string;
  readonly user: string;
  readonly respond: RespondFn | null;
  /** Opens a modal within three seconds; a sent form has none. */
  readonly trigger: string | null;
  readonly messageId: string | null;
};

export function listen(
  app: App,
  handlers: Handlers,
  commands: readonly CommandSpec[],
  tools: ListenTools,
): void {
  const { call, people, log, inFlight } = tools;
  const send = createReplier(call, log);
  const opensForm = namesFlagged(commands, 'opensForm');
  const needsPosting = namesFlagged(commands, 'needsPosting');

  async function requesterOf({ workspace, channel, user }: Event): Promise<Requester> {
    const { zone, locale } = await people.person(workspace, user);
    return {
      channel: { platform: 'slack', workspace, channel },
      user,
      zone,
      locale,
      mayManage: (other) => people.mayManage(workspace, other?.channel ?? channel, user),
      mayKeep: () => people.mayKeep(workspace, channel, user),
    };
  }

  /** `form`: whether it is known to open one. */
  async function answer(
    event: Event,
    form: boolean,
    work: () => Promise<Form | Reply | null>,
  ): Promise<void> {
    const { token, trigger } = event;
    if (form && trigger !== null) return answerInModal(event, trigger, work);
    const content = await work();
    if (content === null) return;
    if (!('kind' in content)) return send(event, content);
    if (trigger !== null) await openForm(call, token, trigger, content, event);
  }

  /** A modal stands there before the trigger runs out, and is filled when its content is there. */
  async function answerInModal(
    event: Event,
    trigger: string,
    work: () => Promise<Form | Reply | null>,
  ): Promise<void> {
    const opening = openSkeleton(call, event.token, trigger).catch((error: unknown) => {
      log.warn({ err: error }, 'Slack did not open a modal');
      return null;
    });
    const [view, content] = await Promise.all([opening, work()]);
    if (content === null) return;
    if (view !== null) return fillSkeleton(call, event.token, view, content, event);
    if (!('kind' in content)) return send(event, content);
    const { locale } = await people.person(event.workspace, event.user);
    await send(event, await formTooLate(locale));
  }

  app.command(/^\/.+/, async ({ ack, command, context, respond }) => {
    await ack();
    const spec = commands.find(({ name }) => `/${name}` === command.command);
    if (!spec) {
      log.warn(
        { command: command.command },
        'Slack sent a command that is not ours: the manifest is of another version',
      );
      return;
    }
    const event: Event = {
      workspace: context.teamId ?? command.team_id,
      token: context.botToken ?? '',
      channel: command.channel_id,
      user: command.user_id,
      respond,
      trigger: command.trigger_id,
      messageId: null,
    };
    const word = command.text.trim().split(/\s+/)[0]?.toLowerCase() ?? '';
    const words = spec.subcommands.length === 0 ? spec.name : `${spec.name} ${word}`;
    await inFlight.track(
      answer(event, opensForm.has(words), async () => {
        if (needsPosting.has(words) && !(await people.mayPost(event.workspace, event.channel))) {
          return notAMember((await people.person(event.workspace, event.user)).locale);
        }
        return handlers.command({
          command: spec.name,
          subcommand: null,
          text: command.text,
          options: {},
          requester: await requesterOf(event),
        });
      }),
    );
  });

  app.shortcut(
    { type: 'message_action', callback_id: briefOnThis.id },
    async ({ ack, shortcut, context, respond }) => {
      await ack();
      const { page } = handlers;
      if (page === undefined) return;
      const event: Event = {
        workspace: context.teamId ?? shortcut.team?.id ?? '',
        token: context.botToken ?? '',
        channel: shortcut.channel.id,
        user: shortcut.user.id,
        respond,
        trigger: shortcut.trigger_id,
        messageId: shortcut.message_ts,
      };
      await inFlight.track(
        answer(event, false, async () =>
          page({ addresses: linksIn(shortcut.message), requester: await requesterOf(event) }),
        ),
      );
    },
  );

  app.action({ type: 'block_actions' }, async ({ ack, action, body, context, respond }) => {
    await ack();
    // A link that looks like a button is reported too; there is nothing to do for it.
    const pressed = action.type === 'button' || action.type === 'static_select' ? readPress(action) : null;
    if (pressed === null) return;
    const event: Event = {
      workspace: context.teamId ?? body.team?.id ?? '',
      token: context.botToken ?? '',
      channel: body.channel?.id ?? body.user.id,
      user: body.user.id,
      respond: body.response_url ? respond : null,
      trigger: body.trigger_id,
      messageId: body.message?.ts ?? null,
    };
    const { name, value } = pressed;
    await inFlight.track(
      answer(event, opensForm.has(name), async () => {
        if (needsPosting.has(name) && !(await people.mayPost(event.workspace, event.channel))) {
          return notAMember((await people.person(event.workspace, event.user)).locale);
        }
        return handlers.action({
          name,
          value,
          fields: {},
          messageId: event.messageId,
          requester: await requesterOf(event),
        });
      }),
    );
  });

  app.view({ type: 'view_submission', callback_id: modalCallbackId }, async ({ ack, body, context }) => {
    await ack();
    const memory = readMemory(body.view.private_metadata);
    if (memory === null) return;
    const event: Event = {
      workspace: context.teamId ?? body.team?.id ?? '',
      token: context.botToken ?? '',
      channel: memory.channel,
      user: body.user.id,
      respond: null,
      trigger: null,
      messageId: memory.messageId,
    };
    await inFlight.track(
      answer(event, false, async () =>
        handlers.action({
          name: memory.name,
          value: memory.value,
          fields: readFields(body.view.state.values),
          messageId: memory.messageId,
          requester: await requesterOf(event),
        }),
      ),
    );
  });
}

const notAMember = (locale: string): Promise<Reply> =>
  sayPrivately({ title: saying('cantPostHere'), lines: [saying('notInChannel')], locale });
