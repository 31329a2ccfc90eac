import type { Worker } from 'node:worker_threads';
import { CourantError } from '../../domain/errors.ts';
import { startThread } from '../../threads/start-thread.ts';
import type { Job, JobInput, JobResult, Order } from './jobs.ts';
import type { Answer } from './reader-thread.ts';

export type ReaderLimits = {
  /** How many documents are read at once. */
  readonly threads: number;
  /** Milliseconds for one document. */
  readonly timeoutMs: number;
  /** Megabytes of heap for one thread. */
  readonly heapMb: number;
};

/** A page of 5 MB takes about a second and 200 MB; the longest in practice a tenth of that. */
const READER_LIMITS: ReaderLimits = { threads: 1, timeoutMs: 10_000, heapMb: 384 };

type Waiting = {
  readonly order: Order;
  readonly done: (answer: Answer) => void;
  readonly failed: (error: Error) => void;
};

/**
 * Reads untrusted documents in threads with limits of time and memory. A document that hangs or explodes takes its
 * thread with it and nothing else: its own job fails, the next gets a new thread. Threads start with the first job.
 */
export class ReaderPool {
  readonly #limits: ReaderLimits;
  readonly #idle: Worker[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #busy = new Set<Worker>();
  #closed = false;

  constructor(limits: Partial<ReaderLimits> = {}) {
    this.#limits = { ...READER_LIMITS, ...limits };
  }

  /**
   * @throws CourantError 'invalid' when the document can't be read, 'refused' when reading it took too long or too
   *   much memory
   */
  async read<J extends Job>(job: J, input: JobInput[J]): Promise<JobResult[J]> {
    if (this.#closed) throw new CourantError('unavailable', 'The readers have been closed.');
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.#waiting.push({ order: { job, input } as Order, done: resolve, failed: reject });
    this.#next();
    const answer = await promise;
    if ('result' in answer) return answer.result as JobResult[J];
    const { message, ...details } = answer.fault;
    throw new CourantError('invalid', message, details);
  }

  /** Ends all threads; jobs not yet done fail. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { failed } of this.#waiting.splice(0))
      failed(new CourantError('unavailable', 'The readers have been closed.'));
    const threads = [...this.#idle.splice(0), ...this.#busy];
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  #next(): void {
    if (this.#busy.size >= this.#limits.threads) return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) return;
    const thread = this.#idle.pop() ?? this.#start();
    this.#busy.add(thread);
    this.#run(thread, waiting);
  }

  #run(thread: Worker, { order, done, failed }: Waiting): void {
    const timer = setTimeout(
      () => fail('Reading it took too long.', 'reading-timeout'),
      this.#limits.timeoutMs,
    );
    const settle = () => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      thread.unref();
      this.#busy.delete(thread);
    };
    const fail = (message: string, reason: string, cause?: unknown) => {
      settle();
      // A thread that dies on its way out has nobody left to tell.
      thread.on('error', () => undefined);
      void thread.terminate();
      failed(new CourantError('refused', message, { reason, ...(cause !== undefined && { cause }) }));
      this.#next();
    };
    const onMessage = (answer: Answer) => {
      settle();
      if (!this.#closed) this.#idle.push(thread);
      done(answer);
      this.#next();
    };
    const onError = (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      fail(
        isMemory ? 'Reading it took too much memory.' : 'Reading it failed.',
        error.code ?? 'reading-thread',
        error,
      );
    };
    const onExit = () => fail('Reading it was ended.', 'reading-ended');
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.ref();
    thread.postMessage(order);
  }

  #start(): Worker {
    return startThread(new URL('./reader-thread.ts', import.meta.url), {
      resourceLimits: {
        maxOldGenerationSizeMb: this.#limits.heapMb,
        maxYoungGenerationSizeMb: 16,
        stackSizeMb: 4,
      },
      // Nothing of the environment is a page's business.
      env: {},
    });
  }
}
