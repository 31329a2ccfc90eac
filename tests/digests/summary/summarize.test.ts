import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarize, summaryText } from '../../../digests/summary/summarize.ts';

const ferry = {
  id: 'ferry',
  title: 'Island ferry to stop in winter',
  text: [
    'The ferry to Hollin Island will stop running from November until March, the harbour council decided on Monday.',
    'The council said that too few people had used the boat in winter to pay for its fuel.',
    'The island has 310 inhabitants, a school and a clinic.',
    'Photo: Harbour council',
  ].join('\n\n'),
};

test('a summary keeps to its words and to the sentences of its article', () => {
  const summary = summarize([ferry], { words: 40 });
  expect(summary.length).toBeGreaterThan(0);
  expect(summaryText(summary).split(/\s+/).length).toBeLessThanOrEqual(48);
  for (const sentence of summary) {
    expect(sentence.articleId).toBe('ferry');
    expect(ferry.text.slice(sentence.start, sentence.end)).toContain(sentence.text.slice(0, 10));
  }
});

test('nothing is said of nothing', () => {
  expect(summarize([], { words: 40 })).toEqual([]);
  expect(summarize([{ id: 'empty', text: '' }], { words: 40 })).toEqual([]);
});

const piece = fc.oneof(
  fc.constantFrom(
    'The',
    'the',
    'council',
    'But',
    'which',
    'was',
    'said',
    'ferry',
    'U.S.',
    "don't",
    'Ana’s',
    '1,250.5',
  ),
  fc.constantFrom(
    ', ',
    '. ',
    ' — ',
    '; ',
    '“',
    '”',
    '"',
    "''",
    '(',
    ')',
    '\n\n',
    ' ',
    '漢字かな',
    '𝐁old',
    '\ud800',
    '…',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const text = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(' '));

test('whatever the text, a summary keeps to its words, and each sentence stands where it says', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 5, max: 60 }),
      (texts, words) => {
        const articles = texts.map((one, n) => ({
          id: String(n),
          title: 'Island ferry',
          text: one,
          language: 'en',
        }));
        const summary = summarize(articles, { words });
        expect((summaryText(summary).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).length).toBeLessThanOrEqual(
          Math.floor(words * 1.2),
        );
        for (const { articleId, start, end, text: sentence, compressed } of summary) {
          const source = texts[Number(articleId)]?.slice(start, end);
          if (!compressed) expect(sentence).toBe(source);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a sentence that runs over a little is told rather than left out', () => {
  const text = 'The harbour council decided on Monday to stop the ferry to Hollin Island.';
  const told = (words: number) => summaryText(summarize([{ id: 'a', text, language: 'en' }], { words }));
  expect(told(11)).toBe(text);
  expect(told(10)).toBe('');
});

test('a bare quotation is not told without the sentence that says whose it is', () => {
  const quotation =
    '“The island ferry must sail in winter, or the island school and the island shop will close.”';
  const speaker = 'Ines Holt, who keeps the shop, came with a list of names.';
  const text = [speaker, quotation, 'The council laughed.'].join('\n\n');
  const title = 'Island ferry must sail in winter, says shop';
  const told = (words: number) =>
    summaryText(summarize([{ id: 'a', title, text, language: 'en' }], { words }));
  expect(told(20)).toMatch(/^Ines Holt[^“]*$/);
  expect(told(40)).toMatch(/^Ines Holt[^“]*“[^“]*”$/);
});

test('a quotation that points back is not told without the sentence before it', () => {
  const plan = 'The harbour council wants to sell the pier.';
  const told = (quoted: string) =>
    summaryText(
      summarize(
        [{ id: 'a', title: 'Island ferry in winter', text: `${plan}\n\n${quoted}`, language: 'en' }],
        {
          words: 16,
        },
      ),
    );
  const quoted = (words: string) =>
    `“${words}, but the island needs its island ferry in winter,” Ms. Holt said.`;
  expect(told(quoted('We are ready for this'))).toBe(plan);
  expect(told(quoted('We are ready for talks'))).toContain('ready for talks');
});

test('a summary under a headline opens with what tells the headline, not with an anecdote', () => {
  const lead = {
    id: 'lead',
    title: 'Island ferry to stop in winter',
    text: [
      'Every morning Jonas Berg carries his violin down to the pier and waits for the light.',
      'The island ferry will stop in winter, the harbour council decided on Monday, and start again in April.',
    ].join('\n\n'),
    language: 'en',
  };
  const other = {
    id: 'other',
    title: 'Council saves on fuel',
    text: 'The harbour council expects to save 400,000 crowns on fuel in winter, its treasurer said on Monday.',
    language: 'en',
  };
  const [opening] = summarize([lead, other], { words: 60, underHeadline: true });
  expect(opening?.text).toMatch(/^The island ferry will stop in winter/);
});

