import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

export type ThreadOptions = Pick<WorkerOptions, 'env' | 'resourceLimits'> & {
  /** What the thread finds in `workerData`, beside what it is started with. */
  readonly data?: Readonly<Record<string, unknown>>;
};

/**
 * A thread that runs this file, with the compile cache of this process. Not told otherwise (`execArgv` is not given)
 * it has our arguments of Node's too: installed by npm, threads need the hook for TypeScript (bin/types.js).
 */
export function startThread(file: URL, { data, ...options }: ThreadOptions = {}): Worker {
  const cache = getCompileCacheDir();
  return new Worker(new URL('../../bin/thread.js', import.meta.url), {
    ...options,
    workerData: {
      ...data,
      start: file.href,
      // Node names a folder of its version inside the one it is told.
      compileCache: cache === undefined ? null : dirname(cache),
    },
  });
}
