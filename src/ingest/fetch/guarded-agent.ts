import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { CourantError } from '../../domain/errors.ts';
import { type AllowList, isAllowed, isPublicAddress } from './public-address.ts';

export type ResolvedAddress = { readonly address: string; readonly family: number };

/** Every address of a host. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

const resolveBySystem: Resolve = (hostname) => systemLookup(hostname, { all: true });

/**
 * An undici agent that connects to public addresses only. A name is resolved once, each of its addresses is judged,
 * and the connection goes to just these: a name that answers otherwise a moment later (DNS rebinding) gains nothing,
 * and redirects come through here like any first request.
 */
export function guardedAgent({
  allow = [],
  resolve = resolveBySystem,
  connectMs = 10_000,
}: {
  readonly allow?: AllowList;
  readonly resolve?: Resolve;
  readonly connectMs?: number;
} = {}): Dispatcher {
  const connect = buildConnector({ timeout: connectMs, lookup: guardedLookup(resolve, allow) });
  return new Agent({
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      // A literal address is never looked up, so it is judged here.
      if (isIP(host) !== 0 && !mayConnect(host, host, allow)) callback(refusal(host), null);
      else connect(options, callback);
    },
    connections: 2,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 4_000,
    maxHeaderSize: 64 * 1024,
  });
}

function guardedLookup(resolve: Resolve, allow: AllowList): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const allowed = addresses.filter(({ address }) => mayConnect(hostname, address, allow));
        const [first] = allowed;
        if (first === undefined)
          callback(addresses.length === 0 ? notFound(hostname) : refusal(hostname), '');
        else if (options.all) callback(null, [...allowed]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

function mayConnect(hostname: string, address: string, allow: AllowList): boolean {
  return isPublicAddress(address) || isAllowed(hostname, address, allow);
}

function refusal(hostname: string): CourantError {
  return new CourantError('forbidden', `${hostname} is not on the public internet, so it is not asked.`, {
    mend: 'An operator can allow it: set FETCH_ALLOW_HOSTS to its name or address range.',
    reason: 'private-address',
  });
}

function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' });
}
