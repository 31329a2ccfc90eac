import { setFlagsFromString } from 'node:v8';

/**
 * Lets the garbage collector run sooner: V8, left alone, lets the heap grow to several times what is in use before it
 * looks (151 MB at start where 136 do; 460 MB where 230 do with 10,000 feeds, and no fewer polls a second). For a
 * process that runs for months; to be called before it does anything large, and it holds for the whole of it.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=30');
  setFlagsFromString('--semi-space-growth-factor=1');
}
