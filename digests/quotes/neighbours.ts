import { functionWords } from '../names/name-words.ts';
import { wordSet } from '../names/word-set.ts';
import { isCapital, Kind } from '../names/words.ts';
import { Cue, type Layout } from './layout.ts';

/** What stands beside a mention or a quotation. The numbers are what the trained models know: don't renumber. */
export const Beside = {
  Edge: 0,
  Quotation: 1,
  Comma: 2,
  Colon: 3,
  Parenthesis: 4,
  Stop: 5,
  OtherMark: 6,
  Possessive: 7,
  StrongCue: 8,
  WeakCue: 9,
  That: 10,
  Who: 11,
  Auxiliary: 12,
  By: 13,
  To: 14,
  Preposition: 15,
  Coordinator: 16,
  Subordinator: 17,
  Capital: 18,
  FunctionWord: 19,
  Adverb: 20,
  EndsInEd: 21,
  EndsInIng: 22,
  EndsInS: 23,
  Other: 24,
} as const;

const prepositions = wordSet(
  'of for with from in on at about against than like as into over under between among after before during through toward towards',
);
const auxiliaries = wordSet(
  'is was are were has had have would could will may might can should did does do be been being',
);
const subordinators = wordSet('because if when while though although since where whether which so');

function besidePunctuation(mark: string): number {
  switch (mark) {
    case ',':
      return Beside.Comma;
    case ':':
      return Beside.Colon;
    case '(':
    case ')':
      return Beside.Parenthesis;
    case '.':
    case '!':
    case '?':
      return Beside.Stop;
    default:
      return Beside.OtherMark;
  }
}

/** What the token is for the one beside it; `Edge` at a line break and outside of the text. */
export function besideAt(layout: Layout, at: number): number {
  const { words, cue, inside } = layout;
  if (at < 0 || at >= words.count) return Beside.Edge;
  const kind = words.kinds[at] ?? 0;
  if (kind === Kind.Break) return Beside.Edge;
  if (kind === Kind.Mark || (inside[at] ?? 0) > 0) return Beside.Quotation;
  const word = words.lower[at] ?? '';
  if (kind === Kind.Punctuation) return besidePunctuation(word);
  if (kind === Kind.Possessive) return Beside.Possessive;
  if (cue[at] === Cue.Strong) return Beside.StrongCue;
  if (cue[at] === Cue.Weak) return Beside.WeakCue;
  if (word === 'that') return Beside.That;
  if (word === 'who') return Beside.Who;
  if (auxiliaries.has(word)) return Beside.Auxiliary;
  if (word === 'by') return Beside.By;
  if (word === 'to') return Beside.To;
  if (prepositions.has(word)) return Beside.Preposition;
  if (word === 'and' || word === 'or' || word === 'but') return Beside.Coordinator;
  if (subordinators.has(word)) return Beside.Subordinator;
  if (isCapital(kind)) return Beside.Capital;
  if (functionWords.has(word)) return Beside.FunctionWord;
  if (word.endsWith('ly')) return Beside.Adverb;
  if (word.endsWith('ed')) return Beside.EndsInEd;
  if (word.endsWith('ing')) return Beside.EndsInIng;
  if (word.endsWith('s')) return Beside.EndsInS;
  return Beside.Other;
}
