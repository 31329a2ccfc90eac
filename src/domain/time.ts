/** A moment: milliseconds since 1970-01-01T00:00:00Z. Plain data, so that it survives JSON and both databases. */
export type Instant = number;

/** A stretch of time, from inclusive, to exclusive. */
export type Window = { readonly from: Instant; readonly to: Instant };

/** The present moment. Passed in wherever time is needed, so that tests own it. */
export type Clock = () => Instant;
