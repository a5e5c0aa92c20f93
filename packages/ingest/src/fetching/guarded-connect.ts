// Opens connections only to addresses that the rule allows, judged on the very address that is connected to.
// Knows no HTTP. A check before resolving would miss rebinding names; one in `lookup` alone would miss literal addresses.
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { FetchStopped } from './fetch-result.ts';
import type { AddressRule } from './public-address.ts';

interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a name. Rejects with an error that has a `code` (ENOTFOUND, EAI_AGAIN). */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** The machine's own resolver: hosts file, then DNS. */
export const systemResolve: Resolve = (hostname) => systemLookup(hostname, { all: true, verbatim: true });

/** A connector for undici. Fails with FetchStopped('blocked-address') before a packet leaves for a forbidden address. */
export function createGuardedConnect(rule: AddressRule, resolve: Resolve, timeoutMs: number): buildConnector.connector {
  return (options, callback) => {
    const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
    const hostname = options.hostname.replace(/^\[|\]$/g, '');
    allowedAddresses(hostname, port, rule, resolve).then(
      (addresses) => {
        const connect = buildConnector({ timeout: timeoutMs, lookup: fixedLookup(addresses) });
        connect(options, (...outcome) => {
          const [error, socket] = outcome;
          if (error !== null) return callback(error, null);
          const objection = rule.objection(socket.remoteAddress ?? '', port);
          if (objection === null) return callback(null, socket);
          socket.destroy();
          return callback(blocked(hostname, socket.remoteAddress ?? 'nowhere', objection), null);
        });
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

async function allowedAddresses(
  hostname: string,
  port: number,
  rule: AddressRule,
  resolve: Resolve,
): Promise<readonly ResolvedAddress[]> {
  const found = isIP(hostname) > 0 ? [{ address: hostname, family: isIP(hostname) }] : await resolve(hostname);
  const allowed = found.filter(({ address }) => rule.objection(address, port) === null);
  const first = found[0];
  if (allowed.length > 0) return allowed;
  if (first === undefined) throw new FetchStopped('dns', `${hostname} has no address, expected one`);
  throw blocked(hostname, first.address, rule.objection(first.address, port) ?? '');
}

function blocked(hostname: string, address: string, objection: string): FetchStopped {
  const where = address === hostname ? address : `${hostname} is at ${address}`;
  return new FetchStopped(
    'blocked-address',
    `${where}: ${objection}; only public web addresses are contacted (allow_addresses makes exceptions)`,
  );
}

/** Hands out the addresses that were judged and no others. */
function fixedLookup(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (hostname, options, callback) => {
    const first = addresses[0];
    if (options.all) return callback(null, [...addresses]);
    if (first === undefined) return callback(new Error(`no address for ${hostname}`), '', 0);
    return callback(null, first.address, first.family);
  };
}
