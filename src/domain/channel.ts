export type Platform = 'slack' | 'discord' | 'console';

/** Where a message goes. */
export type ChannelRef = {
  readonly platform: Platform;
  /** Slack team id or Discord guild id; "local" for the console. */
  readonly workspace: string;
  /** The platform's own id of the channel, never its name. */
  readonly channel: string;
};

/** The `workspace` of Discord's direct messages, each with somebody else: its channels have nothing in common. */
export const directMessages = '@me';

/** The same channel always gives the same key; for maps, locks and lanes. */
export function channelKey(ref: ChannelRef): string {
  return `${ref.platform}/${ref.workspace}/${ref.channel}`;
}

/** All channels of one Slack team or Discord guild share this key. */
export function workspaceKey(ref: Pick<ChannelRef, 'platform' | 'workspace'>): string {
  return `${ref.platform}/${ref.workspace}`;
}
