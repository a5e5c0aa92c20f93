// A program of its own for tests: tells the webhooks of a database until it is killed, with short leases, so that another one
// soon takes over. Arguments: database, milliseconds of a lease. Knows nothing of receivers.
import { createSender } from '@civicwire/ingest';
import { silentLogger, systemClock } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { deliverWebhooks } from '../webhooks/deliver-webhooks.ts';

const [url = '', leaseMs = ''] = process.argv.slice(2);
const store = await openStore(url, { clock: systemClock });
const sender = createSender({
  userAgent: 'Civicwire/test',
  clock: systemClock,
  allowAddresses: ['127.0.0.0/8'],
  totalMs: Number(leaseMs) / 2,
});
await deliverWebhooks(
  { webhooks: store.webhooks, sender, clock: systemClock, logger: silentLogger, random: Math.random },
  { once: false, signal: new AbortController().signal, leaseMs: Number(leaseMs) },
);
