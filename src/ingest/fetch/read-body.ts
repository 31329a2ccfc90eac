import type { Readable, Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib';
import { CourantError } from '../../domain/errors.ts';

/** What we ask for. Not deflate: some servers send it without the header it must have (RFC 9110, 8.4.1.2). */
export const ACCEPTED_ENCODINGS = 'gzip, br, zstd';

/** A server that packs a body more than so many times is not being helpful. */
const MAX_ENCODINGS = 2;

/** 8 MiB: the largest window RFC 8878 asks a decoder to support; a bigger one is a way to use up memory. */
const ZSTD_WINDOW_LOG = 23;

/** `isWhole` is false where the connection, or what was packed, broke off: then these are the bytes before the break. */
export type Body = { readonly bytes: Uint8Array; readonly isWhole: boolean };

/**
 * Reads a body to its end, unpacked, and stops at the first byte past `maxBytes`, whatever Content-Length said.
 *
 * @throws CourantError 'refused' when it is larger, or packed in a way nobody knows
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | null,
  maxBytes: number,
): Promise<Body> {
  const encodings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > MAX_ENCODINGS)
    throw refused('The body is packed too many times.', 'content-encoding');
  let stream: Readable = body;
  for (const encoding of encodings.toReversed()) stream = chain(stream, unpacker(encoding));
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isWhole = true;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > maxBytes)
        throw refused(`The body is larger than ${Math.round(maxBytes / 1024 / 1024)} MB.`, 'too-large');
      chunks.push(chunk);
    }
  } catch (error) {
    if (!(isBreak(error) && size > 0)) throw error;
    isWhole = false;
  } finally {
    stream.destroy();
    body.destroy();
  }
  return { bytes: Buffer.concat(chunks), isWhole };
}

/** Passes the source's end and errors on, and ends the source with the unpacker. */
function chain(source: Readable, unpack: Transform): Transform {
  source.on('error', (error) => unpack.destroy(error));
  unpack.on('error', () => source.unpipe(unpack));
  return source.pipe(unpack);
}

function unpacker(encoding: string): Transform {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    case 'deflate':
      return createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    case 'zstd':
      return createZstdDecompress({
        finishFlush: constants.ZSTD_e_flush,
        params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG },
      });
    default:
      throw refused(
        `The body is packed as "${encoding.slice(0, 20)}", which is not understood.`,
        'content-encoding',
      );
  }
}

/** The packed stream broke off or turned into something else. */
function isBreak(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(?:Z_|ERR_BROTLI|ERR__ERROR_|ZSTD_|ERR_ZSTD|UND_ERR_SOCKET|ECONNRESET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)/.test(
    code,
  );
}

function refused(message: string, reason: string): CourantError {
  return new CourantError('refused', message, { reason });
}
