// Opens a database of either kind for copying, checking and backing up. Knows addresses.
import { readDatabaseAddress } from '../connect/database-address.ts';
import type { RawDatabase } from './raw-database.ts';
import { openPostgresRaw } from './raw-postgres.ts';
import { openSqliteRaw } from './raw-sqlite.ts';

/**
 * Opens the database at an address as it stands: makes no file, no table, runs no migration. Throws `UsageError` when there
 * is no such file and `ServiceUnavailable` when the server does not answer.
 */
export function openRaw(address: string, access: 'read' | 'write'): Promise<RawDatabase> {
  const parsed = readDatabaseAddress(address);
  return parsed.dialect === 'sqlite' ? openSqliteRaw(parsed.file, access) : openPostgresRaw(parsed);
}
