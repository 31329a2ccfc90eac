import { type Io, inert } from './io.ts';

/** A count that grows in place on a terminal, and stays silent in a pipe. */
export type Progress = { step(label: string, by?: number): void; end(): void };

/** Long work is drawn after this many milliseconds, so that short work stays quiet. */
const patience = 400;
const redrawEvery = 80;

export function showProgress(io: Io, verb: string, now: () => number): Progress {
  const began = now();
  let count = 0;
  let drawn = 0;
  return {
    step(label, by = 1) {
      count += by;
      const time = now();
      if (!io.interactive || time - began < patience || time - drawn < redrawEvery) return;
      drawn = time;
      const rate = Math.round(count / ((time - began) / 1000));
      const line = `${verb} ${count} (${rate} a second) ${label}`;
      io.errors.write(`\r\u001b[K${inert(line).slice(0, io.width - 1)}`);
    },
    end() {
      if (drawn > 0) io.errors.write('\r\u001b[K');
    },
  };
}
