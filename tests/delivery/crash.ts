/** Ends a pretended process at a chosen step: from then on nothing of it does anything any more. */

export class Crash extends Error {
  override readonly name = 'Crash';
}

export type CrashPlan = {
  /** Which step it ends at, from 1; null for never. */
  readonly at: number | null;
  /** Whether the step is still carried out, without its caller ever knowing. */
  readonly carriedOut: boolean;
};

export type Mortal = {
  /** The same object, whose every method is a step. */
  wrap<T extends object>(target: T, name: string): T;
  readonly isDead: () => boolean;
  /** Names of the steps so far. */
  readonly steps: readonly string[];
};

export function createMortal({ at, carriedOut }: CrashPlan): Mortal {
  const steps: string[] = [];
  let dead = false;

  const step = (name: string, call: () => unknown): unknown => {
    if (dead) throw new Crash(`dead before ${name}`);
    steps.push(name);
    if (steps.length !== at) return call();
    dead = true;
    if (carriedOut) void call();
    throw new Crash(`at ${name}`);
  };

  return {
    isDead: () => dead,
    steps,
    wrap: (target, name) =>
      new Proxy(target, {
        get(object, property) {
          const value: unknown = Reflect.get(object, property);
          if (typeof value !== 'function') return value;
          return async (...given: unknown[]) =>
            step(`${name}.${String(property)}`, () => value.apply(object, given));
        },
      }),
  };
}
