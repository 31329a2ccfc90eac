import { setFlagsFromString } from 'node:v8';

/**
 * Lets the garbage collector run sooner: V8, left alone, lets the heap grow to several times what is in use before it
 * looks (460 MB where 230 do with 10,000 feeds, and no fewer polls a second). For a process that runs for months; it
 * holds from then on. To be called once everything is loaded: while code is, there is little to collect.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=30');
  setFlagsFromString('--semi-space-growth-factor=1');
}
