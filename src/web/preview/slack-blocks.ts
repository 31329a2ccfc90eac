/** The parts of Slack's Block Kit the preview draws, read from a payload's JSON as Slack would read it. */
type SlackStyle = { readonly bold?: boolean; readonly italic?: boolean; readonly code?: boolean };

export type SlackInline =
  | { readonly type: 'text'; readonly text: string; readonly style?: SlackStyle }
  | { readonly type: 'link'; readonly url: string; readonly text?: string; readonly style?: SlackStyle }
  | { readonly type: 'channel'; readonly channel_id: string }
  | { readonly type: 'user'; readonly user_id: string };

export type SlackText = { readonly type: 'plain_text' | 'mrkdwn'; readonly text: string };

export type SlackRichPart =
  | { readonly type: 'rich_text_section' | 'rich_text_quote'; readonly elements: readonly SlackInline[] }
  | {
      readonly type: 'rich_text_list';
      readonly elements: readonly { readonly elements: readonly SlackInline[] }[];
    };

export type SlackButton = {
  readonly type: 'button';
  readonly text: SlackText;
  readonly style?: 'primary' | 'danger';
};

export type SlackMenu = { readonly type: 'static_select'; readonly placeholder: SlackText };

export type SlackBlock =
  | { readonly type: 'header'; readonly text: SlackText }
  | { readonly type: 'section'; readonly text: SlackText }
  | { readonly type: 'context'; readonly elements: readonly SlackText[] }
  | { readonly type: 'rich_text'; readonly elements: readonly SlackRichPart[] }
  | { readonly type: 'actions'; readonly elements: readonly (SlackButton | SlackMenu)[] }
  | { readonly type: 'divider' };

export type SlackMessage = {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
  readonly inThread: boolean;
};
