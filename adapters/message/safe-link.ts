/** Longest address any platform takes: Discord's link buttons 512, embeds and Slack far more. */
const longest = 2000;

/**
 * The address where it may be linked, normalised; null for anything but http and https, for addresses with a
 * user name in them (https://bank.example@evil.example) and for those too long to send.
 */
export function safeLink(href: string | null | undefined): string | null {
  if (!href || href.length > longest) return null;
  const url = URL.parse(href);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '' || url.hostname.startsWith('[')) return null;
  const written = url.href.replace(
    /[|<>()[\]\\*~`'"\s]/g,
    (mark) => escapes[mark] ?? encodeURIComponent(mark),
  );
  return written.length <= longest ? written : null;
}

/** What `encodeURIComponent` leaves alone and a chat's markup might read. */
const escapes: Readonly<Record<string, string>> = {
  '(': '%28',
  ')': '%29',
  '*': '%2A',
  '~': '%7E',
  "'": '%27',
};
