/** How this installation talks to Slack; main reads it from the environment. */
export type SlackConfig = {
  /** xoxb-…: one workspace. Null when workspaces install by OAuth. */
  readonly botToken: string | null;
  /** xapp-…: Socket Mode. */
  readonly appToken: string | null;
  /** HTTP instead of Socket Mode. */
  readonly signingSecret: string | null;
  readonly oauth: SlackOAuth | null;
  /** User ids that may change subscriptions besides admins and the channel's creator. */
  readonly managers: readonly string[];
  /** Another API address, without a slash at the end; null is https://slack.com/api. */
  readonly apiUrl: string | null;
  /** Where people and Slack reach our web server; for OAuth's redirect. */
  readonly publicUrl?: string | null;
  /** 64 hexadecimal digits that encrypt stored tokens; null keeps them as they are. */
  readonly installationKey?: string | null;
  /** Send a `client_msg_id` made from the delivery: an undocumented second guard against double posts. Default true. */
  readonly clientMessageId?: boolean;
};

export type SlackOAuth = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the state cookie; the same on every replica. */
  readonly stateSecret: string;
};

export function apiUrlOf(config: Pick<SlackConfig, 'apiUrl'>): string {
  return (config.apiUrl ?? 'https://slack.com/api').replace(/\/$/, '');
}

/** Least scopes for what the bot does; the manifest, the OAuth page and `doctor` all use these. */
export const botScopes: readonly string[] = [
  'commands',
  'chat:write',
  // Look for a digest that may have got through; needs membership.
  'channels:history',
  'groups:history',
  // Who made a channel, is it archived, was it renamed.
  'channels:read',
  'groups:read',
  // Join a public channel that subscribes.
  'channels:join',
  // Time zone, language and admin flag of who asks.
  'users:read',
];
