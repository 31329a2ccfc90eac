/** Longest address any platform takes: Discord's link buttons 512, embeds and Slack far more. */
const longest = 2000;

/**
 * The address where it may be linked, normalised; null for anything but http and https, for addresses with a
 * user name in them (https://bank.example@evil.example) and for those too long to send.
 */
export function safeLink(href: string | null | undefined): string | null {
  if (!href || href.length > longest) return null;
  if (usual.test(href)) return href;
  const url = URL.parse(href);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '' || url.hostname.startsWith('[')) return null;
  const written = url.href.replace(
    /[|<>()[\]\\*~`'"\s]/g,
    (mark) => escapes[mark] ?? encodeURIComponent(mark),
  );
  return written.length <= longest ? written : null;
}

/**
 * What most addresses look like, and what `URL` leaves as they are: a host in ASCII that is no number and no Punycode,
 * no "." or ".." among the path's segments, and nothing that is encoded or that a chat's markup might read.
 */
const usual =
  /^https?:\/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}\/[\w/-]*(?:\.[\w-][\w/-]*)*(?:\?[\w=&%+.-]+)?$/;

/** What `encodeURIComponent` leaves alone and a chat's markup might read. */
const escapes: Readonly<Record<string, string>> = {
  '(': '%28',
  ')': '%29',
  '*': '%2A',
  '~': '%7E',
  "'": '%27',
};
