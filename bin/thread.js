/*
 * A thread's start: as bin/cli.js, it turns on the compile cache, which threads do not inherit, before the thread's own
 * TypeScript is read.
 */
import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';

if (workerData.compileCache !== null) enableCompileCache(workerData.compileCache);
await import(workerData.start);