test('letters outside the basic plane count as words', () => {
  const text = 'The 𝐀 council 𝐁 met 𝐂 today 𝐃 again.';
  // nine of them: one more than seven may run over to
  expect(summarize([{ id: 'bold', text, language: 'en' }], { words: 7 })).toEqual([]);
  expect(summarize([{ id: 'bold', text, language: 'en' }], { words: 8 })).toHaveLength(1);
});

test('nothing is told out of the middle of a quotation', () => {
  const text = [
    'The ferry to Hollin Island will stop running in winter.',
    'The captain wrote to passengers: "I am sorry about the ferry. The ferry to Hollin Island needs an engine this winter. I hope to see you in spring."',
  ].join('\n\n');
  const told = summaryText(summarize([{ ...ferry, text }], { words: 60 }));
  expect(told).toContain('will stop running');
  expect(told).not.toContain('needs an engine');
});

test('an interview is told by what stands around it, where anything does', () => {
  const text = [
    'The ferry to Hollin Island will stop running in winter, and its captain told us why.',
    'Q: Why does the ferry to Hollin Island stop in winter?',
    'CAPTAIN ROE: The ferry to Hollin Island has an old engine.',
  ].join('\n\n');
  expect(summaryText(summarize([{ ...ferry, text }], { words: 60 }))).toBe(
    'The ferry to Hollin Island will stop running in winter, and its captain told us why.',
  );
  const turns = text.split('\n\n').slice(1).join('\n\n');
  expect(summarize([{ ...ferry, text: turns }], { words: 60 })).not.toEqual([]);
});

test.each([
  [
    'what a writer tells of himself',
    'But I have often waited for the ferry of the harbour council in winter myself.',
  ],
  ['a text that was cut', 'The harbour council will stop the ferry to the island in winter because of the'],
  ['what is too short to tell anything', 'The harbour council has decided.'],
  ['what counts out of a group', 'None of them on the harbour council had used the ferry in winter.'],
])('%s is told only where there is nothing else', (_, sentence) => {
  const alone = summarize([{ id: 'a', text: sentence }], { words: 60 });
  expect(alone.map(({ text }) => text.replace(/^./, ''))).toEqual([sentence.replace(/^(?:But )?./, '')]);
  const whole =
    'The ferry to Hollin Island will stop running from November until March, the harbour council decided.';
  const both = summarize([{ id: 'a', text: `${whole}\n\nThe island has a school.\n\n${sentence}` }], {
    words: 90,
  });
  expect(both.map(({ text }) => text)).toEqual([whole]);
});

test('of two leads that say nearly the same one is told', () => {
  const [one, two] = [
    'The ferry to Hollin Island will stop running from November until March, the harbour council decided on Monday.',
    'The harbour council decided on Monday that the ferry to Hollin Island will not be running in winter.',
  ];
  const told = summarize(
    [
      { id: 'a', text: one },
      { id: 'b', text: two },
    ],
    { words: 90 },
  );
  expect(told).toHaveLength(1);
});

test('"But" goes where the sentence that it answers is not told', () => {
  const text =
    'But the ferry to Hollin Island will stop running from November until March, the council decided.';
  const [sentence] = summarize([{ id: 'a', text }], { words: 40 });
  expect(sentence?.text).toMatch(/^The ferry to Hollin Island/);
  expect(sentence).toMatchObject({ start: 0, end: text.length, compressed: true });
});

test.each([
  ['its title as first line', 'Island ferry to stop in winter.'],
  ['a part of its title', 'Ferry to stop in winter'],
])('of an article that begins with %s the news is told, without its dateline', (_, line) => {
  const news = 'The ferry to Hollin Island will stop running from November until March, the council decided.';
  const [sentence] = summarize(
    [{ id: 'a', title: 'Island ferry to stop in winter', text: `${line}\n\nOSLO — ${news}` }],
    { words: 40, underHeadline: true },
  );
  expect(sentence?.text.slice(0, 20)).toBe(news.slice(0, 20));
});

test('what somebody said does not go without its verb of saying', () => {
  const text =
    'The captain of the ferry to Hollin Island met the harbour council on Monday and asked, “Who are you going to trust on the safety of the boats?”';
  for (const words of [10, 16, 20, 40])
    for (const { text: told } of summarize([{ id: 'a', text }], { words }))
      expect(told).not.toMatch(/asked[?.]$/);
});

test.each([
  '— The captain of the ferry, winner of the medal of the harbour council',
  '18 Ann Roe 835 0 1 3 12',
])('an item of a list and a row of a table are no sentences: %s', (line) => {
  const whole =
    'The ferry to Hollin Island will stop running from November until March, the council decided.';
  const told = summarize([{ id: 'a', text: `${whole}\n\n${line}` }], { words: 90 });
  expect(told.map((sentence) => sentence.text)).toEqual([whole]);
});
