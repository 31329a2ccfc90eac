/** Reads columns as what they are. Everything in the database was written by us, so a wrong type is a fault of ours. */
export type Row = { readonly [column: string]: unknown };

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new TypeError(`column ${column} is no text`);
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  throw new TypeError(`column ${column} is no number`);
}

export function integerOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : integer(row, column);
}

/** A column of JSON that this program wrote from a `T`. */
export function json<T>(row: Row, column: string): T {
  return JSON.parse(text(row, column)) as T;
}
