/** A command line in this process: real commands over a real database in a folder of its own, with streams of text. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

export type Ran = { readonly code: number; readonly output: string; readonly errors: string };

export type Terminal = {
  readonly folder: string;
  /** A path in the folder; with content, the file is written first. */
  file(name: string, content?: string): string;
  /** Runs `courant …words`, which takes a second, with text on standard input where some is given; `heard` gets what it says as it says it. */
  courant(words: readonly string[], input?: string | Readable, heard?: (text: string) => void): Promise<Ran>;
  close(): void;
};

/** Thursday, a little after eight. */
const now = Date.parse('2026-11-19T08:10:00Z');

export function openTerminal(settings: Readonly<Record<string, string>> = {}): Terminal {
  const folder = mkdtempSync(join(tmpdir(), 'courant-cli-'));
  const file = (name: string, content?: string) => {
    const path = join(folder, name);
    if (content !== undefined) writeFileSync(path, content);
    return path;
  };
  const environment = { DATABASE_URL: file('courant.db'), TIMEZONE: 'UTC', LOG_LEVEL: 'silent', ...settings };
  let time = now;
  return {
    folder,
    file,
    async courant(words, input = '', heard) {
      const io = textIo({ input, environment, clock: () => time, ...(heard && { heard }) });
      const code = await run(io, words);
      time += 1000;
      return { code, output: io.output.text(), errors: io.errors.text() };
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

type TextIo = Io & { readonly output: TextSink; readonly errors: TextSink };

/** Streams of text instead of a terminal: no colour, no progress, 80 columns. */
export function textIo({
  input = '',
  environment = {},
  clock = () => now,
  heard,
}: {
  readonly input?: string | Readable;
  readonly environment?: Readonly<Record<string, string>>;
  readonly clock?: () => number;
  readonly heard?: (text: string) => void;
} = {}): TextIo {
  return {
    input: typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input,
    output: new TextSink(heard),
    errors: new TextSink(),
    width: 80,
    colour: false,
    interactive: false,
    calledAs: 'courant',
    clock,
    environment: () => environment,
  };
}

class TextSink extends Writable {
  readonly #chunks: Buffer[] = [];
  readonly #heard: (text: string) => void;

  constructor(heard: (text: string) => void = () => {}) {
    super();
    this.#heard = heard;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    this.#heard(chunk.toString('utf8'));
    done();
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}
