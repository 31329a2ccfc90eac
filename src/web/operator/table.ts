import { type Html, html } from '../../../adapters/html/template.ts';

export type Column<T> = { readonly title: string; readonly cell: (row: T) => Html | string | null };

/**
 * A table; on a phone its rows are cards, each cell with its column's title. The roles are said outright because
 * browsers forget them when a table is no longer laid out as one.
 */
export function table<T>(caption: string, columns: readonly Column<T>[], rows: readonly T[]): Html {
  const head = columns.map(({ title }) => html`<th scope="col" role="columnheader">${title}</th>`);
  const body = rows.map((row) => {
    const cells = columns.map(
      ({ title, cell }) => html`<td role="cell" data-label="${title}">${cell(row)}</td>`,
    );
    return html`<tr role="row">${cells}</tr>\n`;
  });
  return html`<table role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${body}</tbody></table>`;
}
