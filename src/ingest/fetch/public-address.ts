import { isIP, isIPv4, isIPv6 } from 'node:net';
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
  const parsed = parse(address);
  if (parsed === null) return false;
  if (METADATA_RANGES.some((range) => isIn(parsed, range))) return false;
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST));
}

/** Whether the operator has let this host or address through. */
export function isAllowed(hostname: string, address: string, allow: AllowList): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  const { names, ranges } = read(allow);
  if (names.has(host)) return true;
  const parsed = parse(address);
  return parsed !== null && ranges.some((range) => isIn(parsed, range));
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = readonly [Address, number];

/** Mapped IPv4 as IPv4. Only what a resolver or a URL gives: other ways to write an address are none here. */
function parse(address: string): Address | null {
  if (isIPv4(address)) return ipaddr.IPv4.parse(address);
  return isIPv6(address) ? ipaddr.process(address) : null;
}

function isIn(address: Address, [range, bits]: Range): boolean {
  return address.kind() === range.kind() && address.match(range, bits);
}

const lists = new WeakMap<
  AllowList,
  { readonly names: ReadonlySet<string>; readonly ranges: readonly Range[] }
>();

/** A list is read once: it is asked at every connection. */
function read(allow: AllowList) {
  const known = lists.get(allow);
  if (known) return known;
  const isRange = (entry: string) => entry.includes('/') || isIP(entry) !== 0;
  const list = {
    names: new Set(allow.filter((entry) => !isRange(entry)).map((entry) => entry.toLowerCase())),
    ranges: allow.filter(isRange).map(rangeOf),
  };
  lists.set(allow, list);
  return list;
}

function rangeOf(entry: string): Range {
  if (entry.includes('/')) return ipaddr.parseCIDR(entry);
  const address = ipaddr.parse(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
