/** What people do on Discord, told to the handlers: acknowledged first, answered when there is an answer. */
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
  APIInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord.js';
import { ApplicationCommandType, InteractionResponseType, InteractionType, MessageFlags } from 'discord.js';
import { directMessages } from '../../src/domain/channel.ts';
import type { AdapterLog } from '../adapter-deps.ts';
import { namesFlagged } from '../command-flags.ts';
import { type InFlight, within } from '../in-flight.ts';
import type { CommandSpec } from '../message/command-spec.ts';
import type { Form, Reply } from '../message/message.ts';
import { type Saying, saying } from '../message/phrases/saying.ts';
import { tidyLabel } from '../message/tidy-message.ts';
import type { Handlers } from '../platform-adapter.ts';
import { formTooLate, sayPrivately } from '../say-privately.ts';
import { menuId, readCustomId } from './custom-id.ts';
import { linksIn } from './links-in.ts';
import type { PatientDiscordCaller } from './patient-call.ts';
import { missingToPost } from './permissions.ts';
import type { FindPlace, Place } from './place.ts';
import { channelOf, isOfServer, localeOf, readFields, readOptions, requesterOf } from './read-interaction.ts';
import { renderDiscordModal } from './render-modal.ts';
import { answerButton, type FirstAnswer, fillDeferred, followRest, immediate } from './respond.ts';

export type ListenTools = {
  readonly call: PatientDiscordCaller;
  readonly log: AdapterLog;
  readonly inFlight: InFlight;
  readonly placeOf: FindPlace;
};

/** Discord waits three seconds for the first answer; what can't be deferred must be there by then. */
const patience = 2_000;
const tooLate = Symbol('too late');
const mostSuggestions = 25;
const longestSuggestion = 100;

/** Answers an interaction, however it came. Never throws: a fault is logged, and Discord says the app did not answer. */
export type Listener = (interaction: APIInteraction, first: FirstAnswer) => Promise<void>;

