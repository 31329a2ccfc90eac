import { heldWhenFull, type Room } from './room.ts';

/** How much of a worker's room on one platform is taken, and by whom. */
export type Occupancy = {
  /** Deliveries in hand. */
  held(): number;
  /** So many more may be taken on now. */
  left(): number;
  isFull(workspace: string): boolean;
  fullWorkspaces(): readonly string[];
  /** One more is in hand; returns what to call when it is not any more. */
  take(workspace: string): () => void;
  /** Something found no room, so word is wanted when there is some. */
  turnedAway(): void;
};

/**
 * @param options.isPostingFull as many posts are under way as may be: what is taken on would only wait for them
 * @param options.worthwhile so many must be gone before it is worth claiming anew: many at once is what makes it fast
 * @param options.onRoom there is room again, after something was turned away
 */
export function createOccupancy(options: {
  readonly room: Room;
  readonly isPostingFull: () => boolean;
  readonly worthwhile: number;
  readonly onRoom: () => void;
}): Occupancy {
  const { room, isPostingFull, onRoom } = options;
  const worthwhile = Math.min(options.worthwhile, room.platform / 2);
  const half = Math.floor(room.workspace / 2);
  const ofWorkspace = new Map<string, number>();
  let held = 0;
  let gone = 0;
  let wasTurnedAway = false;

  const isFull = (workspace: string) => (ofWorkspace.get(workspace) ?? 0) >= room.workspace;

  function release(workspace: string): void {
    held--;
    gone++;
    const left = (ofWorkspace.get(workspace) ?? 1) - 1;
    if (left > 0) ofWorkspace.set(workspace, left);
    else ofWorkspace.delete(workspace);
    const isWorthIt = gone >= worthwhile || left === half || held === 0;
    if (!wasTurnedAway || !isWorthIt) return;
    wasTurnedAway = false;
    gone = 0;
    onRoom();
  }

  return {
    held: () => held,
    left: () => (isPostingFull() ? Math.min(heldWhenFull, room.platform) : room.platform) - held,
    isFull,
    fullWorkspaces: () => [...ofWorkspace.keys()].filter(isFull),
    take(workspace) {
      held++;
      ofWorkspace.set(workspace, (ofWorkspace.get(workspace) ?? 0) + 1);
      return () => release(workspace);
    },
    turnedAway() {
      wasTurnedAway = true;
    },
  };
}
