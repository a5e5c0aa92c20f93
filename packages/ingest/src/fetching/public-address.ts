// Which network addresses may be contacted. Knows no names and opens nothing.
import { UsageError } from '@civicwire/shared';
import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.parse>;
type Range = ReturnType<typeof ipaddr.parseCIDR>;

/** Ports that web servers use in public. Others on a public address are services that a link has no business with. */
const publicPorts: ReadonlySet<number> = new Set([80, 443, 8000, 8008, 8080, 8081, 8443, 8888]);

export interface AddressRule {
  /** Null when the address may be contacted at this port, else why not ("loopback address", "port 22"). */
  objection(address: string, port: number): string | null;
}

/** `exceptions` are the operator's ranges (CIDR or single address): inside them every address and port is free. Throws UsageError for others. */
export function createAddressRule(exceptions: readonly string[]): AddressRule {
  const ranges = exceptions.map((text) => {
    const range = readRange(text);
    if (range === null)
      throw new UsageError(
        `allow_addresses: expected an address range such as 127.0.0.0/8, found ${JSON.stringify(text)}`,
      );
    return range;
  });
  return {
    objection(text, port) {
      const address = readAddress(text);
      if (address === null) return 'unreadable address';
      if (ranges.some((range) => contains(range, address))) return null;
      const kind = nonPublicKind(address);
      if (kind !== null) return `${kind} address`;
      return publicPorts.has(port) ? null : `port ${port}`;
    },
  };
}

/** True for "10.0.0.0/8", "::1", "fd00::/8". */
export function isAddressRange(text: string): boolean {
  return readRange(text) !== null;
}

function readRange(text: string): Range | null {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.parse(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    return null; // ipaddr.js throws for what is no address.
  }
}

/** IPv4 inside IPv6 (mapped, and NAT64 of RFC 6052) is judged as the IPv4 address that is really reached. */
function readAddress(text: string): Address | null {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return null;
  const address = ipaddr.process(bare);
  if (address.kind() === 'ipv6' && address.range() === 'rfc6052')
    return ipaddr.fromByteArray(address.toByteArray().slice(12));
  return address;
}

function contains(range: Range, address: Address): boolean {
  return range[0].kind() === address.kind() && address.match(range);
}

/** Null for globally reachable unicast; else the kind in words. Whatever is not known to be public is not. */
function nonPublicKind(address: Address): string | null {
  const range = address.range();
  if (range !== 'unicast') return range.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const first = address.toByteArray()[0] ?? 0;
  return address.kind() === 'ipv6' && (first & 0xe0) !== 0x20 ? 'non-global' : null;
}
