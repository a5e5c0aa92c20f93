// Starts the tests' writer programs and listens to what they acknowledge.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const storyWriter = new URL('./writer.ts', import.meta.url);
const changeWriter = new URL('./change-writer.ts', import.meta.url);

export interface WriterProcess {
  readonly process: ChildProcess;
  /** What it has acknowledged so far, in order; grows. */
  readonly acknowledged: readonly string[];
  /** Resolves when it has ended, with its exit code (null when it was killed) and what it said on standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly complaint: string }>;
}

/** Starts one writer. `freeAll`: put back all leases first, as a program does that starts alone. */
export function startWriter(url: string, name: string, storyCount: number, freeAll = false): WriterProcess {
  return startProgram(storyWriter, [url, name, String(storyCount), freeAll ? '1' : '0']);
}

/** Starts one writer of bare changes. */
export function startChangeWriter(url: string, name: string, seed: number, changeCount: number): WriterProcess {
  return startProgram(changeWriter, [url, name, String(seed), String(changeCount)]);
}

/** Starts a program that acknowledges a line at a time on standard output. */
export function startProgram(program: URL, args: readonly string[]): WriterProcess {
  const child = spawn(process.execPath, [fileURLToPath(program), ...args]);
  const acknowledged: string[] = [];
  let rest = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    acknowledged.push(...lines);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint += chunk;
  });
  const ended = new Promise<{ code: number | null; complaint: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, complaint }));
  });
  return { process: child, acknowledged, ended };
}
