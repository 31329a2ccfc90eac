/** Answering one interaction: first within three seconds, then for fifteen minutes. */
import type { APIInteraction, APIInteractionResponse } from 'discord.js';
import { InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import type { Reply } from '../message/message.ts';
import { type AnswerBody, bodiesOf } from './answer-bodies.ts';
import type { PatientDiscordCaller } from './patient-call.ts';

/** Sends the first answer: by REST when it came over the gateway, in the HTTP response when it came that way. */
export type FirstAnswer = (response: APIInteractionResponse) => Promise<void>;

function flagsOf(reply: Reply): { readonly flags?: MessageFlags.Ephemeral } {
  return reply.visibility === 'channel' ? {} : { flags: MessageFlags.Ephemeral };
}

export function restAnswer(call: PatientDiscordCaller, { id, token }: APIInteraction): FirstAnswer {
  return async (response) => {
    await call('post', Routes.interactionCallback(id, token), { body: response, anonymous: true });
  };
}

/** A reply as the very first answer. */
export function immediate(reply: Reply): APIInteractionResponse {
  const [body] = bodiesOf(reply);
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...spread(body), ...flagsOf(reply) },
  };
}

/** The rest of a reply whose first part was the first answer. */
export async function followRest(
  call: PatientDiscordCaller,
  interaction: APIInteraction,
  reply: Reply,
): Promise<void> {
  await follow(call, interaction, reply, bodiesOf(reply).slice(1));
}

/** Fills in a deferred answer, which only its asker sees; what all may see comes as a message of its own. */
export async function fillDeferred(
  call: PatientDiscordCaller,
  interaction: APIInteraction,
  reply: Reply | null,
): Promise<void> {
  const original = Routes.webhookMessage(interaction.application_id, interaction.token, '@original');
  if (reply === null || reply.visibility === 'channel') {
    await call('delete', original, { anonymous: true });
    if (reply !== null) await follow(call, interaction, reply, bodiesOf(reply));
    return;
  }
  const [first, ...rest] = bodiesOf(reply);
  await call('patch', original, { body: first, anonymous: true });
  await follow(call, interaction, reply, rest);
}

/** After a button was acknowledged: a new message, or the one the button stands on made new. */
export async function answerButton(
  call: PatientDiscordCaller,
  interaction: APIInteraction,
  reply: Reply | null,
): Promise<void> {
  if (reply === null) return;
  const bodies = bodiesOf(reply);
  if (reply.replaceOriginal !== true) return follow(call, interaction, reply, bodies);
  const original = Routes.webhookMessage(interaction.application_id, interaction.token, '@original');
  await call('patch', original, { body: bodies[0], anonymous: true });
  await follow(call, interaction, reply, bodies.slice(1));
}

async function follow(
  call: PatientDiscordCaller,
  { application_id, token }: APIInteraction,
  reply: Reply,
  bodies: readonly AnswerBody[],
): Promise<void> {
  for (const body of bodies) {
    await call('post', Routes.webhook(application_id, token), {
      body: { ...body, ...flagsOf(reply) },
      anonymous: true,
    });
  }
}

/** The library's types want lists that may be written to. */
function spread(body: AnswerBody | undefined) {
  return body === undefined
    ? { content: '…' }
    : {
        ...body,
        embeds: [...body.embeds],
        components: [...body.components],
        allowed_mentions: { parse: [] },
      };
}