export function createListener(
  handlers: Handlers,
  commands: readonly CommandSpec[],
  { call, log, inFlight, placeOf }: ListenTools,
): Listener {
  const opensForm = namesFlagged(commands, 'opensForm');
  const needsPosting = namesFlagged(commands, 'needsPosting');

  async function answer(interaction: APIInteraction, first: FirstAnswer): Promise<void> {
    switch (interaction.type) {
      case InteractionType.Ping:
        return first({ type: InteractionResponseType.Pong });
      case InteractionType.ApplicationCommandAutocomplete:
        return suggest(interaction, first);
      case InteractionType.ApplicationCommand:
        return command(interaction, first);
      case InteractionType.MessageComponent:
        return button(interaction, first);
      case InteractionType.ModalSubmit:
        return form(interaction, first);
    }
  }

  async function suggest(
    interaction: APIApplicationCommandAutocompleteInteraction,
    first: FirstAnswer,
  ): Promise<void> {
    const { name, options } = interaction.data;
    const { subcommand, focused } = readOptions(options);
    const asked = focused
      ? placeOf(interaction).then(({ channel }) =>
          handlers.suggest({
            command: subcommand === null ? name : `${name} ${subcommand}`,
            option: focused.name,
            typed: focused.typed,
            requester: requesterOf(interaction, channel),
          }),
        )
      : Promise.resolve([]);
    // Nobody waits for suggestions: late or broken, there are none.
    const found = await within(patience, asked, []).catch(() => []);
    await first({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: {
        choices: found
          .filter(({ value }) => value.length > 0 && value.length <= longestSuggestion)
          .slice(0, mostSuggestions)
          .map(({ label, value }) => ({ name: tidyLabel(label, longestSuggestion), value })),
      },
    });
  }

  async function command(interaction: APIApplicationCommandInteraction, first: FirstAnswer): Promise<void> {
    if (interaction.data.type === ApplicationCommandType.Message) return page(interaction, first);
    if (interaction.data.type !== ApplicationCommandType.ChatInput) return;
    const { name, options } = interaction.data;
    const place = await placeOf(interaction);
    const read = readOptions(options);
    const words = read.subcommand === null ? name : `${name} ${read.subcommand}`;
    const refusal = needsPosting.has(words) ? await postingRefused(interaction, place) : null;
    if (refusal !== null) return first(immediate(refusal));
    const work = () =>
      handlers.command({
        command: name,
        subcommand: read.subcommand,
        text: null,
        options: read.options,
        requester: requesterOf(interaction, place.channel),
      });
    if (opensForm.has(words)) return mayOpenForm(interaction, first, work());
    await deferred(interaction, first, work);
  }

  /** Chosen in the menu of a message: the only message whose text Discord ever shows us, with the choice. */
  async function page(interaction: APIApplicationCommandInteraction, first: FirstAnswer): Promise<void> {
    if (interaction.data.type !== ApplicationCommandType.Message || handlers.page === undefined) return;
    const { target_id, resolved } = interaction.data;
    const addresses = linksIn(resolved.messages[target_id] ?? {});
    const { page } = handlers;
    await deferred(interaction, first, () =>
      page({ addresses, requester: requesterOf(interaction, channelOf(interaction)) }),
    );
  }

  async function button(interaction: APIMessageComponentInteraction, first: FirstAnswer): Promise<void> {
    const { data } = interaction;
    const place = await placeOf(interaction);
    const chosen = data.custom_id === menuId && 'values' in data ? data.values[0] : data.custom_id;
    const { name, value } = readCustomId(chosen ?? '');
    const refusal = needsPosting.has(name) ? await postingRefused(interaction, place) : null;
    if (refusal !== null) return first(immediate(refusal));
    const work = () =>
      handlers.action({
        name,
        value,
        fields: {},
        messageId: interaction.message.id,
        requester: requesterOf(interaction, place.channel),
      });
    if (opensForm.has(name)) return mayOpenForm(interaction, first, work());
    await first({ type: InteractionResponseType.DeferredMessageUpdate });
    await answerButton(call, interaction, await withoutForm(await work(), interaction, log));
  }

  async function form(interaction: APIModalSubmitInteraction, first: FirstAnswer): Promise<void> {
    const { name, value } = readCustomId(interaction.data.custom_id);
    await deferred(interaction, first, async () =>
      handlers.action({
        name,
        value,
        fields: readFields(interaction.data),
        messageId: interaction.message?.id ?? null,
        requester: requesterOf(interaction, (await placeOf(interaction)).channel),
      }),
    );
  }

  /** The usual way: "thinking…", seen by the asker only, then the answer. */
  async function deferred(
    interaction: APIInteraction,
    first: FirstAnswer,
    work: () => Promise<Form | Reply | null>,
  ): Promise<void> {
    await first(thinking);
    await fillDeferred(call, interaction, await withoutForm(await work(), interaction, log));
  }

  /** A modal must be the first answer: so there is no deferring, unless the answer takes too long to be one. */
  async function mayOpenForm(
    interaction: APIInteraction,
    first: FirstAnswer,
    work: Promise<Form | Reply | null>,
  ): Promise<void> {
    const content = await within(patience, work, tooLate);
    if (content === tooLate) {
      await first(thinking);
      return fillDeferred(call, interaction, await withoutForm(await work, interaction, log));
    }
    if (content === null) return first({ type: InteractionResponseType.DeferredMessageUpdate });
    if ('kind' in content) {
      return first({ type: InteractionResponseType.Modal, data: renderDiscordModal(content) });
    }
    await first(immediate(content));
    await followRest(call, interaction, content);
  }

  return (interaction, first) =>
    inFlight.track(
      answer(interaction, first).catch((error: unknown) => {
        log.error({ err: error, interaction: interaction.type }, 'Something on Discord was not answered');
      }),
    );
}

const thinking = {
  type: InteractionResponseType.DeferredChannelMessageWithSource,
  data: { flags: MessageFlags.Ephemeral },
} as const;

/** A form that can't be opened any more, because something was already answered. */
async function withoutForm(
  content: Form | Reply | null,
  interaction: APIInteraction,
  log: AdapterLog,
): Promise<Reply | null> {
  if (content === null || !('kind' in content)) return content;
  log.warn(
    { form: content.name },
    'A form came too late to be opened, or from a command that does not say it opens one',
  );
  return formTooLate(localeOf(interaction));
}

/** Null where the bot may post in the channel of this interaction. */
async function postingRefused(interaction: APIInteraction, place: Place): Promise<Reply | null> {
  if (channelOf(interaction).workspace !== directMessages && !isOfServer(interaction)) {
    return cantPost(saying('notOnServer'), interaction);
  }
  const missing = missingToPost(interaction.app_permissions ?? '0', place.kind);
  if (interaction.guild_id === undefined || missing.length === 0) return null;
  return cantPost(
    saying('lackingHere', { permissions: { all: missing.map((name) => saying(name)) } }),
    interaction,
  );
}

function cantPost(why: Saying, interaction: APIInteraction): Promise<Reply> {
  return sayPrivately({ title: saying('cantPostHere'), lines: [why], locale: localeOf(interaction) });
}
