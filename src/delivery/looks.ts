/**
 * Looking into channels has limits of its own, far lower than posting (Slack lets some apps read a history once a
 * minute). So in each workspace one look goes at a time, and when the platform asks to wait, all of them do: posts
 * are not held up by it, and nobody knocks in vain.
 */
import { CourantError, isCourantError } from '../domain/errors.ts';
import type { Clock, Instant } from '../domain/time.ts';
import { Stopped } from './pacing.ts';

export type Looks = {
  /**
   * Runs `look` when those before it in this workspace have ended.
   * @throws CourantError `rate-limited` without looking, while the platform wants no look; `Stopped` after `close`
   */
  take<T>(workspace: string, look: () => Promise<T>): Promise<T>;
  /** Forgets what it waits for: the clock was set back. */
  forget(): void;
  /** Turns away whoever waits. */
  close(): void;
};

export function createLooks(clock: Clock): Looks {
  /** The end of the last look that was asked for; only of workspaces where one is. */
  const lasts = new Map<string, Promise<void>>();
  const heldUntil = new Map<string, Instant>();
  let closed = false;

  async function inTurn<T>(workspace: string, look: () => Promise<T>): Promise<T> {
    if (closed) throw new Stopped('The worker is stopping.');
    const now = clock();
    const retryAt = heldUntil.get(workspace) ?? 0;
    if (retryAt > now) {
      throw new CourantError('rate-limited', 'The platform lets us read there only seldom.', { retryAt });
    }
    heldUntil.delete(workspace);
    try {
      return await look();
    } catch (error) {
      if (isCourantError(error, 'rate-limited')) heldUntil.set(workspace, error.retryAt ?? clock() + 1000);
      throw error;
    }
  }

  return {
    take(workspace, look) {
      const before = lasts.get(workspace) ?? Promise.resolve();
      const result = before.then(() => inTurn(workspace, look));
      const ended = result.then(nothing, nothing).then(() => {
        if (lasts.get(workspace) === ended) lasts.delete(workspace);
      });
      lasts.set(workspace, ended);
      return result;
    },
    forget: () => heldUntil.clear(),
    close() {
      closed = true;
    },
  };
}

function nothing(): void {}
