// What a thousand polled feeds cost, from programs of their own. Knows the programs and their line of JSON.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

interface Round {
  readonly polls: number;
  readonly wallMs: number;
  readonly cpuMsPerPoll: number;
}

export interface PollingCost {
  /** Every story new. */
  readonly first: Round;
  /** Every feed "not modified". */
  readonly second: Round;
  readonly polled: number;
  readonly pollsFailed: number;
  readonly found: number;
  /** Of the process that polls. */
  readonly peakMiB: number;
}

const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Starts a server and a program that polls it. Throws when either says something else than expected. */
export async function measurePolling(): Promise<PollingCost> {
  const server = spawn(process.execPath, [program('./feed-server.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [port] = (await once(server.stdout, 'data')) as [Buffer];
    const poller = spawn(process.execPath, [program('./poll-thousand.ts'), String(port).trim()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    poller.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk);
    });
    await once(poller, 'close');
    return JSON.parse(said) as PollingCost;
  } finally {
    server.kill();
  }
}
