import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { foldWord, tokenize } from './tokens.ts';

/** What a text is about: its words folded, function words dropped, stemmed; in order, repeats kept. */
export function terms(text: string, language = 'en'): string[] {
  const stops = stopWords(language);
  const found: string[] = [];
  for (const { text: word } of tokenize(text)) {
    const folded = foldWord(word);
    if (!stops.has(folded)) found.push(stem(folded, language));
  }
  return found;
}
