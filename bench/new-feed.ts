import type { Feed } from '../src/domain/feed.ts';

/** A feed as it is when it has just been added. */
export const newFeed = (id: string, url: string, now: number): Feed => ({
  id,
  url,
  outlet: id,
  siteUrl: null,
  tags: [],
  state: 'active',
  addedAt: now,
  nextPollAt: now,
  health: {
    lastFetchedAt: null,
    lastChangedAt: null,
    lastArticleAt: null,
    faults: 0,
    lastFault: null,
    articlesPerDay: null,
  },
});
