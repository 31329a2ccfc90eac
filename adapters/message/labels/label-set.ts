/** Forms of a counted noun, `{n}` for the number. Which forms there are is the language's own affair. */
export type Plural<Form extends Intl.LDMLPluralRule, Text extends string = string> = Readonly<
  Record<Form, Text> & Partial<Record<Intl.LDMLPluralRule, Text>> & { other: Text }
>;

/**
 * Every word a digest and its pages say by themselves, in one language; answers say `phrases`. `Form` names the plural forms the language has besides
 * `other`: a label or a form left out is a type error. `{topic}`, `{n}`, `{time}` and the like are filled in.
 */
export type Labels<Form extends Intl.LDMLPluralRule = never> = {
  readonly digestTitle: string;
  readonly briefTitle: string;
  readonly previewTitle: string;
  readonly quotesTitle: string;
  readonly keyQuotesTitle: string;
  readonly articles: Plural<Form>;
  readonly outlets: Plural<Form>;
  readonly quotes: Plural<Form>;
  readonly moreSources: Plural<Form>;
  readonly newArticles: Plural<Form>;
  readonly update: string;
  readonly disputed: string;
  readonly delayed: string;
  /** Before a claim that another sentence contests. */
  readonly contested: string;
  /** Before the only source of a story, and before several. */
  readonly source: string;
  readonly sources: string;
  readonly speakerNotNamed: string;
  readonly nothingNew: string;
  readonly useful: string;
  readonly notUseful: string;
  readonly rateStory: string;
  /** Around verbatim words, never inside them. */
  readonly quotationMarks: readonly [open: string, close: string];
  /** Between two items of a line: ", " or "، ". */
  readonly comma: string;
  /** What the web pages say besides a digest. */
  readonly pages: {
    readonly today: string;
    readonly earlier: string;
    readonly asInSlack: string;
    readonly asInDiscord: string;
    readonly noDigestYet: string;
    /** In the list of earlier digests, for one without a story. */
    readonly nothing: string;
    readonly notHere: string;
    readonly nothingHere: string;
    /** On the first page of an installation whose digests are for its channels alone. */
    readonly nothingPublic: string;
    readonly broke: string;
    readonly broken: string;
  };
};
