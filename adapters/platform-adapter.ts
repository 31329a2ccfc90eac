/** The PlatformAdapter port: what `delivery` and `commands` know of Slack, Discord and the console. */
import type { ChannelRef, Platform } from '../src/domain/channel.ts';
import type { Instant } from '../src/domain/time.ts';
import type { CommandSpec } from './message/command-spec.ts';
import type { Form, Message, Reply } from './message/message.ts';

export type PlatformAdapter = {
  readonly platform: Platform;
  readonly limits: PostingLimits;
  /**
   * Connects and listens; resolves when commands can be answered. Throws `refused` for a bad token; after any other
   * failure it may be called again.
   */
  start(handlers: Handlers, commands: readonly CommandSpec[]): Promise<void>;
  /**
   * Makes the platform's payloads, in the order they are posted; each is JSON text and within every limit.
   * Pure: the same message gives the same bytes, whatever channel they are for.
   */
  render(message: Message): readonly string[];
  /** Posts one rendered part. One call, no retries: errors are `refused`, `rate-limited`, `not-sent` or `unknown-outcome`. */
  post(channel: ChannelRef, payload: string, context: PostContext): Promise<PostedRef>;
  /** Looks for a part that may have got through. `unreadable` when the platform won't let us see. */
  findPosted(channel: ChannelRef, context: PostContext): Promise<PostedRef | 'absent' | 'unreadable'>;
  /** A direct message to one person, once; left out, there are none. Errors as of `post`. */
  tell?(workspace: string, user: string, message: Message): Promise<void>;
  /** Where people add the bot to their server or workspace; null where that is done by pasting a token. */
  invitation?(): Promise<string | null>;
  /** Ends gracefully; resolves within three seconds, whatever the other side does. */
  stop(): Promise<void>;
};

/** `messageId` is Slack's ts or Discord's snowflake; null for what got through and was deleted by somebody since. */
export type PostedRef = { readonly messageId: string | null };

export type PostContext = {
  /** The delivery's id: with `part` it makes nonce, metadata and client_msg_id. */
  readonly key: string;
  readonly part: number;
  /** Message id of part 0, for the parts after it; their payload says whether they belong into its thread. */
  readonly parent: string | null;
  /** When the (first) send of this part began. */
  readonly sendingAt: Instant;
  /** Discord announcement channels: publish the first part to followers too, as well as can be. */
  readonly crosspost?: boolean;
};

export type PostingLimits = {
  /** Sustained posts a second in one channel. */
  readonly perChannel: number;
  /** Posts a second in one workspace, all channels together. */
  readonly perWorkspace: number;
  /** Posts a second over everything. */
  readonly overall: number;
  /**
   * Milliseconds during which the platform answers a repeated post (same key, same part) with the first message
   * instead of making a second; absent when it never does. Counted from `PostContext.sendingAt`.
   */
  readonly idempotentFor?: number;
};

/** Somebody's request, platform-neutral. */
export type Requester = {
  readonly channel: ChannelRef;
  readonly user: string;
  /** BCP 47, as the platform knows it; "en" when it doesn't. */
  readonly locale: string;
  /** IANA zone of the person, else of the workspace; null when the platform can't tell. */
  readonly zone: string | null;
  /** May this person change what this channel gets, or another of the workspace? Asked lazily: it may cost a call. */
  mayManage(channel?: ChannelRef): Promise<boolean>;
  /**
   * May this person, asking from here, change what all channels share? In a direct message everybody manages what they
   * get themselves, and no more. Left out, whoever manages the channel may.
   */
  mayKeep?(): Promise<boolean>;
};

/** Slack gives `text`, the rest of the line; Discord gives `options`, typed; commands/ reads both. */
export type CommandRequest = {
  readonly command: string;
  readonly subcommand: string | null;
  readonly text: string | null;
  readonly options: Readonly<Record<string, string>>;
  readonly requester: Requester;
};

/** A pressed button, chosen menu entry or sent form. */
export type ActionRequest = {
  readonly name: string;
  readonly value: string;
  /** Values of a sent form by field name; empty for a button. */
  readonly fields: Readonly<Record<string, string>>;
  /** The message the button stood on, where there is one. */
  readonly messageId: string | null;
  readonly requester: Requester;
};

/** A message somebody points at: the web addresses in it, in their order. */
type PageRequest = { readonly addresses: readonly string[]; readonly requester: Requester };

/** A channel or workspace we can no longer post to, or can again. */
export type ReachChange = {
  readonly channel:
    | ChannelRef
    | { readonly platform: Platform; readonly workspace: string; readonly channel: null };
  readonly reachable: boolean;
  /** One sentence: "The bot was removed from the channel." */
  readonly reason: string;
  /** The channel goes on under another id: subscriptions move there. */
  readonly movedTo?: ChannelRef;
};

export type Handlers = {
  command(request: CommandRequest): Promise<Reply | Form>;
  /** Null: nothing to show, acknowledging is enough. */
  action(request: ActionRequest): Promise<Reply | Form | null>;
  /** Somebody wants to know what is behind the links of a message. */
  page?(request: PageRequest): Promise<Reply>;
  /** Suggestions while somebody types an option; at most 25. */
  suggest(request: {
    command: string;
    option: string;
    typed: string;
    requester: Requester;
  }): Promise<readonly Suggestion[]>;
  reach(change: ReachChange): Promise<void>;
  /** What somebody sees who opens the app itself (Slack's App Home); left out, there is no such page. */
  home?(requester: Requester): Promise<Message>;
};

export type Suggestion = { readonly label: string; readonly value: string };
