/** Forms as modals: opened within the trigger's three seconds, filled when their content is there. */
import type { AnyBlock, ModalView } from '@slack/types';
import type { Form, Reply } from '../message/message.ts';
import type { SlackCaller } from './call.ts';
import { renderSlackModal } from './render-modal.ts';
import { renderReply } from './reply.ts';

/** What a modal remembers, in its `private_metadata` (at most 3,000 characters). */
export type ModalMemory = {
  readonly name: string;
  readonly value: string;
  readonly channel: string;
  readonly messageId: string | null;
};

export const modalCallbackId = 'courant-form';

export async function openForm(
  call: SlackCaller,
  token: string,
  trigger: string,
  form: Form,
  place: Pick<ModalMemory, 'channel' | 'messageId'>,
): Promise<void> {
  await call(token, 'views.open', { trigger_id: trigger, view: formView(form, place) });
}

/** Opened at once, before it is known what it will hold; `fillSkeleton` puts it there. */
export async function openSkeleton(call: SlackCaller, token: string, trigger: string): Promise<string> {
  const answer = await call(token, 'views.open', { trigger_id: trigger, view: note('…', []) });
  const view: { readonly id?: unknown } =
    typeof answer.view === 'object' && answer.view !== null ? answer.view : {};
  return typeof view.id === 'string' ? view.id : '';
}

export async function fillSkeleton(
  call: SlackCaller,
  token: string,
  viewId: string,
  content: Form | Reply,
  place: Pick<ModalMemory, 'channel' | 'messageId'>,
): Promise<void> {
  const view =
    'kind' in content ? formView(content, place) : note('Courant', renderReply(content)[0]?.blocks ?? []);
  await call(token, 'views.update', { view_id: viewId, view });
}

/** A modal that only says something. */
function note(title: string, blocks: readonly AnyBlock[]): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title, emoji: false },
    blocks:
      blocks.length > 0
        ? [...blocks]
        : [{ type: 'section', text: { type: 'plain_text', text: '…', emoji: false } }],
  };
}

function formView(form: Form, { channel, messageId }: Pick<ModalMemory, 'channel' | 'messageId'>): ModalView {
  const memory: ModalMemory = { name: form.name, value: form.value, channel, messageId };
  return {
    ...renderSlackModal(form),
    callback_id: modalCallbackId,
    private_metadata: JSON.stringify(memory),
  };
}

export function readMemory(text: string): ModalMemory | null {
  try {
    const { name, value, channel, messageId } = JSON.parse(text);
    return {
      name: String(name),
      value: String(value),
      channel: String(channel),
      messageId: messageId ?? null,
    };
  } catch {
    return null;
  }
}

type FieldState = {
  readonly value?: string | null;
  readonly selected_option?: { readonly value: string } | null;
};

/** Block id -> action id -> state, as `view_submission` gives it; a field's name is its block id. */
export function readFields(
  values: Readonly<Record<string, Readonly<Record<string, FieldState>>>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, states]) => {
      const state = Object.values(states)[0];
      return [name, state?.value ?? state?.selected_option?.value ?? ''];
    }),
  );
}
