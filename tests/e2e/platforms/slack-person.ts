import type { SlackCounterpart } from '../../counterparts/slack.ts';
import { type Button, type Json, type Look, type OpenForm, objectsIn, type Person, wordsIn } from './seen.ts';

const slackTeam = 'T0TEST';

/** Somebody in a channel of a Slack workspace, by Socket Mode. */
export function slackPerson(slack: SlackCounterpart, user: string, channel: string): Person {
  const here = { user_id: user, channel_id: channel, team_id: slackTeam };
  const inPayload = {
    user: { id: user, team_id: slackTeam },
    channel: { id: channel, name: 'news' },
    team: { id: slackTeam, domain: 'test' },
  };
  let triggers = 0;
  const trigger = () => `trigger-${++triggers}`;

  /** What comes after this moment: at a response_url, as an ephemeral message, or as a modal. */
  function watched(act: () => void): Look {
    const before = [slack.responses.length, slack.ephemeral.length, slack.views.length] as const;
    act();
    return () => {
      const answers = [...slack.responses.slice(before[0]), ...slack.ephemeral.slice(before[1])];
      const view = slack.views.slice(before[2]).findLast(({ method }) => method === 'views.update');
      if (view) return seenView(Object(view.body.view));
      if (answers.length === 0) return null;
      const blocks = answers.map((answer) => answer.blocks);
      const by = answers.some(({ response_type }) => response_type === 'in_channel') ? 'channel' : 'asker';
      return { words: wordsIn(blocks), buttons: buttonsIn(blocks), form: null, by };
    };
  }

  function pressed(action: Json, extra: Json = {}): void {
    slack.overSocket('interactive', {
      type: 'block_actions',
      ...inPayload,
      message: { type: 'message', ts: '1700000000.000100' },
      container: { type: 'message', message_ts: '1700000000.000100', channel_id: channel },
      trigger_id: trigger(),
      response_url: slack.responseUrl(),
      actions: [{ block_id: 'b', action_ts: '1', ...action }],
      ...extra,
    });
  }

  return {
    ask: ({ command, subcommand = '', line = '' }) =>
      watched(() => {
        slack.overSocket('slash_commands', {
          command: `/${command}`,
          text: `${subcommand} ${line}`.trim(),
          ...here,
          trigger_id: trigger(),
          response_url: slack.responseUrl(),
        });
      }),
    press: ({ payload }) => watched(() => pressed(payload)),
    send: (form, changes) =>
      watched(() => {
        slack.overSocket('interactive', {
          type: 'view_submission',
          ...inPayload,
          view: { ...form.payload, id: 'V0TEST', state: { values: valuesOf(form, changes) } },
        });
      }),
    pointAt: (address) =>
      watched(() => {
        slack.overSocket('interactive', {
          type: 'message_action',
          callback_id: 'brief_on_this',
          ...inPayload,
          trigger_id: trigger(),
          message_ts: '1700000000.000200',
          message: { type: 'message', ts: '1700000000.000200', text: `Seen this? <${address}|the news>` },
          response_url: slack.responseUrl(),
        });
      }),
    channel: () =>
      slack.messages
        .filter((message) => message.channel === channel)
        .map(({ blocks }) => ({
          words: wordsIn(blocks),
          buttons: buttonsIn(blocks),
          form: null,
          by: 'channel',
        })),
  };
}

function seenView(view: Json) {
  const fields = Object.fromEntries(
    objectsIn(view)
      .filter(({ type }) => type === 'input')
      .map(({ block_id, element }) => [block_id, initialOf(Object(element))]),
  );
  const isForm = typeof view.callback_id === 'string';
  const form = isForm ? { title: String(view.title && wordsIn(view.title)), fields, payload: view } : null;
  return { words: wordsIn([view.title, view.blocks]), buttons: [], form, by: 'asker' as const };
}

function initialOf({ initial_value, initial_option }: Json): unknown {
  return initial_value ?? Object(initial_option).value ?? '';
}

function valuesOf({ fields, payload }: OpenForm, changes: Readonly<Record<string, string>>) {
  const inputs = objectsIn(payload).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const { type, action_id } = Object(element);
      const value = String(changes[String(block_id)] ?? fields[String(block_id)] ?? '');
      const state = type === 'static_select' ? { type, selected_option: { value } } : { type, value };
      return [block_id, { [action_id]: state }];
    }),
  );
}

function buttonsIn(blocks: unknown): readonly Button[] {
  return objectsIn(blocks).flatMap((one): readonly Button[] => {
    if (one.type === 'button') return [{ label: wordsIn(one.text), payload: one }];
    if (one.type !== 'static_select') return [];
    return objectsIn(one.option_groups)
      .filter(({ value }) => typeof value === 'string')
      .map((option) => ({
        label: wordsIn(option.text),
        payload: { type: 'static_select', action_id: one.action_id, selected_option: option },
      }));
  });
}
