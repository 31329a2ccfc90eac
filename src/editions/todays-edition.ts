import type { Digest } from '../domain/digest.ts';
import type { Clock, Window } from '../domain/time.ts';
import { ofEverything, type Topic } from '../domain/topic.ts';
import type { Store } from '../store/store.ts';
import { digestSize, type EditionRequest } from './edition-request.ts';
import { newestDay } from './newest-day.ts';

/** What a digest is about when nobody names a topic. It has no title: a digest of everything is just the digest. */
export const everything: Topic = {
  slug: ofEverything.slug,
  title: '',
  query: '',
  synonyms: [],
  exclude: [],
  outlets: [],
};

type Newsroom = {
  readonly store: Store;
  readonly clock: Clock;
  makeEdition(request: EditionRequest): Promise<Digest>;
};

/** Today's digest, or that of the newest day there is news of. */
export async function editionOf(newsroom: Newsroom, topic: Topic, window: Window | null): Promise<Digest> {
  return newsroom.makeEdition({
    topic,
    window: window ?? (await newestDay(newsroom.store, newsroom.clock())),
    seen: [],
    mutedOutlets: [],
    minOutlets: 1,
    feedbackOf: null,
    size: digestSize,
  });
}
