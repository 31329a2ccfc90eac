/** A stretch of a text: `text.slice(start, end)`. Offsets are UTF-16 units. */
export type Span = { readonly start: number; readonly end: number };

/** A span together with what stands there: `text === source.slice(start, end)`, always. */
export type Stretch = Span & { readonly text: string };

/** Cuts a stretch out of a text. The one way stretches are made, so the invariant holds by construction. */
export function stretchOf(source: string, start: number, end: number): Stretch {
  return { start, end, text: source.slice(start, end) };
}
