/** Our commands as Discord registers them. */
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  APIApplicationCommandSubcommandOption,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { ApplicationCommandOptionType, ApplicationCommandType, ChannelType, Locale } from 'discord.js';
import { briefOnThis } from '../message/brief-on-this.ts';
import type { CommandSpec, OptionSpec, SubcommandSpec } from '../message/command-spec.ts';
import { managerPermissions } from './permissions.ts';

/** Where a command may be used and how the app must be installed for it. */
const inGuild = 0;
const inBotMessages = 1;
const inPrivateChannel = 2;
const byGuild = 0;
const byUser = 1;

/** Channels a digest can go to. */
const channelTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
] as const;

/** Two names of one language; Discord knows no Arabic. */
const localesOf: Readonly<Record<string, readonly Locale[]>> = {
  en: [Locale.EnglishUS, Locale.EnglishGB],
  es: [Locale.SpanishES, Locale.SpanishLATAM],
  pt: [Locale.PortugueseBR],
  sv: [Locale.Swedish],
};
const known = new Set<string>(Object.values(Locale));

export function commandJson(spec: CommandSpec): RESTPostAPIChatInputApplicationCommandsJSONBody {
  // Where the bot posts later it must be a member: an app installed for one person can't.
  const posts = [spec, ...spec.subcommands].some(({ needsPosting }) => needsPosting);
  return {
    type: ApplicationCommandType.ChatInput,
    ...named(spec),
    options: optionsOf(spec),
    contexts: posts ? [inGuild, inBotMessages] : [inGuild, inBotMessages, inPrivateChannel],
    integration_types: posts ? [byGuild] : [byGuild, byUser],
    default_member_permissions: spec.managersOnly ? managerPermissions : null,
  };
}

/** In the menu of every message, for members of a server with the bot and for those who installed it for themselves. */
export const messageCommandJson: RESTPostAPIContextMenuApplicationCommandsJSONBody = {
  type: ApplicationCommandType.Message,
  name: briefOnThis.label,
  name_localizations: localizations(briefOnThis.labels),
  contexts: [inGuild, inBotMessages, inPrivateChannel],
  integration_types: [byGuild, byUser],
};

function optionsOf(spec: CommandSpec): APIApplicationCommandOption[] {
  return spec.subcommands.length > 0 ? spec.subcommands.map(subcommandJson) : spec.options.map(optionJson);
}

function subcommandJson(spec: SubcommandSpec): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...named(spec),
    options: spec.options.map(optionJson),
  };
}

function optionJson(spec: OptionSpec): APIApplicationCommandBasicOption {
  const common = { ...named(spec), required: spec.required };
  switch (spec.kind) {
    case 'channel':
      return { type: ApplicationCommandOptionType.Channel, channel_types: [...channelTypes], ...common };
    case 'integer':
      return { type: ApplicationCommandOptionType.Integer, ...common };
    case 'boolean':
      return { type: ApplicationCommandOptionType.Boolean, ...common };
    case 'string':
      return {
        type: ApplicationCommandOptionType.String,
        ...common,
        ...(spec.choices
          ? { choices: spec.choices.map(({ label, value }) => ({ name: label, value })) }
          : { autocomplete: spec.suggest !== undefined }),
      };
  }
}

function named({
  name,
  description,
  descriptions,
}: Pick<CommandSpec, 'name' | 'description' | 'descriptions'>) {
  const localized = localizations(descriptions ?? {});
  return {
    name,
    description,
    ...(Object.keys(localized).length > 0 ? { description_localizations: localized } : {}),
  };
}

function localizations(descriptions: Readonly<Record<string, string>>): LocalizationMap {
  return Object.fromEntries(
    Object.entries(descriptions).flatMap(([language, text]) =>
      (localesOf[language] ?? [language])
        .filter((locale) => known.has(locale))
        .map((locale) => [locale, text]),
    ),
  );
}
