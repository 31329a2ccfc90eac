import type { Story } from './story.ts';
import type { Instant, Window } from './time.ts';

/** What was built for one topic and window; immutable: what was posted can be shown and posted again as it was. */
export type Digest = {
  /** Derived from topic, window and edition. */
  readonly id: string;
  readonly topic: { readonly slug: string; readonly title: string };
  readonly window: Window;
  /** Best first. */
  readonly stories: readonly Story[];
  /** How many articles and outlets were read for it, shown or not. */
  readonly articleCount: number;
  readonly outletCount: number;
  readonly language: string;
  readonly builtAt: Instant;
};
