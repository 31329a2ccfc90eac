import { remembering } from '../../src/domain/remembering.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { eachWord, foldWord } from './tokens.ts';

/** News reuses its words: a bounded memory saves most foldings and stemmings. By language, then by word as written. */
const mostRemembered = 50_000;
const mostLanguages = 20;
const termsIn = remembering(mostLanguages, (language: string) =>
  remembering(mostRemembered, (word: string) => termOf(word, language)),
);

/** What a text is about: its words folded, function words dropped, stemmed; in order, repeats kept. */
export function terms(text: string, language = 'en'): string[] {
  const termOfWord = termsIn(language);
  const found: string[] = [];
  eachWord(text, (start, end) => {
    const term = termOfWord(text.slice(start, end));
    if (term !== '') found.push(term);
  });
  return found;
}

/** Empty for a function word. */
function termOf(word: string, language: string): string {
  const folded = foldWord(word);
  return stopWords(language).has(folded) ? '' : stem(folded, language);
}
