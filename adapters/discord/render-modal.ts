import type { APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Form, FormField } from '../message/message.ts';
import { tidyLabel } from '../message/tidy-message.ts';
import { customId } from './custom-id.ts';
import { discordLimits } from './limits.ts';

type Labelled = Extract<
  APIModalInteractionResponseCallbackData['components'][number],
  { label: string; component: unknown }
>;

const kinds = {
  label: 18 as ComponentType.Label,
  textInput: 4 as ComponentType.TextInput,
  select: 3 as ComponentType.StringSelect,
};
const oneLine = 1 as TextInputStyle.Short;
const manyLines = 2 as TextInputStyle.Paragraph;

/** A form as a modal; a field's custom_id is its name. */
export function renderDiscordModal(form: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId(form),
    title: tidyLabel(form.title, discordLimits.modalTitle),
    components: form.fields.slice(0, discordLimits.modalComponents).map(labelled),
  };
}

function labelled(field: FormField): Labelled {
  return {
    type: kinds.label,
    label: tidyLabel(field.label, discordLimits.label),
    ...(field.hint ? { description: tidyLabel(field.hint, discordLimits.labelDescription) } : {}),
    component: field.kind === 'text' ? textInput(field) : select(field),
  };
}

function textInput(field: FormField & { readonly kind: 'text' }): Labelled['component'] {
  const initial = field.initial.slice(0, discordLimits.textInput).toWellFormed();
  return {
    type: kinds.textInput,
    custom_id: field.name,
    style: field.multiline ? manyLines : oneLine,
    required: field.required,
    max_length: discordLimits.textInput,
    ...(initial ? { value: initial } : {}),
  };
}

function select(field: FormField & { readonly kind: 'select' }): Labelled['component'] {
  return {
    type: kinds.select,
    custom_id: field.name,
    required: field.required,
    options: field.choices
      .filter(({ value }) => value.length > 0 && value.length <= discordLimits.optionValue)
      .slice(0, discordLimits.options)
      .map(({ label, value }) => ({
        label: tidyLabel(label, discordLimits.optionLabel),
        value,
        default: value === field.initial,
      })),
  };
}
