import { lexemeOf, wordsOf } from './lexemes.ts';

/** PostgreSQL's limits: positions up to 16383, 255 of a lexeme, 1 MB a tsvector (postgresql.org/docs/current/textsearch-limitations.html). */
const LAST_POSITION = 16_383;
const POSITIONS_A_LEXEME = 200;
const LEXEMES = 20_000;
/** Some room is left for how they are laid out. */
const LEXEME_BYTES = 900_000;

export type IndexedText = {
  readonly title: string;
  readonly body: string;
  readonly outlet: string;
  readonly speakers: readonly string[];
};

/**
 * The index of an article as the text of a tsvector. Outlet and speakers stand first, so that they have positions of
 * their own however long the text is; between two parts there is a gap that no phrase bridges.
 */
export function tsvectorOf({ title, body, outlet, speakers }: IndexedText): string {
  const positions = new Map<string, string[]>();
  let at = 1;
  let bytes = 0;
  const put = (text: string, label: 'A' | 'B' | 'C' | 'D') => {
    for (const word of wordsOf(text)) {
      if (at > LAST_POSITION && label !== 'B') break;
      const lexeme = lexemeOf(word);
      let found = positions.get(lexeme);
      if (found === undefined) {
        if (positions.size >= LEXEMES || bytes >= LEXEME_BYTES) continue;
        found = [];
        bytes += Buffer.byteLength(lexeme);
        positions.set(lexeme, found);
      }
      // Past the last position words are still found, phrases of them no more.
      if (found.length === 0 || (at <= LAST_POSITION && found.length < POSITIONS_A_LEXEME))
        found.push(`${Math.min(at, LAST_POSITION)}${label}`);
      at += 1;
    }
    at += 10;
  };
  put(outlet, 'C');
  for (const speaker of speakers.slice(0, 200)) put(speaker, 'D');
  put(title, 'A');
  put(body, 'B');
  return [...positions].map(([lexeme, places]) => `'${lexeme}':${places.join(',')}`).join(' ');
}
