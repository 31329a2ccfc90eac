/** What deliveries of one digest have in common, done once for those that come one after the other. */
import type { Message } from '../../adapters/message/message.ts';
import type { PlatformAdapter } from '../../adapters/platform-adapter.ts';
import type { Digest } from '../domain/digest.ts';
import type { DigestStore } from '../store/store.ts';

export type DigestOf = (id: string) => Promise<Digest | null>;

const digestsRemembered = 32;

/** Reads digests, and remembers the last ones: a digest never changes. */
export function recentDigests(digests: Pick<DigestStore, 'get'>): DigestOf {
  const recent = new Map<string, Promise<Digest | null>>();

  async function read(id: string): Promise<Digest | null> {
    let found = false;
    try {
      const digest = await digests.get(id);
      found = digest !== null;
      return digest;
    } finally {
      if (!found) recent.delete(id);
    }
  }

  return (id) => {
    const known = recent.get(id);
    if (known) return known;
    if (recent.size >= digestsRemembered) recent.clear();
    const reading = read(id);
    recent.set(id, reading);
    return reading;
  };
}

/** The adapter's `render`, which is pure: a message that several deliveries share is rendered once. */
export function renderOnce({ render }: Pick<PlatformAdapter, 'render'>): PlatformAdapter['render'] {
  const rendered = new WeakMap<Message, readonly string[]>();
  return (message) => {
    const payloads = rendered.get(message) ?? render(message);
    rendered.set(message, payloads);
    return payloads;
  };
}
