import type { Dispatcher } from 'undici';
import { CourantError, isCourantError } from '../../domain/errors.ts';
import type { Clock, Instant } from '../../domain/time.ts';
import { freshSeconds, header, linkTargets, type ResponseHeaders, retryAfter } from './headers.ts';
import type { FetchLimits } from './limits.ts';
import { ACCEPTED_ENCODINGS, readBody } from './read-body.ts';

/** What the server gave last time so that it need not give the same again. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null };

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

/** What a fetch came to. Nothing is thrown for what the other side does. */
export type Fetched =
  | {
      readonly kind: 'document';
      readonly url: string;
      readonly movedTo: string | null;
      readonly body: Uint8Array;
      /** False where it broke off on the way; such a body has no validators, for the rest must come again. */
      readonly isWhole: boolean;
      readonly contentType: string | null;
      readonly validators: Validators;
      readonly freshSeconds: number | null;
      readonly hubs: readonly string[];
    }
  | { readonly kind: 'unchanged'; readonly movedTo: string | null; readonly freshSeconds: number | null }
  | { readonly kind: 'gone' }
  | { readonly kind: 'busy'; readonly retryAt: Instant | null; readonly fault: CourantError }
  | { readonly kind: 'fault'; readonly fault: CourantError; readonly mayPass: boolean };

export type FetchRequest = {
  readonly dispatcher: Dispatcher;
  readonly userAgent: string;
  readonly limits: FetchLimits;
  readonly clock: Clock;
  readonly validators?: Validators;
  readonly accept?: string;
  readonly signal?: AbortSignal;
  /** Throws a CourantError where an address that is redirected to may not be asked. */
  readonly beforeRedirect?: (url: string) => Promise<void>;
  /** Whether the connection is kept open for a request to follow; else it is closed with the answer. */
  readonly keepAlive?: boolean;
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/** Fetches one http or https address within its limits, following redirects by hand. */
export async function fetchDocument(address: string, request: FetchRequest): Promise<Fetched> {
  const timeout = AbortSignal.timeout(request.limits.totalMs);
  const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
  try {
    return await follow(address, request, signal);
  } catch (error) {
    request.signal?.throwIfAborted();
    return faultOf(error, timeout.aborted, request.limits);
  }
}

async function follow(address: string, request: FetchRequest, signal: AbortSignal): Promise<Fetched> {
  let url = webAddress(address);
  // Only a chain of permanent redirects from the start says that the address has changed.
  let isPermanent = true;
  let movedTo: string | null = null;
  for (let hop = 0; hop <= request.limits.maxRedirects; hop++) {
    const response = await ask(url, request, signal);
    const location = REDIRECTS.has(response.statusCode) ? header(response.headers, 'location') : null;
    if (location === null) return outcome(url, movedTo, response, request);
    await discard(response);
    const next = URL.parse(location, url.href);
    if (next === null) throw refused(`${url.host} redirects to an address that is none.`, 'redirect');
    isPermanent &&= PERMANENT.has(response.statusCode);
    url = webAddress(next.href);
    await request.beforeRedirect?.(url.href);
    if (isPermanent) movedTo = url.href;
  }
  throw refused(`${url.host} redirects more than ${request.limits.maxRedirects} times.`, 'redirect-loop');
}

function ask(url: URL, request: FetchRequest, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  const { etag, lastModified } = request.validators ?? NO_VALIDATORS;
  return request.dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    headers: {
      'user-agent': request.userAgent,
      accept: request.accept ?? '*/*',
      'accept-encoding': ACCEPTED_ENCODINGS,
      ...(etag !== null && { 'if-none-match': etag }),
      ...(lastModified !== null && { 'if-modified-since': lastModified }),
    },
    headersTimeout: request.limits.idleMs,
    bodyTimeout: request.limits.idleMs,
    reset: request.keepAlive === false,
    signal,
  });
}

async function outcome(
  url: URL,
  movedTo: string | null,
  response: Dispatcher.ResponseData,
  request: FetchRequest,
): Promise<Fetched> {
  const { statusCode: status, headers } = response;
  const now = request.clock();
  if (status === 200 || status === 203) {
    const encoding = header(headers, 'content-encoding');
    const { bytes, isWhole } = await readBody(response.body, encoding, request.limits.maxBytes);
    return {
      kind: 'document',
      url: url.href,
      movedTo,
      body: bytes,
      isWhole,
      contentType: header(headers, 'content-type'),
      validators: isWhole ? validatorsOf(headers) : NO_VALIDATORS,
      freshSeconds: freshSeconds(headers, now),
      hubs: linkTargets(headers, 'hub'),
    };
  }
  await discard(response);
  if (status === 304) return { kind: 'unchanged', movedTo, freshSeconds: freshSeconds(headers, now) };
  if (status === 410) return { kind: 'gone' };
  return refusalOf(url, status, headers, now);
}

