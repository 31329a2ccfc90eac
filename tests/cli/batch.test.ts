import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal, type Ran, type Terminal } from './terminal.ts';

const mill = {
  id: 'mill',
  title: 'Mill closes',
  text: 'The mill in Oakham closed on Monday. "We had no choice at all," said its owner, Tom Ford. Forty people lose their work.',
};
const flood = {
  id: 7,
  title: 'River rises',
  text: 'Rain fell all day in Elmford on Tuesday. The river rose by a metre before it fell again. Nobody was hurt.',
};
const page = (id: string) => ({
  id,
  html: `<html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1><p>${flood.text}</p><p>${mill.text}</p></article></body></html>`,
});
const feed = (id: string) => ({
  id,
  xml: '<rss version="2.0"><channel><title>Elmford Times</title><item><title>River rises</title><link>https://elmford.example/river</link></item></channel></rss>',
});

const lines = (...objects: readonly unknown[]) =>
  objects.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');
const objects = ({ output }: Ran): Record<string, unknown>[] =>
  output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the batch commands', () => {
  let terminal: Terminal;
  beforeAll(() => {
    terminal = openTerminal();
  });
  afterAll(() => terminal.close());

  it.each([
    ['quotes', mill, flood],
    ['summarize', mill, flood],
    ['cluster', mill, flood],
    ['extract', page('p'), page('q')],
    ['feed', feed('f'), feed('g')],
  ] as const)(
    '%s answers each line in its order, a bad one by what is wrong with it',
    async (command, first, second) => {
      const input = lines(first, 'not JSON', '', { id: 'odd' }, second);
      const ran = await terminal.courant([command, '--jsonl'], input);
      const answers = objects(ran);
      expect(answers.map(({ id }) => id)).toEqual([first.id, null, 'odd', second.id]);
      expect(answers.map(({ error }) => error !== undefined)).toEqual([false, true, true, false]);
      expect(answers[1]?.error).toBe('Line 2 is not JSON. Put one whole object on each line.');
      expect(answers[2]?.error).toMatch(/^Line 4 is not an? (article|page|feed) {id, /);
      expect(ran.errors.trim().split('\n')).toEqual([answers[1]?.error, answers[2]?.error]);
      expect(ran.code).toBe(1);
    },
  );

  it('ends with 0 and says nothing where all went well', async () => {
    expect(await terminal.courant(['quotes', '--jsonl'], lines(mill))).toMatchObject({ code: 0, errors: '' });
    expect(await terminal.courant(['quotes', '--jsonl'], '')).toMatchObject({
      code: 0,
      output: '',
      errors: '',
    });
  });

  it('gives quotes by their place in the text', async () => {
    const [answer] = objects(await terminal.courant(['quotes', '--jsonl'], lines(mill)));
    const [quote] = (answer?.quotes ?? []) as { start: number; end: number; speaker: string }[];
    expect(mill.text.slice(quote?.start, quote?.end)).toBe('We had no choice at all,');
    expect(quote?.speaker).toBe('Tom Ford');
  });

  it.each([
    ['as the line declares it', { language: 'uk-UA' }],
    ['as the text shows it', {}],
  ])('reads quotes in the language of the article, %s', async (_, declared) => {
    const text =
      'Пором «Голм» стоїть до весни. «Іншого виходу ми не маємо», — сказала міська голова Олена Коваль.';
    const [answer] = objects(
      await terminal.courant(['quotes', '--jsonl'], lines({ id: 'f', text, ...declared })),
    );
    expect(answer).toMatchObject({ quotes: [{ speaker: 'Олена Коваль' }] });
  });

  it('keeps a summary to the words it may have, and makes one of a story of several articles', async () => {
    const story = { id: 'both', articles: [mill, flood].map(({ title, text }) => ({ title, text })) };
    const ran = await terminal.courant(['summarize', '--jsonl', '--max-words', '12'], lines(mill, story));
    for (const { summary } of objects(ran)) {
      expect(summary).not.toBe('');
      expect(String(summary).split(/\s+/).length).toBeLessThanOrEqual(12);
    }
  });

  it('gives articles of one event one story, and others their own', async () => {
    const copy = {
      ...mill,
      id: 'copy',
      outlet: 'Elmford Times',
      text: `${mill.text} The mill stood for a century.`,
    };
    const stories = objects(await terminal.courant(['cluster', '--jsonl'], lines(mill, flood, copy)));
    const [first, second, third] = stories.map(({ story }) => story);
    expect(third).toBe(first);
    expect(second).not.toBe(first);
  });

  it('reads a line separator (U+2028) inside a text as a part of the text', async () => {
    const input = lines({ ...mill, text: mill.text.replace('. ', '.\u2028') }, flood);
    expect(input).toContain('\u2028');
    expect(objects(await terminal.courant(['quotes', '--jsonl'], input)).map(({ id }) => id)).toEqual([
      'mill',
      7,
    ]);
  });

  it('reads lines however the bytes come, with a byte order mark and Windows line ends', async () => {
    const bytes = Buffer.from(`\uFEFF${JSON.stringify({ ...mill, id: 'Київ' })}\r\n${JSON.stringify(flood)}`);
    const drops = Readable.from(Array.from(bytes, (byte) => Buffer.from([byte])));
    expect(objects(await terminal.courant(['quotes', '--jsonl'], drops)).map(({ id }) => id)).toEqual([
      'Київ',
      7,
    ]);
  });

  it('passes over a line of more than 64 MB, and goes on', async () => {
    const block = Buffer.alloc(1024 * 1024, 'a');
    function* huge() {
      yield Buffer.from('{"id":"huge","text":"');
      for (let i = 0; i < 65; i += 1) yield block;
      yield Buffer.from(`"}\n${lines(flood)}`);
    }
    const ran = await terminal.courant(['quotes', '--jsonl'], Readable.from(huge()));
    expect(ran.errors).toContain('Line 1 is longer than 64 MB.');
    expect(objects(ran).map(({ id }) => id)).toEqual([null, 7]);
  });

  it('answers while it reads: the first answer does not wait for the last line', async () => {
    const told: string[] = [];
    async function* asked() {
      yield Buffer.from(lines(mill));
      while (told.length === 0) await new Promise((resolve) => setImmediate(resolve));
      yield Buffer.from(lines(flood));
    }
    const ran = terminal.courant(['quotes', '--jsonl'], Readable.from(asked()), (text) => told.push(text));
    expect(objects(await ran).map(({ id }) => id)).toEqual(['mill', 7]);
  });

  it('refuses a number of words that is none', async () => {
    const ran = await terminal.courant(['summarize', '--jsonl', '--max-words', 'few']);
    expect(ran).toMatchObject({ code: 2, output: '' });
    expect(ran.errors).toBe('courant: --max-words is “few”. Give a whole number of words, like 60.\n');
  });
});
