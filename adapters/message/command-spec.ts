/** Commands as data: Discord registers them, Slack's manifest is generated from them, help and README list them. */
export type CommandSpec = {
  /** Without the slash, lower case. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  /** How Slack hints at the text: "<topic> [since]". */
  readonly usage: string;
  readonly options: readonly OptionSpec[];
  readonly subcommands: readonly SubcommandSpec[];
  /** BCP 47 -> description, for Discord's localisations. */
  readonly descriptions?: Readonly<Record<string, string>>;
  /**
   * It answers with a form, and so does the button of the same name: Discord takes a modal only as the very first
   * answer, Slack only within three seconds.
   */
  readonly opensForm?: boolean;
  /** The bot will post in this channel from now on: whether it may is looked up first, and said where it may not. */
  readonly needsPosting?: boolean;
  /** All of it is for those who may change what the channel gets: Discord hides it from others. */
  readonly managersOnly?: boolean;
};

export type SubcommandSpec = Omit<CommandSpec, 'subcommands'>;

export type OptionSpec = {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly kind: 'string' | 'channel' | 'integer' | 'boolean';
  readonly choices?: readonly { readonly label: string; readonly value: string }[];
  /** In a line of text it is what follows a colon: "climate: carbon OR ice". */
  readonly afterColon?: boolean;
  /** Ask `Handlers.suggest` while somebody types: all topics, or those that the channel is subscribed to. */
  readonly suggest?: 'topics' | 'subscribed topics';
  readonly descriptions?: Readonly<Record<string, string>>;
};
