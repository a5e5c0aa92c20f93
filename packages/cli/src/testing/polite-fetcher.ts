// A program of its own for tests: fetches addresses, in its host's turns as the store of all such programs gives them.
// Arguments: database, gap in milliseconds, longest fetch in milliseconds, addresses. Says "begun" when the store is open,
// then one line for each address: its reason or "ok". Knows no server.
import { writeSync } from 'node:fs';
import { createFetcher } from '@civicwire/ingest';
import { systemClock } from '@civicwire/shared';
import { openStore } from '@civicwire/store';

const [db = '', gapMs = '', totalMs = '', ...addresses] = process.argv.slice(2);
const store = await openStore(db, { clock: systemClock });
const fetcher = createFetcher({
  userAgent: `Test/${process.pid}`,
  clock: systemClock,
  allowAddresses: ['127.0.0.0/8'],
  politeness: { gapMs: Number(gapMs), waitMsMax: 60_000 },
  limits: { totalMs: Number(totalMs) },
  hostTurns: store.hostTurns,
});
writeSync(1, 'begun\n');
await Promise.all(
  addresses.map(async (address) => {
    const result = await fetcher.fetch(address, { kind: 'robots', accept: '*/*' });
    writeSync(1, `${result.ok ? 'ok' : result.reason}\n`);
  }),
);
await fetcher.close();
await store.close();