function refusalOf(url: URL, status: number, headers: ResponseHeaders, now: Instant): Fetched {
  const retryAt = retryAfter(headers, now);
  const fault = new CourantError(
    status === 429 ? 'rate-limited' : status >= 500 ? 'unavailable' : 'refused',
    `${url.host} answers ${status}.`,
    {
      reason: String(status),
      ...(retryAt !== null && { retryAt }),
    },
  );
  if (status === 429 || status === 503) return { kind: 'busy', retryAt, fault };
  return { kind: 'fault', fault, mayPass: status >= 500 || status === 408 || status === 425 };
}

function webAddress(address: string): URL {
  const url = URL.parse(address);
  if (url === null) throw refused('This is not a web address.', 'address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused(`"${url.protocol}" is not fetched, only http and https.`, 'protocol');
  // It would stand in lists and exports for everybody to read.
  if (url.username !== '' || url.password !== '')
    throw refused('An address with a user name or password in it is not fetched.', 'credentials');
  return url;
}

function validatorsOf(headers: ResponseHeaders): Validators {
  return { etag: short(header(headers, 'etag')), lastModified: short(header(headers, 'last-modified')) };
}

/** Validators are sent back as they came; one that would not fit a header is none. */
function short(validator: string | null): string | null {
  return validator !== null && validator.length <= 500 && !/[\r\n]/.test(validator) ? validator : null;
}

/** A body nobody wants is not read on: the connection goes with it if it is long. */
async function discard({ body }: Dispatcher.ResponseData): Promise<void> {
  await body.dump({ limit: 16 * 1024 }).catch(() => undefined);
}

function faultOf(error: unknown, timedOut: boolean, limits: FetchLimits): Fetched {
  const cause = rootOf(error);
  if (isCourantError(cause)) return { kind: 'fault', fault: cause, mayPass: false };
  const code = codeOf(cause);
  const message = timedOut
    ? `It took longer than ${limits.totalMs / 1000} seconds.`
    : (FAULTS.find(([pattern]) => pattern.test(code))?.[1] ??
      `The connection failed (${code || String(cause)}).`);
  return {
    kind: 'fault',
    fault: new CourantError('unavailable', message, { reason: timedOut ? 'timeout' : code, cause }),
    mayPass: true,
  };
}

function rootOf(error: unknown): unknown {
  let at = error;
  for (
    let depth = 0;
    depth < 5 && !isCourantError(at) && at instanceof Error && at.cause !== undefined;
    depth++
  )
    at = at.cause;
  return at;
}

/** Its code; undici names what its parser refuses by the class alone. */
function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return cause.name === 'HTTPParserError' ? cause.name : '';
}

/** Codes of Node, OpenSSL, zlib and undici, in words for whoever added the address. */
const FAULTS: readonly (readonly [code: RegExp, words: string])[] = [
  [/^ENOTFOUND$/, 'There is no such host.'],
  [/^EAI_AGAIN$/, 'The name of the host could not be looked up.'],
  [/^(ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/, 'The host does not answer.'],
  [/^(EHOSTUNREACH|ENETUNREACH)$/, 'There is no way to the host.'],
  [/^(ECONNRESET|UND_ERR_SOCKET|EPIPE)$/, 'The host broke off the connection.'],
  [/^UND_ERR_HEADERS_TIMEOUT$/, 'The host did not begin to answer in time.'],
  [/^UND_ERR_BODY_TIMEOUT$/, 'The host stopped in the middle of its answer.'],
  [/^UND_ERR_HEADERS_OVERFLOW$/, "The answer's headers are too large."],
  [/^(HTTPParserError$|HPE_)/, 'What the host answers is not HTTP.'],
  [/^(Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ZSTD_)/, 'The answer is not packed as it says.'],
  [/^CERT_HAS_EXPIRED$/, "The host's certificate has expired."],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED|UNABLE_TO_)/,
    "The host's certificate is signed by nobody known.",
  ],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, "The host's certificate is for another name."],
  [/^(ERR_SSL_|EPROTO)/, 'The host does not speak HTTPS as it should; its address may begin with http://.'],
];

function refused(message: string, reason: string): CourantError {
  return new CourantError('refused', message, { reason });
}
