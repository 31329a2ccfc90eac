/** Phrases filled and said: in the reader's language, with foreign words kept apart from our own. */
import { directionOfLocale, opening, runsWith, within } from '../direction.ts';
import { countingIn, labelLanguage, labelLocale } from '../labels/labels.ts';
import type { Block, Run } from '../message.ts';
import type { PhraseName } from './phrase-set.ts';
import { phrasesIn } from './phrases-in.ts';
import { type Filling, type Saying, saying, type Value } from './saying.ts';
import { writtenDays, writtenList, writtenMoment, writtenNumber, writtenTimes } from './written.ts';

/** A language to say phrases in. */
export type Voice = {
  /** As a title, a label, a footer: without looks. */
  text<Name extends PhraseName>(phrase: Name, ...filling: Filling<Name>): string;
  paragraph<Name extends PhraseName>(phrase: Name, ...filling: Filling<Name>): Block;
};

export function voiceIn(locale: string): Voice {
  return {
    text: (phrase, ...filling) => textOf(saying(phrase, ...filling), locale),
    paragraph: (phrase, ...filling) => ({ kind: 'text', runs: runsOf(saying(phrase, ...filling), locale) }),
  };
}

/** In one line without looks; what runs against the language is isolated. */
export function textOf(said: Saying, locale: string): string {
  const base = directionOfLocale(labelLocale(locale));
  return partsOf(said, locale)
    .flatMap(({ pieces }) => pieces)
    .map((piece, index) => {
      if (typeof piece === 'string') return piece;
      const text = wordsOf(piece.value, locale);
      if (runsWith(base, text)) return text;
      return index === 0 ? opening(base, text) : within(base, text);
    })
    .join('');
}

/**
 * As runs. Nothing of what is filled in is taken for a look. What runs against the language is a run of its own, so
 * that it can be isolated without a mark getting into words that are to be typed.
 */
export function runsOf(said: Saying, locale: string): readonly Run[] {
  const base = directionOfLocale(labelLocale(locale));
  const runs: Run[] = [];
  for (const run of partsOf(said, locale).flatMap((part) => runsOfPart(part, locale))) {
    const last = runs.at(-1);
    if (last && [last, run].every((one) => isPlain(one) && runsWith(base, one.text)))
      runs[runs.length - 1] = { text: last.text + run.text };
    else runs.push(run);
  }
  return runs;
}

function runsOfPart({ style, pieces }: Part, locale: string): readonly Run[] {
  if (style) {
    const texts = pieces.map((piece) => (typeof piece === 'string' ? piece : wordsOf(piece.value, locale)));
    return [{ text: texts.join(''), style }];
  }
  return pieces.flatMap((piece): readonly Run[] => {
    if (typeof piece === 'string') return [{ text: piece }];
    if (isSaying(piece.value)) return runsOf(piece.value, locale);
    return isRun(piece.value) ? [piece.value] : [{ text: wordsOf(piece.value, locale) }];
  });
}

function isPlain({ style, href, mention }: Run): boolean {
  return style === undefined && href === undefined && mention === undefined;
}

/** In English with the marks of its looks, for logs and terminals: "See `/digest list`." */
export function inPlainEnglish(said: Saying): string {
  return templateOf(said, plainEnglish).replace(places, (_place, name: string) =>
    wordsOf(said.values[name] ?? '', plainEnglish, inPlainEnglish),
  );
}

/** Hours of 24, as logs and terminals have them. */
const plainEnglish = 'en-GB';

type Piece = string | { readonly value: Value };
type Part = { readonly style?: 'bold' | 'code'; readonly pieces: readonly Piece[] };

const looks = /(`[^`]+`|\*[^*]+\*)/;
const places = /\{(\w+)\}/g;

function partsOf(said: Saying, locale: string): readonly Part[] {
  return templateOf(said, locale)
    .split(looks)
    .filter(Boolean)
    .map((part): Part => {
      const inner = () => piecesOf(part.slice(1, -1), said);
      if (/^`.+`$/.test(part)) return { style: 'code', pieces: inner() };
      if (/^\*.+\*$/.test(part)) return { style: 'bold', pieces: inner() };
      return { pieces: piecesOf(held(part, locale), said) };
    });
}

/** French sets a space between words and these marks, at which no line may break. */
const loose = / (?=[?!:;»])|(?<=«) /g;

function held(text: string, locale: string): string {
  return labelLanguage(locale) === 'fr' ? text.replace(loose, '\u00a0') : text;
}

function piecesOf(text: string, { values }: Saying): readonly Piece[] {
  return text
    .split(places)
    .map((piece, index): Piece => (index % 2 === 0 ? piece : { value: values[piece] ?? '' }))
    .filter((piece) => piece !== '');
}

function templateOf({ phrase, values }: Saying, locale: string): string {
  const template = phrasesIn[labelLanguage(locale)][phrase];
  if (typeof template === 'string') return template;
  const { rule } = countingIn(labelLocale(locale))(Number(values.n));
  return template[rule] ?? template.other;
}

function wordsOf(value: Value, locale: string, said = textOf): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return writtenNumber(value, locale);
  if (isSaying(value)) return said(value, locale);
  if ('text' in value) return value.text;
  if ('all' in value) {
    const words = value.all.map((one) => (typeof one === 'string' ? one : said(one, locale)));
    return writtenList(words, 'conjunction', locale);
  }
  if ('times' in value) return writtenTimes(value.times, locale);
  if ('days' in value) return writtenDays(value.days, locale);
  if ('at' in value && 'zone' in value) return writtenMoment(value, locale);
  return writtenList(value, 'disjunction', locale);
}

function isSaying(value: Value): value is Saying {
  return typeof value === 'object' && 'phrase' in value;
}

/** Whether what was kept is a phrase that we still have. */
export function isKeptSaying(kept: unknown): kept is Saying {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'phrase' in kept &&
    typeof kept.phrase === 'string' &&
    Object.hasOwn(phrasesIn.en, kept.phrase)
  );
}

function isRun(value: Value): value is Run {
  return typeof value === 'object' && 'text' in value;
}
