/** The parts of a Discord message the preview draws, read from a payload's JSON as Discord would read it. */
export type DiscordEmbed = {
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
  readonly color?: number;
  readonly footer?: { readonly text: string };
};

export type DiscordComponent =
  | { readonly type: 2; readonly style: number; readonly label?: string }
  | { readonly type: 3; readonly placeholder?: string };

export type DiscordMessage = {
  readonly content: string;
  readonly embeds: readonly DiscordEmbed[];
  readonly components: readonly { readonly components: readonly DiscordComponent[] }[];
  readonly inThread: boolean;
  readonly title: string;
};
