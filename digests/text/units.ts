/**
 * A text with its UTF-16 units as numbers: a look at one costs a third of what `charCodeAt` does, so that making them
 * pays for what is read unit by unit.
 */
export type TextUnits = { readonly text: string; readonly units: Uint16Array };

export function unitsOf(text: string): TextUnits {
  const bytes = Buffer.from(text, 'utf16le');
  if (IS_BIG_ENDIAN) bytes.swap16();
  return { text, units: new Uint16Array(bytes.buffer, bytes.byteOffset, text.length) };
}

const IS_BIG_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;
