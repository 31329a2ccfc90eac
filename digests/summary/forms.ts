import { type Candidate, lengthOf, type StoryText } from './document.ts';
import { marksOf } from './marks.ts';
import { trimsOf } from './trims.ts';

/** Shorter sentences are taken whole. */
const TRIM_FROM = 12;

/** A sentence of a story followed by the shorter forms it may take (`trimsOf`). English only. */
export function formsOf(whole: Candidate, { language, words, readings }: StoryText): Candidate[] {
  const sentence = readings[whole.sentence];
  if (language !== 'en' || !sentence || sentence.count < TRIM_FROM) return [whole];
  const forms = trimsOf(sentence).map((trim): Candidate => {
    const [from, to, again, end] = trim.words;
    const marks = marksOf(trim.text);
    return {
      ...whole,
      ...words.cut(whole, trim.words),
      text: trim.text,
      compressed: true,
      length: lengthOf(trim.text, sentence.lengthOf(from, to) + sentence.lengthOf(again, end)),
      marks,
      whole: whole.whole && !marks.unbalanced,
    };
  });
  return [whole, ...forms];
}
