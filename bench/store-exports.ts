// How fast a large store is given out, and in how much memory: each export in a process of its own, as a user starts it.
// Knows which exports are asked of; how they are made is the program's.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ExportFigure {
  readonly name: string;
  readonly rows: number;
  readonly rowsPerSecond: number;
  readonly seconds: number;
  /** Of the processor, by the process itself: on a busy machine the time on the clock says less. */
  readonly processorSeconds: number;
  readonly peakMiB: number;
  /** What is asked, in words; null where nothing is. */
  readonly asked: string | null;
  readonly kept: boolean;
}

interface Asked {
  readonly kind: string;
  readonly format: string;
  readonly asked: string | null;
  readonly kept: (figure: Omit<ExportFigure, 'kept'>) => boolean;
}

const exportsAsked: readonly Asked[] = [
  {
    kind: 'findings',
    format: 'jsonl',
    asked: '≥ 80,000 rows/s in < 150 MiB',
    kept: ({ rowsPerSecond, peakMiB }) => rowsPerSecond >= 80_000 && peakMiB < 150,
  },
  { kind: 'v_claim_current', format: 'jsonl', asked: null, kept: () => true },
  {
    kind: 'v_change_log',
    format: 'parquet',
    asked: '1 M rows ≤ 3 s',
    kept: ({ rowsPerSecond }) => rowsPerSecond >= 1_000_000 / 3,
  },
  { kind: 'findings', format: 'parquet', asked: null, kept: () => true },
];

/** Exports from the store at this address, one after the other, to nowhere. Throws when one fails. */
export async function measureExports(url: string): Promise<readonly ExportFigure[]> {
  const figures: ExportFigure[] = [];
  for (const { kind, format, asked, kept } of exportsAsked) {
    const result = await exportOnce(url, kind, format);
    const figure = { name: `export ${kind}, ${format}`, ...result, asked };
    figures.push({ ...figure, kept: kept(figure) });
  }
  return figures;
}

type Measured = Pick<ExportFigure, 'rows' | 'rowsPerSecond' | 'seconds' | 'processorSeconds' | 'peakMiB'>;

async function exportOnce(url: string, kind: string, format: string): Promise<Measured> {
  const script = fileURLToPath(new URL('./export-once.ts', import.meta.url));
  const child = spawn(process.execPath, [script, url, kind, format], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    output += piece;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`export of ${kind} as ${format} ended with ${code}`);
  return JSON.parse(output) as Measured;
}

/** The line that is printed for a figure. */
export function showExport(figure: ExportFigure): string {
  const { name, rows, rowsPerSecond, seconds, processorSeconds, peakMiB, asked, kept } = figure;
  const speed = `${Math.round(rowsPerSecond).toLocaleString('en-US')} rows/s`;
  const cost = `${seconds.toFixed(1)} s, ${processorSeconds.toFixed(1)} s of processor, ${peakMiB.toFixed(0)} MiB`;
  return `${name.padEnd(34)}${String(rows).padStart(9)} rows  ${speed.padStart(16)}  ${cost}${asked === null ? '' : `  (asked ${asked})${kept ? '' : ' !'}`}`;
}
