import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import { CourantError, describeError } from '../domain/errors.ts';
import { linesOf } from '../ingest/files/lines.ts';

/** A page of the web with its markup, escaped; more is no article. */
const LONGEST_LINE_BYTES = 64 * 1024 * 1024;

/** One line of a batch: the parsed object, or what is wrong with it. */
export type JsonLine<T> = { readonly number: number } & (
  | { readonly value: T }
  | { readonly fault: CourantError }
);

/**
 * Reads one JSON object a line as a stream. Empty lines are passed over; a bad line is a fault, not the end.
 * `what` names the object in the fault: "an article".
 */
export async function* readJsonLines<T>(
  input: Readable,
  schema: z.ZodType<T>,
  what: string,
): AsyncGenerator<JsonLine<T>> {
  let number = 0;
  // Not node:readline: it also ends lines at U+2028, which JSON texts may hold as it is.
  for await (const line of linesOf(input, LONGEST_LINE_BYTES)) {
    number += 1;
    if (line === null) {
      yield { number, fault: tooLong(number) };
      continue;
    }
    if (line.trim() === '') continue;
    yield { number, ...readJsonLine(line, number, schema, what) };
  }
}

function tooLong(number: number): CourantError {
  return new CourantError(
    'invalid',
    `Line ${number} is longer than ${LONGEST_LINE_BYTES / 1024 / 1024} MB.`,
    {
      mend: 'Put one whole object on each line.',
    },
  );
}

function readJsonLine<T>(
  line: string,
  number: number,
  schema: z.ZodType<T>,
  what: string,
): { value: T } | { fault: CourantError } {
  let json: unknown;
  try {
    json = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return {
      fault: new CourantError('invalid', `Line ${number} is not JSON.`, {
        mend: 'Put one whole object on each line.',
      }),
    };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') || 'it';
  return {
    fault: new CourantError('invalid', `Line ${number} is not ${what}: ${place}: ${issue?.message}.`, {
      mend: 'The README of the batch commands lists the fields.',
    }),
  };
}

/**
 * Runs `work` over each line, one result a line in the same order. A line that can't be read, or that `work`
 * throws at, gives `{id: null, error}` and goes to `complain`; the others go on.
 * @returns how many lines failed.
 */
export async function mapJsonLines<T>(
  streams: { readonly input: Readable; readonly output: Writable; readonly complain: (line: string) => void },
  schema: z.ZodType<T>,
  what: string,
  work: (value: T) => object | Promise<object>,
): Promise<number> {
  let failed = 0;
  async function* results(): AsyncGenerator<string> {
    for await (const line of readJsonLines(streams.input, schema, what)) {
      try {
        if ('fault' in line) throw line.fault;
        yield `${JSON.stringify(await work(line.value))}\n`;
      } catch (error) {
        failed += 1;
        streams.complain(describeError(error));
        yield `${JSON.stringify({ id: null, error: describeError(error) })}\n`;
      }
    }
  }
  await pipeline(results, streams.output, { end: false });
  return failed;
}
