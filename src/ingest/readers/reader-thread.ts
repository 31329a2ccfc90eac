/** The thread side of `ReaderPool`: does one job after another, and says how each ended. */
import { parentPort } from 'node:worker_threads';
import { describeError, isCourantError } from '../../domain/errors.ts';
import { doJob, type Order } from './jobs.ts';

export type Answer =
  | { readonly result: unknown }
  | { readonly fault: { readonly message: string; readonly mend?: string; readonly reason?: string } };

function answer(order: Order): Answer {
  try {
    return { result: doJob(order) };
  } catch (error) {
    if (!isCourantError(error)) return { fault: { message: describeError(error), reason: 'reading-failed' } };
    const { message, mend, reason } = error;
    return {
      fault: { message, ...(mend !== undefined && { mend }), ...(reason !== undefined && { reason }) },
    };
  }
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(answer(order)));
