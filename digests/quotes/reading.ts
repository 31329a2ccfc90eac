import { resolveEntities } from '../names/entities.ts';
import type { Entity } from '../names/entity.ts';
import { type Grammar, grammarOf } from '../names/grammars.ts';
import { findMentions, type Mention } from '../names/mentions.ts';
import { readWords, type Words } from '../names/words.ts';
import { withoutAuthors } from './author-inside.ts';
import { type Layout, quotedTokens, readLayout } from './layout.ts';
import { findStretches, type MarkedStretch } from './marks.ts';

/** An article taken apart once: what every later step looks things up in. */
export type Reading = {
  readonly text: string;
  /** Of a language other than English. */
  readonly grammar: Grammar | null;
  readonly words: Words;
  readonly stretches: readonly MarkedStretch[];
  readonly layout: Layout;
  readonly mentions: readonly Mention[];
  /** The entity of each mention. */
  readonly entities: readonly (Entity | null)[];
};

/** Takes an article apart. Linear in its length. `language` is its ISO 639-1 code; without, it is read as English. */
export function readArticle(text: string, language?: string): Reading {
  const words = readWords(text);
  const grammar = grammarOf(language, words);
  const marked = findStretches(text);
  const stretches = grammar === null ? marked : withoutAuthors(words, marked, grammar);
  const inside = quotedTokens(words, stretches);
  const layout = readLayout(words, stretches, inside, grammar);
  const mentions = findMentions(words, inside, grammar);
  return {
    text,
    grammar,
    words,
    stretches,
    layout,
    mentions,
    entities: resolveEntities(words, mentions, layout.sentence),
  };
}
