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
  const summary = summarize([ferry], { maxWords: 40 });
  expect(summary.length).toBeGreaterThan(0);
  expect(summaryText(summary).split(/\s+/).length).toBeLessThanOrEqual(40);
  for (const sentence of summary) {
    expect(sentence.articleId).toBe('ferry');
    expect(ferry.text.slice(sentence.start, sentence.end)).toContain(sentence.text.slice(0, 10));
  }
});

test('nothing is said of nothing', () => {
  expect(summarize([], { maxWords: 40 })).toEqual([]);
  expect(summarize([{ id: 'empty', text: '' }], { maxWords: 40 })).toEqual([]);
});
