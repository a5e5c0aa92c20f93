// Everything that a store says of its stories, without times: what must be the same however the work was disturbed.
import { createHash } from 'node:crypto';
import { systemClock } from '@civicwire/shared';
import { openStore } from '@civicwire/store';

const kinds = ['stories', 'cities', 'officials', 'quotes', 'stances', 'findings'] as const;
const untimed = /(?:_at|^attempts|^last_error)$/;

/** Every exported record as a line, sorted. */
export async function readRecords(db: string): Promise<readonly string[]> {
  const store = await openStore(db, { clock: systemClock });
  try {
    const records: string[] = [];
    for (const kind of kinds)
      for await (const row of store.exportRows(kind)) {
        const timeless = Object.entries(row).filter(([name]) => !untimed.test(name));
        records.push(`${kind} ${JSON.stringify(Object.fromEntries(timeless))}`);
      }
    return records.sort();
  } finally {
    await store.close();
  }
}

/** SHA-256 over all lines. */
export function hashRecords(records: readonly string[]): string {
  return createHash('sha256').update(records.join('\n')).digest('hex');
}
