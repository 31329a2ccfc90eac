/** The thread side of `startLedgerThread`: a ledger on a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { describeError, type ErrorCode, isCourantError } from '../../../domain/errors.ts';
import { openDatabase } from '../database.ts';
import { createPatience, heldAtMost } from '../patience.ts';
import { type Claim, type HeldWrite, ledgerOn } from './ledger.ts';

/** What is asked of it; the answer bears the same number. */
export type Order = { readonly number: number } & (
  | { readonly claim: Claim }
  | { readonly writes: readonly HeldWrite[] }
);

export type Answer = { readonly number: number } & (
  | { readonly result: unknown }
  | { readonly fault: Fault }
  /** As text, for objects by the hundred are read back from it faster than they are copied from thread to thread. */
  | { readonly json: string }
);

/** An error, as it gets through to another thread. */
export type Fault = {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly mend: string | undefined;
};

const database = openDatabase(String(workerData.path), heldAtMost);
const ledger = ledgerOn(database);
const patiently = createPatience(Number(workerData.patience));

async function answer(order: Order): Promise<Answer> {
  const { number } = order;
  try {
    if ('claim' in order)
      return { number, json: JSON.stringify(await patiently(() => ledger.claim(order.claim))) };
    return { number, result: await patiently(() => ledger.commit(order.writes)) };
  } catch (error) {
    return { number, fault: faultOf(error) };
  }
}

function faultOf(error: unknown): Fault {
  if (isCourantError(error)) return { code: error.code, message: error.message, mend: error.mend };
  return { code: null, message: describeError(error), mend: undefined };
}

parentPort?.on('message', async (order: Order) => parentPort?.postMessage(await answer(order)));
