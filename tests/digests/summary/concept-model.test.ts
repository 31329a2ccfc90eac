import { expect, test } from 'vitest';
import { ConceptModel, type ConceptWeights } from '../../../digests/summary/concept-model.ts';

const features = ['place', 'functionWords', 'lexicon', 'logStorySentences', 'logStoryArticles'];
const none = [0, 0, 0, 0, 0];
const weights: ConceptWeights = {
  features,
  mean: none,
  scale: [1, 1, 1, 1, 1],
  base: 0.5,
  slopes: [0.1, 0, 0, 0, 0],
  changes: {
    functionWords: [-0.1, 0, 0, 0, 0],
    lexicon: [0.05, 0, 0, 0, 0],
    logStorySentences: none,
    logStoryArticles: none,
  },
};
const row = (place: number, functionWords = 0, lexicon = 0) =>
  Float64Array.of(place, functionWords, lexicon, 0, 0);
const one = { sentences: 10, articles: 1 };

test('what a place tells depends on the kind of word', () => {
  const chanceOf = new ConceptModel(weights, features).ofStory(one);
  expect(chanceOf(row(2))).toBeCloseTo(0.7);
  expect(chanceOf(row(2, 1))).toBeCloseTo(0.5);
  expect(chanceOf(row(2, 0, 1))).toBeCloseTo(0.8);
  expect(chanceOf(row(2))).toBeCloseTo(0.7);
});

test('and on how long the story is', () => {
  const changes = { ...weights.changes, logStorySentences: [0.1, 0, 0, 0, 0] };
  const model = new ConceptModel({ ...weights, changes }, features);
  const [short, long] = [2, 20].map((sentences) => model.ofStory({ ...one, sentences })(row(1)));
  expect(long).toBeGreaterThan(short ?? 1);
});

test('no chance is below none, whatever the row', () => {
  expect(new ConceptModel(weights, features).ofStory(one)(row(-1e9))).toBeGreaterThanOrEqual(0);
});

test('weights of other columns are refused', () => {
  expect(() => new ConceptModel(weights, ['place'])).toThrow(/Trained on the columns place,functionWords/);
});
