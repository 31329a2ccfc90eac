/** What an interaction says, without Discord's nesting. */
import type {
  APIApplicationCommandInteractionDataOption,
  APIInteraction,
  APIModalSubmission,
  ModalSubmitComponent,
} from 'discord.js';
import { ApplicationCommandOptionType } from 'discord.js';
import { type ChannelRef, directMessages } from '../../src/domain/channel.ts';
import type { Requester } from '../platform-adapter.ts';
import { mayManageChannel } from './permissions.ts';

export function channelOf(interaction: APIInteraction): ChannelRef {
  return {
    platform: 'discord',
    workspace: interaction.guild_id ?? directMessages,
    channel: interaction.channel?.id ?? '',
  };
}

/** The language of who does it. */
export function localeOf(interaction: APIInteraction): string {
  return 'locale' in interaction ? interaction.locale : 'en';
}

/** `channel` is the one they mean. Discord never tells where in the world somebody is. */
export function requesterOf(interaction: APIInteraction, channel: ChannelRef): Requester {
  const { member } = interaction;
  return {
    channel,
    user: member?.user.id ?? interaction.user?.id ?? '',
    locale: localeOf(interaction),
    zone: null,
    // Discord says what somebody may do in this channel, of no other.
    mayManage: async (other) =>
      (other === undefined || other.channel === channel.channel) &&
      (member === undefined || mayManageChannel(member.permissions)),
    // Whoever installed the app for themselves manages channels of servers that the bot is not in.
    mayKeep: async () =>
      member !== undefined && isOfServer(interaction) && mayManageChannel(member.permissions),
  };
}

/** Whether the bot was added to the server; people who installed it for themselves have its commands everywhere. */
export function isOfServer(interaction: APIInteraction): boolean {
  return '0' in interaction.authorizing_integration_owners;
}

type Options = {
  readonly subcommand: string | null;
  readonly options: Readonly<Record<string, string>>;
  /** The option being typed, while it is. */
  readonly focused: { readonly name: string; readonly typed: string } | null;
};

export function readOptions(
  given: readonly APIApplicationCommandInteractionDataOption[] | undefined,
): Options {
  const [first] = given ?? [];
  if (first?.type === ApplicationCommandOptionType.Subcommand) {
    return { ...readOptions(first.options), subcommand: first.name };
  }
  const values = (given ?? []).flatMap((option) => ('value' in option ? [option] : []));
  const typing = values.find((option) => 'focused' in option && option.focused === true);
  return {
    subcommand: null,
    options: Object.fromEntries(values.map(({ name, value }) => [name, String(value)])),
    focused: typing ? { name: typing.name, typed: String(typing.value) } : null,
  };
}

/** Field name -> value of a sent form. */
export function readFields({ components }: APIModalSubmission): Record<string, string> {
  const fields = components.flatMap((row): readonly ModalSubmitComponent[] => {
    if ('component' in row) return [row.component];
    return 'components' in row ? row.components : [];
  });
  return Object.fromEntries(
    fields.map((field) => {
      if ('values' in field) return [field.custom_id, field.values.join(',')];
      return [field.custom_id, String(field.value ?? '')];
    }),
  );
}
