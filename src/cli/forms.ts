/** A form on the command line: shown as its fields, filled in with `--set name=value`. */
import type { Form, FormField } from '../../adapters/message/message.ts';
import { CourantError } from '../domain/errors.ts';

/** One line a field: its name, what it is set to, and what it takes. */
export function formLines({ title, fields }: Form): readonly string[] {
  const width = Math.max(...fields.map(({ name }) => name.length));
  const lines = fields.map(
    (field) => `  ${field.name.padEnd(width)}  ${field.initial}${takes(field) && `  (${takes(field)})`}`,
  );
  return [`${title}:`, ...lines, 'Change it with --set name=value, as often as you like.'];
}

/**
 * The fields as they are sent back: those not set stay as they are.
 * @throws CourantError `invalid` for a field or a choice that the form has not.
 */
export function filledIn({ fields }: Form, settings: readonly string[]): Record<string, string> {
  const filled = Object.fromEntries(fields.map(({ name, initial }) => [name, initial]));
  for (const setting of settings) {
    const [name = '', ...rest] = setting.split('=');
    const value = rest.join('=').trim();
    const field = fields.find((one) => one.name === name.trim());
    if (field === undefined || rest.length === 0) {
      throw new CourantError('invalid', `--set ${setting} sets nothing of this form.`, {
        mend: `It has ${fields.map((one) => `${one.name}=…`).join(', ')}.`,
      });
    }
    if (field.kind === 'select' && !field.choices.some((choice) => choice.value === value)) {
      throw new CourantError('invalid', `“${value}” is no ${field.name} of this form.`, {
        mend: `It takes ${takes(field)}.`,
      });
    }
    filled[field.name] = value;
  }
  return filled;
}

function takes(field: FormField): string {
  return field.kind === 'select' ? field.choices.map(({ value }) => value).join(' | ') : (field.hint ?? '');
}
