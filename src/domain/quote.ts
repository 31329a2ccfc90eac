import type { Span, Stretch } from './span.ts';

/**
 * Person, organisation ("the Pentagon", also several who speak as one: "Jane Roe and John Poe"), document ("the report")
 * or somebody unnamed ("a senior official").
 */
export type SpeakerKind = 'person' | 'organisation' | 'document' | 'unnamed';

export type Speaker = {
  /** The fullest form in the article, without title or role: "Volodymyr Zelenskyy". */
  readonly name: string;
  /** What the article calls them: "Ukrainian President". */
  readonly role: string | null;
  readonly kind: SpeakerKind;
  /** Every place of the article that names this speaker, in order. */
  readonly mentions: readonly Span[];
};

/**
 * Direct speech. `text` is `article.text.slice(start, end)`, without the marks, byte for byte:
 * a quote that can't be found in its article is never shown.
 */
export type Quote = Stretch & {
  readonly articleId: string;
  /** Further stretches of the same utterance: "A," said X, "B" has B here. */
  readonly continuations: readonly Stretch[];
  /** Null where the article doesn't say, never the nearest name. */
  readonly speaker: Speaker | null;
  /** The mention the speaker was read from: "he", "Mr. Smith". */
  readonly speakerMention: Stretch | null;
  /** The word or phrase that gives the speech: "said", "according to". */
  readonly cue: Stretch | null;
  /** The sentence or paragraph around the quote. */
  readonly context: Span;
};

/** Indirect speech with a clear source: "Blinken said the U.S. will not recognize …". Never shown in quotation marks. */
export type Statement = Stretch & {
  readonly articleId: string;
  readonly speaker: Speaker;
  readonly cue: Stretch;
};
