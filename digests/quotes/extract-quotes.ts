import type { Quote, Speaker, Statement } from '../../src/domain/quote.ts';
import { stretchOf } from '../../src/domain/span.ts';
import { type Entity, resolveEntities } from '../names/entities.ts';
import { findMentions } from '../names/mentions.ts';
import { strongSpeechVerbs } from '../names/speech-verbs.ts';
import { readWords, type Words } from '../names/words.ts';
import { findStretches, type MarkedStretch } from './marks.ts';

export type QuotesOfArticle = {
  readonly quotes: Quote[];
  readonly statements: Statement[];
  readonly speakers: Speaker[];
};

/** Which stretch each token lies in: its number from 1, or 0 outside. */
function quotedTokens(words: Words, stretches: readonly MarkedStretch[]): Int32Array {
  const inside = new Int32Array(words.count);
  let at = 0;
  for (let i = 0; i < words.count; i++) {
    const start = words.starts[i] ?? 0;
    while (at < stretches.length && (stretches[at]?.outerEnd ?? 0) <= start) at++;
    const stretch = stretches[at];
    if (stretch !== undefined && start >= stretch.outerStart) inside[i] = at + 1;
  }
  return inside;
}

/** Reads the direct quotations of an article with who said them. Pure and linear in the length of the text. */
export function extractQuotes(article: {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
}): QuotesOfArticle {
  const { text } = article;
  const words = readWords(text);
  const stretches = findStretches(text);
  const inside = quotedTokens(words, stretches);
  const mentions = findMentions(words, inside);
  const entities = resolveEntities(words, mentions);
  const speakers = new Map<Entity, Speaker>();
  const speakerOf = (entity: Entity): Speaker => {
    const known = speakers.get(entity);
    if (known !== undefined) return known;
    const speaker: Speaker = {
      name: entity.name,
      role: null,
      kind: entity.kind,
      mentions: entity.mentions.map(({ start, end }) => ({ start, end })),
    };
    speakers.set(entity, speaker);
    return speaker;
  };

  let cursor = 0;
  const quotes = stretches.map((stretch): Quote => {
    let paragraphStart = text.lastIndexOf('\n', stretch.outerStart - 1) + 1;
    if (paragraphStart < 0) paragraphStart = 0;
    const lineEnd = text.indexOf('\n', stretch.outerEnd);
    const paragraphEnd = lineEnd < 0 ? text.length : lineEnd;
    while (cursor < mentions.length && (mentions[cursor]?.end ?? 0) < paragraphStart) cursor++;
    let best = -1;
    let bestScore = 0;
    for (let m = cursor; m < mentions.length; m++) {
      const mention = mentions[m];
      if (mention === undefined || mention.start > paragraphEnd) break;
      if (mention.quoted || mention.possessive) continue;
      const distance =
        mention.end <= stretch.start ? stretch.start - mention.end : mention.start - stretch.end;
      const beside =
        strongSpeechVerbs.has(words.lower[mention.last + 1] ?? '') ||
        strongSpeechVerbs.has(words.lower[mention.phraseFirst - 1] ?? '');
      const score =
        ((beside ? 3 : 0.3) * (mention.type === 'nominal' || mention.type === 'bare' ? 0.5 : 1)) /
        (20 + distance);
      if (score > bestScore) {
        bestScore = score;
        best = m;
      }
    }
    const mention = mentions[best];
    const entity = entities[best] ?? null;
    return {
      ...stretchOf(text, stretch.start, stretch.end),
      articleId: article.id,
      continuations: [],
      speaker: entity === null ? null : speakerOf(entity),
      speakerMention: mention === undefined ? null : stretchOf(text, mention.start, mention.end),
      cue: null,
      context: { start: paragraphStart, end: paragraphEnd },
    };
  });
  return { quotes, statements: [], speakers: [...speakers.values()] };
}

/** How many words a quotation has, all its stretches together; key quotes want five or more. */
export function wordCount(quote: Pick<Quote, 'text' | 'continuations'>): number {
  const count = (text: string): number => text.match(/[\p{L}\p{N}'’$%-]+/gu)?.length ?? 0;
  return quote.continuations.reduce((sum, stretch) => sum + count(stretch.text), count(quote.text));
}

export type StretchRow = {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly speakerStart: number | null;
  readonly speakerEnd: number | null;
};

/**
 * One row a quoted stretch, in order, as measurements and `quotes --jsonl` want it. Stretches between pairs of
 * apostrophes (''so'') are left out: the corpus this form is scored by annotates quotation marks only.
 */
export function flattenStretches(text: string, quotes: readonly Quote[]): StretchRow[] {
  return quotes
    .flatMap((quote) => [quote, ...quote.continuations].map((stretch) => ({ stretch, quote })))
    .sort((a, b) => a.stretch.start - b.stretch.start)
    .filter(({ stretch }) => !betweenApostrophes(text, stretch.start))
    .map(({ stretch, quote }) => ({
      start: stretch.start,
      end: stretch.end,
      speaker: quote.speaker?.name ?? null,
      speakerStart: quote.speakerMention?.start ?? null,
      speakerEnd: quote.speakerMention?.end ?? null,
    }));
}

function betweenApostrophes(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && text.charCodeAt(at) <= 0x20) at--;
  const mark = text.charAt(at);
  return (mark === "'" || mark === '`') && text.charAt(at - 1) === mark;
}
