import type { InputBlock, ModalView, PlainTextElement } from '@slack/types';
import type { Form, FormField } from '../message/message.ts';
import { tidyLabel } from '../message/tidy-message.ts';
import { slackLimits } from './limits.ts';

/** A form as a modal; a field's `block_id` is its name. Who opens it adds callback_id and private_metadata. */
export function renderSlackModal(form: Form): ModalView {
  return {
    type: 'modal',
    title: plainText(form.title, slackLimits.modalTitle),
    submit: plainText(form.submit, slackLimits.modalButton),
    blocks: form.fields.slice(0, slackLimits.modalBlocks).map(inputBlock),
  };
}

function inputBlock(field: FormField): InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: plainText(field.label, slackLimits.inputLabel),
    optional: !field.required,
    ...(field.hint ? { hint: plainText(field.hint, slackLimits.inputLabel) } : {}),
    element: field.kind === 'text' ? textInput(field) : select(field),
  };
}

function textInput(field: FormField & { readonly kind: 'text' }): InputBlock['element'] {
  const initial = field.initial.slice(0, slackLimits.plainTextInput).toWellFormed();
  return {
    type: 'plain_text_input',
    action_id: 'answer',
    multiline: field.multiline,
    max_length: slackLimits.plainTextInput,
    ...(initial ? { initial_value: initial } : {}),
  };
}

function select(field: FormField & { readonly kind: 'select' }): InputBlock['element'] {
  const options = field.choices
    .filter(({ value }) => value.length > 0 && value.length <= slackLimits.optionValue)
    .slice(0, slackLimits.options)
    .map(({ label, value }) => ({ text: plainText(label, slackLimits.optionText), value }));
  const initial = options.find(({ value }) => value === field.initial);
  return {
    type: 'static_select',
    action_id: 'answer',
    options,
    ...(initial ? { initial_option: initial } : {}),
  };
}

function plainText(text: string, room: number): PlainTextElement {
  return { type: 'plain_text', text: tidyLabel(text, room), emoji: false };
}
