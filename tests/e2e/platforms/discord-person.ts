import { type DiscordCounterpart, type InteractionAnswer, ids } from '../../counterparts/discord.ts';
import { type Button, type Json, type Look, type OpenForm, objectsIn, type Person, wordsIn } from './seen.ts';

const ephemeral = 64;
const manageChannels = (1n << 4n).toString();

/** As interactions tell it: 0 text, 5 announcement, 11 thread or forum post. */
export type Where = { readonly id: string; readonly type: number; readonly parent_id?: string };

/** Somebody in a channel of a Discord server, by the gateway. */
export function discordPerson(
  discord: DiscordCounterpart,
  {
    manager,
    channel = { id: ids.channel, type: 0 },
    locale = 'en-US',
  }: { readonly manager: boolean; readonly channel?: Where; readonly locale?: string },
): Person {
  function watched(interaction: Json): Look {
    const member = {
      user: { id: ids.user, username: 'ada', discriminator: '0', avatar: null },
      permissions: manager ? manageChannels : '0',
      roles: [],
    };
    const where = { channel, channel_id: channel.id };
    const token = discord.interact({ member, locale, ...where, ...interaction });
    return () => {
      const answer = discord.answers.get(token);
      return answer ? seenAnswer(answer) : null;
    };
  }

  return {
    ask: ({ command, subcommand, options = {} }) => {
      const given = Object.entries(options).map(([name, value]) => ({ type: 3, name, value }));
      const nested = subcommand === undefined ? given : [{ type: 1, name: subcommand, options: given }];
      return watched({ type: 2, data: { id: '1', type: 1, name: command, options: nested } });
    },
    press: ({ payload }) =>
      watched({
        type: 3,
        message: { id: '920000000000000000', channel_id: ids.channel, embeds: [] },
        data: payload,
      }),
    send: ({ fields, payload }, changes) =>
      watched({
        type: 5,
        data: {
          custom_id: payload.custom_id,
          components: objectsIn(payload.components)
            .filter(({ type }) => type === 18)
            .map(({ component }) => {
              const { type, custom_id } = Object(component);
              const value = String(changes[custom_id] ?? fields[custom_id] ?? '');
              return {
                type: 18,
                component: { type, custom_id, ...(type === 3 ? { values: [value] } : { value }) },
              };
            }),
        },
      }),
    pointAt: (address) =>
      watched({
        type: 2,
        data: {
          id: '9',
          type: 3,
          name: 'Brief me on this',
          target_id: '930000000000000000',
          resolved: {
            messages: {
              '930000000000000000': {
                id: '930000000000000000',
                channel_id: ids.channel,
                content: `Seen this? [the news](${address})`,
                embeds: [],
              },
            },
          },
        },
      }),
    channel: () =>
      discord.messages
        .filter((message) => message.channel === channel.id)
        .map(({ body }) => ({ ...plain([body]), by: 'channel' })),
  };
}

/** Null while there is only "thinking…". */
function seenAnswer({ first, edited, followUps }: InteractionAnswer) {
  if (first?.type === 9) return { ...plain([first.data]), form: formOf(Object(first.data)) };
  const shown = [first?.type === 4 ? first.data : null, edited, ...followUps].filter(Boolean);
  if (shown.length === 0) return null;
  const forAll = followUps.some(({ flags }) => (Number(flags ?? 0) & ephemeral) === 0);
  return { ...plain(shown), by: forAll ? ('channel' as const) : ('asker' as const) };
}

function plain(shown: readonly unknown[]) {
  return { words: wordsIn(shown), buttons: buttonsIn(shown), form: null, by: 'asker' as const };
}

function formOf(modal: Json): OpenForm {
  const inputs = objectsIn(modal.components).filter(({ type }) => type === 18);
  const fields = inputs.map(({ component }) => {
    const { custom_id, value, options } = Object(component);
    const chosen = objectsIn(options).find((option) => option.default === true);
    return [custom_id, value ?? chosen?.value ?? ''];
  });
  return { title: String(modal.title), fields: Object.fromEntries(fields), payload: modal };
}

function buttonsIn(shown: unknown): readonly Button[] {
  return objectsIn(shown).flatMap((one): readonly Button[] => {
    const { type, custom_id, label } = one;
    if (type === 2) return [{ label: String(label), payload: { component_type: 2, custom_id } }];
    if (type !== 3 || !Array.isArray(one.options)) return [];
    return objectsIn(one.options).map((option) => ({
      label: String(option.label),
      payload: { component_type: 3, custom_id, values: [option.value] },
    }));
  });
}
