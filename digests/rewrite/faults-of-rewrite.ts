/**
 * The checks that a sentence rewritten by a language model must pass. They can refuse a true sentence, and then the
 * extractive one is shown; what they must not do is let a name, number, quotation, negation or fact through that
 * the sources don't have.
 */
import { splitSentences } from '../text/sentences.ts';
import { stem } from '../text/stem.ts';
import { stopWords } from '../text/stop-words.ts';
import { foldWord, tokenize } from '../text/tokens.ts';

const negations = /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b/gi;
const numberWords =
  'two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty hundred thousand million billion trillion half twice double triple'.split(
    ' ',
  );
const quotations = /[“"«„]([^”"»“]+)[”"»“]/g;
const longestGrowth = 1.5;

export type RewriteCheck = {
  readonly rewritten: string;
  /** The sentence it stands for. */
  readonly original: string;
  /** Texts of all articles of the story. */
  readonly sources: readonly string[];
  readonly language: string;
};

/** What is wrong with a rewritten sentence, one phrase each; empty when it may be shown. */
export function faultsOfRewrite({ rewritten, original, sources, language }: RewriteCheck): readonly string[] {
  const text = rewritten.trim();
  if (text === '') return ['it is empty'];
  const faults: string[] = [];
  if (/[\r\n]|https?:|[<>]/.test(text)) faults.push('it has line breaks, links or markup');
  if (splitSentences(text).length !== 1) faults.push('it is not one sentence');
  // what runs on for pages is not read any further
  if (text.length > original.length * longestGrowth)
    return [...faults, 'it is longer than what it stands for'];
  if (count(text, negations) !== count(original, negations)) faults.push('it negates otherwise');
  for (const [, quoted = ''] of text.matchAll(quotations)) {
    if (!sources.some((source) => source.includes(quoted))) faults.push(`nobody is quoted with “${quoted}”`);
  }
  const known = wordsOf(sources, language);
  const allowed = stopWords(language);
  for (const { text: word } of tokenize(text)) {
    const folded = foldWord(word);
    const isNumber = /\d/.test(word) || numberWords.includes(folded);
    if (!isNumber && allowed.has(folded)) continue;
    if (!known.has(isNumber ? folded : stem(folded, language)))
      faults.push(`“${word}” is not in the sources`);
  }
  return faults;
}

function wordsOf(sources: readonly string[], language: string): ReadonlySet<string> {
  const known = new Set<string>();
  for (const source of sources) {
    for (const { text } of tokenize(source)) {
      const folded = foldWord(text);
      known.add(folded);
      known.add(stem(folded, language));
    }
  }
  return known;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
