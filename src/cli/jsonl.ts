import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import { CourantError, describeError } from '../domain/errors.ts';
import { linesOf } from '../ingest/files/lines.ts';

export type BatchStreams = {
  readonly input: Readable;
  readonly output: Writable;
  readonly complain: (line: string) => void;
};

/** A page of the web with its markup, escaped; more is no article. */
const LONGEST_LINE_BYTES = 64 * 1024 * 1024;

/** What a line should hold: its shape, and how that is said to a person: "an article {id, text, title?}". */
export type LineShape<T> = { readonly schema: z.ZodType<T>; readonly words: string };

/** One line of a batch: the parsed object, or what is wrong with it, with its id where that can be read. */
export type JsonLine<T> = { readonly value: T } | BadLine;
type BadLine = { readonly id: string | number | null; readonly fault: CourantError };

/** Reads one JSON object a line as a stream. Empty lines are passed over; a bad line is a fault, not the end. */
export async function* readJsonLines<T>(input: Readable, shape: LineShape<T>): AsyncGenerator<JsonLine<T>> {
  let number = 0;
  // Not node:readline: it also ends lines at U+2028, which JSON texts may hold as it is.
  for await (const line of linesOf(input, LONGEST_LINE_BYTES)) {
    number += 1;
    if (line === null)
      yield badLine(null, `Line ${number} is longer than ${LONGEST_LINE_BYTES / 1024 ** 2} MB.`);
    else if (line.trim() !== '') yield readJsonLine(line, number, shape);
  }
}

function readJsonLine<T>(line: string, number: number, { schema, words }: LineShape<T>): JsonLine<T> {
  let json: unknown;
  try {
    json = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return badLine(null, `Line ${number} is not JSON.`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const place = parsed.error.issues[0]?.path.join('.');
  return badLine(idOf(json), `Line ${number} is not ${words}${place ? `: see “${place}”` : ''}.`);
}

function badLine(id: BadLine['id'], message: string): BadLine {
  const mend = id === null ? { mend: 'Put one whole object on each line.' } : {};
  return { id, fault: new CourantError('invalid', message, mend) };
}

function idOf(json: unknown): BadLine['id'] {
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/** The line that stands for one that failed, so that there are as many out as in. */
export function faultLine(id: BadLine['id'], fault: unknown): string {
  return `${JSON.stringify({ id, error: describeError(fault) })}\n`;
}

/**
 * Runs `work` over each line, one result a line in the same order. A line that can't be read, or that `work`
 * throws at, gives `{id, error}` and goes to `complain`; the others go on.
 * @returns how many lines failed.
 */
export async function mapJsonLines<T extends { readonly id: string | number }>(
  streams: BatchStreams,
  shape: LineShape<T>,
  work: (value: T) => object | Promise<object>,
): Promise<number> {
  let failed = 0;
  const failure = (id: BadLine['id'], fault: unknown) => {
    failed += 1;
    streams.complain(describeError(fault));
    return faultLine(id, fault);
  };
  async function* results(): AsyncGenerator<string> {
    for await (const line of readJsonLines(streams.input, shape)) {
      if ('fault' in line) yield failure(line.id, line.fault);
      else {
        try {
          yield `${JSON.stringify(await work(line.value))}\n`;
        } catch (error) {
          yield failure(line.value.id, error);
        }
      }
    }
  }
  await pipeline(results, streams.output, { end: false });
  return failed;
}
