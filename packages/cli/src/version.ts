// The program's version, as its package says.
import { readFileSync } from 'node:fs';

/** "0.1.0". */
export function readVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return manifest.version;
}
