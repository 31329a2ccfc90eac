/** Ends a pretended process at a chosen step: from then on nothing of it does anything any more. */

class Crash extends Error {
  override readonly name = 'Crash';
}

export type CrashPlan = {
  /** Which step it ends at, from 1; null for never. */
  readonly at: number | null;
  /** Whether the step is still carried out, without its caller ever knowing. */
  readonly carriedOut: boolean;
  /** The step after which it stands still, the first time, as on a suspended machine, until it is woken. */
  readonly sleepsAfter?: string;
};

export type Mortal = {
  /** The same object, whose every method is a step. */
  wrap<T extends object>(target: T, name: string): T;
  readonly isDead: () => boolean;
  wake(): void;
  /** Runs it now, or after waking. */
  whenAwake(run: () => void): void;
  /** Names of the steps so far. */
  readonly steps: readonly string[];
};

export function createMortal({ at, carriedOut, sleepsAfter }: CrashPlan): Mortal {
  const steps: string[] = [];
  let dead = false;
  let hasSlept = false;
  let sleep: PromiseWithResolvers<void> | null = null;

  const step = async (name: string, call: () => unknown): Promise<unknown> => {
    await sleep?.promise;
    if (dead) throw new Crash(`dead before ${name}`);
    steps.push(name);
    if (name === sleepsAfter && !hasSlept) {
      hasSlept = true;
      sleep = Promise.withResolvers();
      const result = await call();
      await sleep.promise;
      return result;
    }
    if (steps.length !== at) return call();
    dead = true;
    // Nobody is left to hear how it ended, a refusal neither.
    if (carriedOut)
      void Promise.resolve()
        .then(call)
        .catch(() => {});
    throw new Crash(`at ${name}`);
  };

  return {
    isDead: () => dead,
    wake() {
      sleep?.resolve();
      sleep = null;
    },
    whenAwake(run) {
      if (sleep) void sleep.promise.then(run);
      else run();
    },
    steps,
    wrap: (target, name) =>
      new Proxy(target, {
        get(object, property) {
          const value: unknown = Reflect.get(object, property);
          if (typeof value !== 'function') return value;
          return (...given: unknown[]) =>
            step(`${name}.${String(property)}`, () => value.apply(object, given));
        },
      }),
  };
}
