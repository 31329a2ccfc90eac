/** The console as a PlatformAdapter: digests of `local` channels are printed. */

import type { KeyValues } from '../adapter-deps.ts';
import { createInFlight } from '../in-flight.ts';
import type { PlatformAdapter, PostingLimits } from '../platform-adapter.ts';
import { consolePosts } from './post.ts';
import type { ConsoleOptions } from './render.ts';

/** A terminal takes what it gets. */
const limits: PostingLimits = { perChannel: 1_000, perWorkspace: 1_000, overall: 1_000 };
const patience = 2_000;

export type ConsoleDeps = {
  /** Remembers what was printed, so that a restart doesn't print it again. */
  readonly keyValues: KeyValues;
  /** Resolves when the text is out. */
  write(text: string): Promise<void>;
};

export function createConsoleAdapter(
  terminal: ConsoleOptions,
  { keyValues, write }: ConsoleDeps,
): PlatformAdapter {
  const inFlight = createInFlight();
  const posts = consolePosts(terminal, keyValues, write);
  return {
    platform: 'console',
    limits,
    // Laid out when it is printed, for the terminal there is then.
    render: (message) => [JSON.stringify(message)],
    // Nobody types commands into a digest; `courant brief` and its like are the console's commands.
    start: async () => {},
    post: (channel, payload, context) => inFlight.track(posts.post(channel, payload, context)),
    findPosted: (channel, context) => inFlight.track(posts.find(channel, context)),
    async stop() {
      await inFlight.settled(patience);
      posts.close();
    },
  };
}
