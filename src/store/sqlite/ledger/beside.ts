import type { Delivery } from '../../../domain/delivery.ts';
import { CourantError } from '../../../domain/errors.ts';
import { startThread } from '../../../threads/start-thread.ts';
import type { Ledger } from './ledger.ts';
import type { Answer, Fault, Order } from './ledger-thread.ts';

export type LedgerThread = Ledger & {
  /** What it has not answered fails; whether it was written is then unknown. */
  close(): Promise<void>;
};

type Asked = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };
type Question = Order extends infer O ? (O extends Order ? Omit<O, 'number'> : never) : never;

/**
 * The ledger of an SQLite file in a thread with a connection of its own, so that the event loop waits neither for
 * SQLite's work nor while the log is brought home.
 * @param patience how long another's transaction is waited for, milliseconds
 * @param onEnd it ended by itself: nothing more will be answered
 */
export function startLedgerThread(path: string, patience: number, onEnd: () => void): LedgerThread {
  const thread = startThread(new URL('./ledger-thread.ts', import.meta.url), {
    data: { path, patience },
    env: {},
  });
  const asked = new Map<number, Asked>();
  let last = 0;
  let ended: CourantError | null = null;

  thread.unref();
  thread.on('message', (answer: Answer) => {
    const waiting = asked.get(answer.number);
    asked.delete(answer.number);
    if (asked.size === 0) thread.unref();
    if ('fault' in answer) waiting?.reject(errorOf(answer.fault));
    else waiting?.resolve('json' in answer ? JSON.parse(answer.json) : answer.result);
  });
  thread.on('error', (cause) => end(cause));
  thread.on('exit', () => end());

  function end(cause?: unknown): void {
    if (ended) return;
    ended = new CourantError('unavailable', 'The thread that writes the ledger has ended.', { cause });
    for (const { reject } of asked.values()) reject(ended);
    asked.clear();
    onEnd();
  }

  async function ask(question: Question): Promise<unknown> {
    if (ended) throw ended;
    if (asked.size === 0) thread.ref();
    const number = ++last;
    return new Promise((resolve, reject) => {
      asked.set(number, { resolve, reject });
      thread.postMessage({ ...question, number } satisfies Order);
    });
  }

  return {
    claim: async (claim) => (await ask({ claim })) as readonly Delivery[],
    commit: async (writes) => (await ask({ writes })) as readonly boolean[],
    async close() {
      end();
      await thread.terminate();
    },
  };
}

function errorOf({ code, message, mend }: Fault): Error {
  if (code === null) return new Error(message);
  return new CourantError(code, message, mend === undefined ? {} : { mend });
}
