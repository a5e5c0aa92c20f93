// Where a process answers questions about itself: what `--metrics` means. Opens nothing.
import { isIP } from 'node:net';
import { UsageError } from '@civicwire/shared';

export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
  /** Said by the operator, rather than the default: then no other port is taken instead. */
  readonly isGiven: boolean;
}

/** The usual port of each process, so that several fit on one machine. */
export const metricsPorts = { run: 9464, poll: 9465, fetch: 9466, extract: 9467, save: 9468, review: 9469 } as const;
export type MetricsRole = keyof typeof metricsPorts;

/** Reads HOST:PORT, :PORT, PORT or "off" (null). Not given: the role's port on loopback, or nothing where `standing` is false. Throws `UsageError`. */
export function readMetricsAddress(
  text: string | undefined,
  role: MetricsRole,
  { standing }: { readonly standing: boolean },
): MetricsAddress | null {
  if (text === undefined) return standing ? { host: '127.0.0.1', port: metricsPorts[role], isGiven: false } : null;
  if (text === 'off') return null;
  const parts = /^(?:(?:\[([^\]]+)\]|([^:[\]]*)):)?(\d{1,5})$/.exec(text);
  const host = parts?.[1] ?? (parts?.[2] || '127.0.0.1');
  const port = Number(parts?.[3]);
  const isHost = isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host);
  if (parts === null || port > 65_535 || !isHost)
    throw new UsageError(`--metrics "${text}": expected HOST:PORT (127.0.0.1:9464), a port, or "off"`);
  return { host, port, isGiven: true };
}
