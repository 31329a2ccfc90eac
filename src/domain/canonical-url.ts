import { TRACKING_PARAMETERS } from './tracking-parameters.ts';

const TRACKING_NAMES = new Set(TRACKING_PARAMETERS.filter((name) => !name.endsWith('*')));
const TRACKING_PREFIXES = TRACKING_PARAMETERS.filter((name) => name.endsWith('*')).map((name) =>
  name.slice(0, -1),
);

/** Host labels under which a site serves the same pages to phones. */
const MOBILE_LABELS = new Set(['m', 'mobile', 'amp', 'touch', 'wap', 'www', 'www2', 'www3']);

/** Suffixes of hosts where `m.` could be a registrant's own name rather than a site's phone edition. */
const MIN_LABELS_LEFT = 2;

const AMP_PARAMETERS = new Set(['amp', 'isamp', 'amp_js_v', 'amp_gsa', 'usqp']);
const MAX_URL_LENGTH = 4096;

/**
 * The one address all variants of an article's link share: used as identity and for comparison, not for fetching
 * (`Article.url` is what a reader opens). Takes off tracking parameters, AMP and phone editions, the scheme's
 * difference, default ports, credentials, the fragment and a trailing slash; sorts the parameters that are left.
 *
 * @returns null when it is not an absolute http or https address
 * @example canonicalizeUrl('http://m.example.com/a/amp/?utm_source=x&b=2&a=1#top') // 'https://example.com/a?a=1&b=2'
 */
export function canonicalizeUrl(address: string): string | null {
  const url = parseHttp(address.trim());
  if (!url) return null;
  const inner = innerOfAmpCache(url);
  if (inner) return canonicalizeUrl(inner);

  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const path = canonicalPath(url.pathname);
  const query = canonicalQuery(url.searchParams);
  // "#!/path" addresses a page of its own; every other fragment a place in one.
  const fragment = url.hash.startsWith('#!') ? url.hash : '';
  return `https://${canonicalHost(url.hostname)}${port}${path}${query}${fragment}`;
}

function parseHttp(address: string): URL | null {
  if (address.length > MAX_URL_LENGTH || !URL.canParse(address)) return null;
  const url = new URL(address);
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url : null;
}

/** AMP caches carry the original address in their path: `/c/s/host/path` (`s` for https), `/amp/s/host/path`. */
function innerOfAmpCache(url: URL): string | null {
  const cached = /^\/(?:[a-z]{1,2}|amp)\/(?:s\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(\/.*)?$/i.exec(url.pathname);
  if (!cached?.[1]) return null;
  const isCache =
    url.hostname.endsWith('.ampproject.org') || /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname);
  return isCache ? `https://${cached[1]}${cached[2] ?? '/'}${url.search}` : null;
}

function canonicalHost(hostname: string): string {
  const host = hostname.replace(/\.$/, '');
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return host;
  const labels = host.split('.');
  const kept = labels.filter((label, index) => {
    const after = labels.length - index - 1;
    return !(MOBILE_LABELS.has(label) && index <= 1 && after >= MIN_LABELS_LEFT);
  });
  return kept.join('.');
}

function canonicalPath(pathname: string): string {
  let path = normalizeEscapes(pathname);
  for (let before = ''; before !== path; ) {
    before = path;
    path = withoutVariant(path);
  }
  return path;
}

/** One layer off: an AMP folder, ending or suffix, an index page's name, trailing slashes. */
function withoutVariant(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path
    .slice(0, end)
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i, '')
    .replace(/^\/amp(?=\/.)/i, '')
    .replace(/\/amp$/i, '')
    .replace(/[.-]amp(?=\.html?$)/i, '')
    .replace(/\.amp$/i, '');
}

/** Escapes that need none are written out, the others in capitals: RFC 3986, 6.2.2. */
function normalizeEscapes(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : escaped.toUpperCase();
  });
}

function canonicalQuery(parameters: URLSearchParams): string {
  const kept = [...parameters].filter(([name, value]) => !isNoise(name.toLowerCase(), value.toLowerCase()));
  if (kept.length === 0) return '';
  kept.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  return `?${new URLSearchParams(kept)}`;
}

function isNoise(name: string, value: string): boolean {
  if (AMP_PARAMETERS.has(name) || (name === 'outputtype' && value.includes('amp'))) return true;
  return TRACKING_NAMES.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
