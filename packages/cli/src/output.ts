// Standard output and standard error: the only place that writes to them. Data goes to one, words to the other.
import { once } from 'node:events';

/** Writes data to standard output, waiting when the reader is slow. A reader that went away ends the program quietly. */
export async function writeData(data: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(data)) await once(process.stdout, 'drain');
}

/** Writes one JSON value as a line of standard output. */
export function writeJsonLine(value: unknown): Promise<void> {
  return writeData(`${JSON.stringify(value)}\n`);
}

/** Writes a line for the person at the keyboard to standard error. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Makes `civicwire … | head` end without an error. Call once per program. */
export function leaveQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
