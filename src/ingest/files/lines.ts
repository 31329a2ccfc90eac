const NEWLINE = 0x0a;

/**
 * The lines of a stream of UTF-8, without their ends. A line of more bytes than `maxBytes` comes as null,
 * its content is not kept.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncIterable<string | null> {
  const decoder = new TextDecoder();
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (): string | null => {
    const line = size > maxBytes ? null : decoder.decode(Buffer.concat(parts)).replace(/\r$/, '');
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield take();

  function keep(part: Uint8Array): void {
    size += part.byteLength;
    if (size <= maxBytes) parts.push(part);
    else parts = [];
  }
}
