import type { Voice } from '../../adapters/message/phrases/say.ts';
import type { AnalysedArticle } from '../domain/analysed-article.ts';
import type { ChannelRef } from '../domain/channel.ts';
import type { Digest } from '../domain/digest.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Clock } from '../domain/time.ts';
import type { EditionRequest } from '../editions/edition-request.ts';
import type { Store } from '../store/store.ts';

/** What commands may use; all of it is passed in by main. */
export type CommandContext = {
  readonly store: Store;
  readonly clock: Clock;
  /** Zone and language of whoever names none. */
  readonly zone: string;
  readonly locale: string;
  readonly newId: () => string;
  /** Who may change what all workspaces share. `isPublic`: strangers may install the bot. */
  readonly sharing: { readonly admins: readonly string[]; readonly isPublic: boolean };
  makeEdition(request: EditionRequest): Promise<Digest>;
  /** Puts a digest of this subscription on its way now, outside its hours; false when it has nothing to say. */
  deliverNow(subscription: Subscription): Promise<boolean>;
  readonly sources: SourceDesk;
  /** Tells whoever asked for these subscriptions of a channel that they rest from now on. */
  lost(notice: LostChannel): Promise<void>;
  /** Reads the article at an address, safely, and stores nothing. @throws CourantError that says why it can't be had */
  readPage(address: string): Promise<AnalysedArticle>;
};

type LostChannel = {
  readonly channel: ChannelRef;
  readonly subscriptions: readonly string[];
  /** One sentence. */
  readonly reason: string;
};

/** What `/sources` needs of ingest. */
export type SourceDesk = {
  /** Looks at an address without keeping anything: the feed found there and a few of its titles. */
  test(address: string): Promise<SourceProbe>;
  /** Adds the feed found at an address; throws `exists`, `invalid`, `refused`. */
  add(address: string, addedBy: string): Promise<SourceProbe>;
  remove(address: string): Promise<void>;
};

export type SourceProbe = {
  readonly feedUrl: string;
  readonly outlet: string;
  readonly entries: number;
  readonly newestTitles: readonly string[];
};

/** Who asked, where and when: what every command gets besides its own words. */
export type Asked = {
  readonly channel: ChannelRef;
  readonly user: string;
  readonly locale: string;
  /** Speaks the asker's language. */
  readonly say: Voice;
  readonly zone: string;
  /** False when nobody said where they are and `zone` is this installation's own. */
  readonly zoneKnown: boolean;
  mayManage(channel?: ChannelRef): Promise<boolean>;
  /** May they change what all channels share? */
  mayKeep(): Promise<boolean>;
};
