/** The thread side of `ReaderPool`: does one job after another, and says how each ended. */
import { parentPort } from 'node:worker_threads';
import { describeError, isCourantError } from '../../domain/errors.ts';
import { doJob, type Order } from './jobs.ts';

export type Answer =
  | { readonly result: unknown }
  | { readonly fault: { readonly message: string; readonly mend?: string } };

function answer(order: Order): Answer {
  try {
    return { result: doJob(order) };
  } catch (error) {
    const mend = isCourantError(error) ? error.mend : undefined;
    return {
      fault: {
        message: isCourantError(error) ? error.message : describeError(error),
        ...(mend !== undefined && { mend }),
      },
    };
  }
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(answer(order)));
