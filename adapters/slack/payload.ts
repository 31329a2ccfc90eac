import type { KnownBlock } from '@slack/types';

/**
 * One Slack message, ready for `chat.postMessage` once channel, metadata and unfurl settings are added.
 * The first of a list is the parent.
 */
export type SlackPayload = {
  /** All of it in words, escaped: the notification, and what a screen reader reads instead of the blocks. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** True: post it as a reply to the first payload of the list. */
  readonly inThread: boolean;
};
