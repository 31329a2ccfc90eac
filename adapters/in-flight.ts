import { createCrowd } from '../src/domain/crowd.ts';

/** What is under way: waited for when an adapter stops. */
export type InFlight = {
  /** Remembers it until it ends; gives it back. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when all has ended, or after `patience` milliseconds with false. */
  settled(patience: number): Promise<boolean>;
};

export function createInFlight(): InFlight {
  const underWay = createCrowd<Promise<unknown>>();
  return {
    track(work) {
      const leave = underWay.enter(work);
      work.then(leave, leave);
      return work;
    },
    settled(patience) {
      const all = Promise.allSettled([...underWay]).then(() => true);
      return within(patience, all, false);
    },
  };
}

/** The result, or `otherwise` when it takes longer than `milliseconds`. */
export async function within<T, U>(milliseconds: number, work: Promise<T>, otherwise: U): Promise<T | U> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<U>((resolve) => {
    timer = setTimeout(resolve, milliseconds, otherwise);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
