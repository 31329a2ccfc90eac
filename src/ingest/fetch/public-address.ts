import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What a self-hoster lets through: host names ("feeds.internal") and ranges ("10.1.0.0/16", "::1/128"). */
export type AllowList = readonly string[];

/**
 * Cloud metadata services that answer on addresses ipaddr.js counts as ordinary:
 * Alibaba (100.100.100.200 is in carrier-grade NAT, listed for the reader), Azure's wire server, AWS over IPv6.
 */
const METADATA_RANGES = ['168.63.129.16/32', '100.100.100.200/32', 'fd00:ec2::254/128'].map((range) =>
  ipaddr.parseCIDR(range),
);

/** All of IPv6 that is given out to the public (RFC 4291, 2.4); what lies outside wraps IPv4 or is reserved. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an address is of the public internet. Loopback, private, link-local, carrier-grade NAT, multicast,
 * reserved, documentation and metadata addresses are not, in IPv4 and IPv6; addresses of IPv4 wrapped in IPv6
 * (mapped, NAT64, 6to4, Teredo) are judged by what is inside, or refused.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (METADATA_RANGES.some((range) => parsed.kind() === range[0].kind() && parsed.match(range))) return false;
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST));
}

/** Whether the operator has let this host or address through. */
export function isAllowed(hostname: string, address: string, allow: AllowList): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  return allow.some((entry) => {
    if (!entry.includes('/') && isIP(entry) === 0) return entry.toLowerCase() === host;
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    const [range, bits] = entry.includes('/')
      ? ipaddr.parseCIDR(entry)
      : [ipaddr.parse(entry), ipaddr.parse(entry).kind() === 'ipv4' ? 32 : 128];
    return parsed.kind() === range.kind() && parsed.match(range, bits);
  });
}
