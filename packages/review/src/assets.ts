// The style, script and icon of the pages, read from disk once at start. Knows files; does not know who may have them.
import { readFileSync } from 'node:fs';

const types = {
  'desk.css': 'text/css; charset=utf-8',
  'desk.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

export interface Asset {
  readonly type: string;
  readonly body: string;
}

/** All assets by file name. Throws when one is missing: the installation is broken then. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const read = (name: string): string => readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8');
  return new Map(Object.entries(types).map(([name, type]) => [name, { type, body: read(name) }]));
}
