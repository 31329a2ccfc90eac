/**
 * MiniSearch over the articles of an archive, in a process of its own: its index takes more memory than all the rest of
 * the bench. `node bench/in-memory-search.ts ARCHIVE < words as JSON` prints what it took as JSON.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import MiniSearch from 'minisearch';
import { percentile, type WordsOfArchive } from './words-of-archive.ts';

/** A search of a common word takes tenths of a second. */
const rounds = 3;
const wanted = 10;

type Times = { readonly p50: number; readonly p99: number };

export type InMemorySearch = {
  /** Milliseconds. */
  readonly common: Times;
  readonly rare: Times;
  /** What the process grows by, the articles themselves not kept. */
  readonly megabytes: number;
  readonly secondsToLoad: number;
};

export function inMemorySearch(archive: string, words: WordsOfArchive): InMemorySearch {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=6000',
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(import.meta.url),
      archive,
    ],
    { encoding: 'utf8', input: JSON.stringify(words) },
  );
  if (status !== 0) throw new Error(`MiniSearch did not finish: ${stderr}`);
  return JSON.parse(stdout);
}

type Document = { readonly id: number; readonly title: string; readonly body: string };

function measure(archive: string, { common, rare }: WordsOfArchive): InMemorySearch {
  const before = residentMegabytes();
  const begun = performance.now();
  const index = new MiniSearch<Document>({ fields: ['title', 'body'] });
  const database = new DatabaseSync(archive, { readOnly: true });
  const articles = database.prepare("select row as id, article ->> 'title' as title, body from articles");
  for (const { id, title, body } of articles.iterate())
    index.add({ id: Number(id), title: String(title), body: String(body) });
  database.close();
  const secondsToLoad = (performance.now() - begun) / 1000;
  return {
    common: times(index, common),
    rare: times(index, rare),
    megabytes: residentMegabytes() - before,
    secondsToLoad,
  };
}

function times(index: MiniSearch<Document>, words: readonly string[]): Times {
  // The words come from an index of stems; MiniSearch has words as they are written.
  const known = words.filter((word) => index.search(word).length > 0);
  if (known.length < words.length / 4) throw new Error(`MiniSearch knows only ${known.length} of the words.`);
  const taken: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const word of known) {
      const begun = performance.now();
      index.search(word).slice(0, wanted);
      if (round > 0) taken.push(performance.now() - begun);
    }
  }
  return { p50: percentile(taken, 0.5), p99: percentile(taken, 0.99) };
}

/** After what nobody needs was collected. */
export function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1e6;
}

if (import.meta.main) {
  const [archive = ''] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(measure(archive, JSON.parse(readFileSync(0, 'utf8')))));
}
