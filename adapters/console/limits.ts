/** Columns a digest keeps to: lines longer than this are hard to read, shorter than that hard to lay out. */
export const consoleLimits = { widest: 88, narrowest: 30 } as const;
