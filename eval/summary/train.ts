/**
 * Trains the summariser and writes digests/summary/*.weights.json. The same data give the same weights.
 *
 *   node eval/summary/train.ts [folder of the evaluation data]
 *
 * Learns from multi.train (its stories, and their articles alone), nyt.dev and single.dev; multi.dev stays unseen. What to expect on unseen articles of the
 * other two says `crossvalidate.ts`.
 */
import { writeFileSync } from 'node:fs';
import { articlesAlone, readCases } from './cases.ts';
import { prepare, train } from './training.ts';

const folder = process.argv[2] ?? '../shared/data';
const [stories = [], ...others] = ['multi.train', 'nyt.dev', 'single.dev'].map((set) =>
  readCases(folder, set),
);
const cases = [stories, articlesAlone(stories), ...others].flat();
const { concepts, sentences, lexicon } = train(cases.map(prepare));
write('concepts', concepts);
write('sentences', sentences);
write('lexicon', lexicon);

function write(name: string, weights: object): void {
  const file = new URL(`../../digests/summary/${name}.weights.json`, import.meta.url);
  const json = JSON.stringify(weights, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value,
  );
  writeFileSync(file, `${json}\n`);
  process.stdout.write(`${name}.weights.json ${json.length} bytes\n`);
}
