import { escapeHtml } from './escape.ts';

/** Markup that is known to be safe: only `html` and `trusted` make it. */
export type Html = { readonly markup: string };

type Value = string | number | Html | null | undefined | false | readonly Value[];

/**
 * Puts values into markup, escaped, in text and in quoted attributes alike. Markup made by `html` goes in as it is;
 * lists are joined; null, undefined and false leave nothing.
 *
 * @example html`<a href="${href}">${title}</a>`
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let markup = parts[0] ?? '';
  for (let index = 0; index < values.length; index++)
    markup += written(values[index]) + (parts[index + 1] ?? '');
  return { markup };
}

/** Markup of our own making that needs no escaping: a stylesheet, a symbol. Never anything that came from outside. */
export function trusted(markup: string): Html {
  return { markup };
}

function written(value: Value): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  let list = '';
  for (const part of value) list += written(part);
  return list;
}
