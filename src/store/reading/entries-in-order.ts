import { type Row, text } from './columns.ts';

const portion = 500;

/**
 * Key values in the order of their keys, read some at a time: what is set or deleted meanwhile disturbs nothing.
 * Keyv, which knows no empty key, picks those of its namespace.
 */
export async function* entriesInOrder(
  after: (key: string, limit: number) => Row[] | Promise<Row[]>,
): AsyncGenerator<[key: string, value: string], void> {
  for (let last = ''; ; ) {
    const rows = await after(last, portion);
    for (const row of rows) yield [text(row, 'key'), text(row, 'value')];
    const end = rows.at(-1);
    if (end === undefined) return;
    last = text(end, 'key');
  }
}
