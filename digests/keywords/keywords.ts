import { stem } from '../text/stem.ts';
import { stopWords } from '../text/stop-words.ts';
import { foldWord, tokenize } from '../text/tokens.ts';

type Readable = { readonly title: string; readonly text: string; readonly language: string };

const readCharacters = 1500;

/** What a story is about, as words a reader would use: those that titles and beginnings share, names first. */
export function keywords(articles: readonly Readable[], { max }: { readonly max: number }): string[] {
  const counts = new Map<string, { word: string; score: number }>();
  for (const { title, text, language } of articles) {
    const stops = stopWords(language);
    const count = (part: string, weight: number) => {
      for (const { text: word } of tokenize(part)) {
        const folded = foldWord(word);
        if (stops.has(folded) || folded.length < 3 || /^\d/.test(folded)) continue;
        const key = stem(folded, language);
        const isName = word !== word.toLowerCase();
        const known = counts.get(key);
        counts.set(key, {
          word: known?.word ?? word,
          score: (known?.score ?? 0) + weight * (isName ? 1.5 : 1),
        });
      }
    };
    count(title, 2);
    count(text.slice(0, readCharacters), 0.5);
  }
  return [...counts.values()]
    .sort((a, b) => b.score - a.score || a.word.localeCompare(b.word))
    .slice(0, max)
    .map(({ word }) => word);
}
