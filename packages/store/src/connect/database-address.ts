// What a database address means: which dialect, which file or server. Opens nothing.
import { UsageError } from '@civicwire/shared';

export type Dialect = 'sqlite' | 'postgres';

export type DatabaseAddress =
  | { readonly dialect: 'sqlite'; readonly file: string }
  | { readonly dialect: 'postgres'; readonly url: string };

/**
 * Reads `sqlite:path/to/file.db`, a bare path, `postgres://…` or `postgresql://…`.
 * Throws `UsageError` on an empty address or another scheme.
 */
export function readDatabaseAddress(address: string): DatabaseAddress {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === 'postgres' || scheme === 'postgresql') return { dialect: 'postgres', url: address };
  // One letter before a colon is a Windows drive, not a scheme: the expression above asks for two.
  const file = scheme === 'sqlite' ? address.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '') : address;
  if ((scheme !== undefined && scheme !== 'sqlite') || file === '') {
    throw new UsageError(
      `database address "${address}": expected sqlite:path/to/file.db, a plain path, or postgres://user@host/name`,
    );
  }
  return { dialect: 'sqlite', file };
}

/** The address without a password, for messages. */
export function describeAddress(address: DatabaseAddress): string {
  return address.dialect === 'sqlite' ? address.file : address.url.replace(/(\/\/[^:/@]*):[^@/]*@/, '$1:…@');
}

/** `describeAddress` of an address as a person gives it. Throws as `readDatabaseAddress` does. */
export function databasePlace(address: string): string {
  return describeAddress(readDatabaseAddress(address));
}
