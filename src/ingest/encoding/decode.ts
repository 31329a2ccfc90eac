import { isAscii, isUtf8 } from 'node:buffer';

/** How the encoding of a document was found, strongest first. */
type EncodingSource = 'bom' | 'header' | 'declaration' | 'meta' | 'utf-8' | 'fallback';

export type Decoded = { readonly text: string; readonly encoding: string; readonly source: EncodingSource };

/**
 * How far into a document an encoding is looked for. https://html.spec.whatwg.org/#prescan-a-byte-stream says 1,024
 * bytes, and browsers begin anew where they meet it later: behind a long comment, or what a plugin put first.
 */
const PRESCAN_BYTES = 16 * 1024;

/**
 * Bytes to text as browsers do it: a byte order mark wins, then the `charset` of the Content-Type header, then the
 * document's own declaration (XML declaration, `<meta>`), then UTF-8 if the bytes are valid UTF-8, else windows-1252.
 * An encoding nobody knows is passed over, and so is any other than UTF-8 for what is plainly UTF-8: servers name the
 * encoding of their makers' country, whatever they send.
 * Labels are the whatwg's: https://encoding.spec.whatwg.org/#names-and-labels
 */
export function decodeDocument(bytes: Uint8Array, contentType: string | null = null): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: decode(bytes, marked), encoding: marked, source: 'bom' };

  const head = headAsAscii(bytes);
  const claims: readonly (readonly [EncodingSource, string | null])[] = [
    ['header', charsetOf(contentType)],
    ['declaration', declaredInXml(bytes, head)],
    ['meta', declaredInMeta(head)],
  ];
  for (const [source, label] of claims) {
    const encoding = label === null ? null : knownEncoding(label);
    if (encoding === null) continue;
    if (mayBe(encoding, bytes)) return { text: decode(bytes, encoding), encoding, source };
  }
  if (isUtf8(bytes)) return { text: decode(bytes, 'utf-8'), encoding: 'utf-8', source: 'utf-8' };
  return (
    mostlyUtf8(bytes) ?? { text: decode(bytes, 'windows-1252'), encoding: 'windows-1252', source: 'fallback' }
  );
}

/** The `charset` of a Content-Type header, unquoted; null when there is none. */
export function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([^"';\s]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return null;
}

function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** A page cut off, or with one bad paste, is still UTF-8; a windows-1252 page full of accents is not. */
function mostlyUtf8(bytes: Uint8Array): Decoded | null {
  const text = decode(bytes, 'utf-8');
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const high = text.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0;
  return broken * 10 < high ? { text, encoding: 'utf-8', source: 'fallback' } : null;
}

/** Bytes beyond ASCII that happen to be UTF-8 throughout were never written in anything else. */
function mayBe(encoding: string, bytes: Uint8Array): boolean {
  if (encoding === 'utf-8') return isUtf8(bytes);
  if (encoding.startsWith('utf-16')) return looksLikeUtf16(bytes);
  return isAscii(bytes) || !isUtf8(bytes);
}

/** Markup has zero bytes in UTF-16 and none elsewhere; "utf-16" in an ASCII-compatible document is a lie. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 64).includes(0);
}

function headAsAscii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
}

/** The XML declaration, or the pattern its first characters make in UTF-16 without a mark (XML 1.0, appendix F). */
function declaredInXml(bytes: Uint8Array, head: string): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return 'utf-16be';
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)\s*["']/i.exec(head)?.[1] ?? null;
}

function declaredInMeta(head: string): string | null {
  const label = /<meta[^>]+?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? null;
  // In a <meta> that could be read as ASCII, UTF-16 can only be a mistake for UTF-8 (html.spec.whatwg.org).
  return label !== null && /^utf-?16/i.test(label) ? 'utf-8' : label;
}
