import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { foldWord, tokenize } from './tokens.ts';

/** News reuses its words: a bounded memory saves most foldings and stemmings. By language, then by word as written. */
const mostRemembered = 50_000;
const remembered = new Map<string, Map<string, string>>();

/** What a text is about: its words folded, function words dropped, stemmed; in order, repeats kept. */
export function terms(text: string, language = 'en'): string[] {
  let known = remembered.get(language);
  if (!known || known.size > mostRemembered) {
    known = new Map();
    remembered.set(language, known);
  }
  const found: string[] = [];
  for (const { text: word } of tokenize(text)) {
    let term = known.get(word);
    if (term === undefined) {
      term = termOf(word, language);
      known.set(word, term);
    }
    if (term !== '') found.push(term);
  }
  return found;
}

/** Empty for a function word. */
function termOf(word: string, language: string): string {
  const folded = foldWord(word);
  return stopWords(language).has(folded) ? '' : stem(folded, language);
}
