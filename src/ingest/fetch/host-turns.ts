import type { Clock } from '../../domain/time.ts';

/** Waits; with `ref` false the process need not stay alive for it. */
export type Sleep = (ms: number, options?: { readonly ref: boolean }) => Promise<void>;

/**
 * One request a host at a time, with a gap between the end of one and the start of the next. Hosts don't wait for
 * each other. What is kept of a host goes when nobody has asked for it longer than the gap.
 */
export class HostTurns {
  readonly #clock: Clock;
  readonly #sleep: Sleep;
  readonly #gapMs: number;
  readonly #last = new Map<string, Promise<number>>();

  constructor({ clock, sleep, gapMs }: { clock: Clock; sleep: Sleep; gapMs: number }) {
    this.#clock = clock;
    this.#sleep = sleep;
    this.#gapMs = gapMs;
  }

  /** Runs the task when it is the host's turn; tasks of one host run in the order they came. */
  async run<T>(host: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host);
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#last.set(host, promise);
    if (before !== undefined) {
      const wait = (await before) + this.#gapMs - this.#clock();
      if (wait > 0) await this.#sleep(wait);
    }
    try {
      return await task();
    } finally {
      resolve(this.#clock());
      this.#forget(host, promise);
    }
  }

  /** How many hosts are remembered: for tests and metrics. */
  get size(): number {
    return this.#last.size;
  }

  #forget(host: string, mine: Promise<number>): void {
    void this.#sleep(this.#gapMs, { ref: false }).then(() => {
      if (this.#last.get(host) === mine) this.#last.delete(host);
    });
  }
}
