/** Who can reach the web server, told from the configuration. */

/** `machine`: people on this machine alone; `network`: others too, so that only what is public may be shown. */
export type Reach = 'machine' | 'network';

/**
 * A server on a loopback address is reached by others all the same when a proxy stands before it; who has one tells
 * us its address, PUBLIC_URL, and who forgets it is told by `isForUs`.
 */
export function reachOf({
  host,
  publicUrl,
}: {
  readonly host: string;
  readonly publicUrl: string | null;
}): Reach {
  return isLoopback(host) && publicUrl === null ? 'machine' : 'network';
}

/**
 * Whether a request's Host header may be answered by a server for this machine alone. Another name means a proxy we
 * were not told of, or a page elsewhere whose name was pointed at this machine (DNS rebinding).
 */
export function isForUs(hostHeader: string | undefined): boolean {
  const name = /^(\[[^\]]*\]|[^:]*)(:\d+)?$/.exec(hostHeader ?? '')?.[1] ?? '';
  return isLoopback(name.replace(/^\[|\]$/g, ''));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
