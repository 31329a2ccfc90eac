/**
 * A message before any platform: plain data. Text in it is *text*, exactly as a reader should see it:
 * renderers escape, nobody else does.
 */
export type Message = {
  /** "Ukraine: morning digest". */
  readonly title: string;
  /** What a thread or forum post made for it is called, where that is not its title: "Ukraine · Tuesday, February 18". */
  readonly threadName?: string;
  /** One line under the title: date, window, number of articles and outlets. */
  readonly context: string | null;
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  readonly footer: string | null;
  readonly locale: string;
  /** How blocks may be spread when a platform has threads: stories as replies under the title, or all in a row. */
  readonly layout: 'single' | 'thread';
};

/** A run of text with at most one look; `href` makes it a link. */
export type Run = {
  readonly text: string;
  readonly style?: 'bold' | 'italic' | 'code';
  readonly href?: string;
  /** Where a platform can show this channel or person itself, it does so instead of the text; nobody is notified. */
  readonly mention?: { readonly kind: 'channel' | 'person'; readonly id: string };
};

export type Block =
  | { readonly kind: 'text'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'heading'; readonly text: string }
  | QuoteGroup
  | StoryCard;

/** One story, readable on a phone. */
export type StoryCard = {
  readonly kind: 'story';
  readonly storyId: string;
  readonly headline: string;
  readonly href: string | null;
  /** "Update", "Disputed": short words before the headline. */
  readonly badges: readonly string[];
  /** "3 outlets · 07:10–09:40". */
  readonly meta: string;
  /** Sentences of the summary; a renderer may leave out the last ones, never part of one. */
  readonly summary: readonly string[];
  /** A claim and the sentence that contests it: shown together or not at all. */
  readonly contested: readonly {
    readonly label: string;
    readonly claim: string;
    readonly contestedBy: string;
  }[];
  readonly quotes: readonly QuoteLine[];
  readonly sources: readonly SourceLink[];
  /** Label before the sources: "Sources". */
  readonly sourcesLabel: string;
  readonly actions: readonly Action[];
};

/** A quote with who said it; `stretches` are verbatim, each shown in its own quotation marks. */
export type QuoteLine = {
  readonly stretches: readonly string[];
  readonly speaker: string;
  readonly role: string | null;
  /** "Reuters, 2 more", "Reuters · 10:40". */
  readonly source: string | null;
  readonly href: string | null;
};

/** All that one speaker said. */
export type QuoteGroup = {
  readonly kind: 'quotes';
  readonly speaker: string;
  readonly role: string | null;
  readonly quotes: readonly QuoteLine[];
};

export type SourceLink = { readonly outlet: string; readonly title: string; readonly href: string | null };

/** A button. `name` and `value` come back in an `ActionRequest`; state lives there or in the store, never in memory. */
export type Action = {
  readonly name: string;
  readonly label: string;
  /** At most 80 characters, so that it fits a Discord custom_id with its name. */
  readonly value: string;
  readonly style?: 'primary' | 'danger';
};

/** An answer to one person. */
export type Reply = {
  readonly message: Message;
  readonly visibility: 'asker' | 'channel';
  /** An action's reply may replace the message whose button was pressed. */
  readonly replaceOriginal?: boolean;
};

/** Something to fill in: a modal on Slack and Discord, questions on the console. Its answer is an `ActionRequest` with `fields`. */
export type Form = {
  readonly kind: 'form';
  /** Comes back as `ActionRequest.name` and `.value`. */
  readonly name: string;
  readonly value: string;
  /** At most 24 characters: Slack's limit for a modal's title. */
  readonly title: string;
  readonly submit: string;
  /** At most five: Discord's limit for a modal. */
  readonly fields: readonly FormField[];
};

export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly required: boolean;
  readonly initial: string;
} & (
  | { readonly kind: 'text'; readonly multiline: boolean }
  | {
      readonly kind: 'select';
      readonly choices: readonly { readonly label: string; readonly value: string }[];
    }
);
