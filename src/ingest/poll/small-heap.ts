import { setFlagsFromString } from 'node:v8';

/**
 * Lets the garbage collector run sooner: polling makes much short-lived garbage, and V8, left alone, lets the heap
 * grow to several times what is in use before it looks (460 MB where 230 do, measured with 10,000 feeds and no fewer
 * polls a second). For a process that runs for months; it holds for the whole of it.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=30');
  setFlagsFromString('--semi-space-growth-factor=1');
}
