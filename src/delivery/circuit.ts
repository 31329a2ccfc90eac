/** A circuit breaker for each workspace: after faults in a row nobody knocks for a while. */
import type { Clock, Instant } from '../domain/time.ts';

export type CircuitOptions = {
  readonly clock: Clock;
  readonly random: () => number;
  /** Faults in a row that open it. */
  readonly threshold?: number;
  /** Milliseconds it stays open the first time; doubles each time the next try fails too. */
  readonly openFor?: number;
  readonly onOpen?: (workspace: string, until: Instant) => void;
  readonly onClose?: (workspace: string) => void;
};

export type Circuits = {
  /** The platform answered, whatever it said. */
  succeeded(workspace: string): void;
  /** The platform did not answer, or had a fault of its own. */
  failed(workspace: string): void;
  /** It is known that trying is no use for so many milliseconds. */
  shut(workspace: string, rest: number): void;
  /** Until when nothing should be tried; null when it may be. */
  openUntil(workspace: string): Instant | null;
  /** Every workspace that is not to be tried now. */
  open(): readonly string[];
  /** Forgets all faults: the clock was set back. */
  forget(): void;
};

type Circuit = { faults: number; openings: number; until: Instant };

const longestOpening = 10 * 60_000;

export function createCircuits(options: CircuitOptions): Circuits {
  const { clock, random, threshold = 5, openFor = 30_000 } = options;
  // Only workspaces with a fault since their last answer are here.
  const circuits = new Map<string, Circuit>();

  const openUntil = (workspace: string): Instant | null => {
    const until = circuits.get(workspace)?.until ?? 0;
    return until > clock() ? until : null;
  };

  return {
    succeeded(workspace) {
      const circuit = circuits.get(workspace);
      if (!circuit) return;
      circuits.delete(workspace);
      if (circuit.openings > 0) options.onClose?.(workspace);
    },
    failed(workspace) {
      const circuit = circuits.get(workspace) ?? { faults: 0, openings: 0, until: 0 };
      circuits.set(workspace, circuit);
      circuit.faults++;
      // What was already under way when it opened tells nothing new; the first try after it does.
      if (circuit.until > clock() || (circuit.faults < threshold && circuit.openings === 0)) return;
      const span = Math.min(longestOpening, openFor * 2 ** circuit.openings);
      circuit.openings++;
      circuit.until = clock() + Math.floor(span * (0.75 + random() / 2));
      options.onOpen?.(workspace, circuit.until);
    },
    shut(workspace, rest) {
      const circuit = circuits.get(workspace) ?? { faults: 0, openings: 0, until: 0 };
      circuits.set(workspace, circuit);
      circuit.until = Math.max(circuit.until, clock() + rest);
    },
    openUntil,
    open: () => [...circuits.keys()].filter((workspace) => openUntil(workspace) !== null),
    forget: () => circuits.clear(),
  };
}
