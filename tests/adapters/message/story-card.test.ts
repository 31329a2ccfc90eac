import { expect, it } from 'vitest';
import { storyCard } from '../../../adapters/message/story-card.ts';
import { sampleDigest } from '../sample-digest.ts';

const options = { zone: 'UTC', locale: 'en', length: 'full', quotes: true, feedback: false } as const;

it.each([
  [
    'The ferry ran aground on Monday, though the harbour had',
    'The ferry ran aground on Monday, though the harbour had…',
  ],
  ['The ferry ran aground on Monday.', 'The ferry ran aground on Monday.'],
  ['“The ferry ran aground.”', '“The ferry ran aground.”'],
  ['เรือข้ามฟากเกยตื้นเมื่อวันจันทร์', 'เรือข้ามฟากเกยตื้นเมื่อวันจันทร์'],
])('a sentence without a stop does not run into the next one: %s', (text, shown) => {
  const [story] = sampleDigest.stories;
  const [sentence] = story?.summary ?? [];
  if (!story || !sentence) throw new Error('no sample story');
  const told = { ...story, contested: [], summary: [{ ...sentence, text }] };
  expect(storyCard(sampleDigest, told, options).summary).toEqual([shown]);
});
