// Keeps compiled packs between starts of the program: to read their YAML takes longer than all else that a start does.
// Knows files and hashes; neither what is in a pack nor how it is compiled.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { PackFile } from '@civicwire/extract';
import { hashSources } from '../extract-data.ts';

/** Among the installed packages, like the compiled code: where only who may change the program may write. */
const besidePackages = fileURLToPath(new URL('../../node_modules/.cache/packs', import.meta.url));

/** Sets of packs that are kept, some 5 MB each; beyond it the oldest go. */
const keptMax = 8;

/**
 * What `compile` makes of these packs: read from disk when the very same packs were compiled by the very same sources before.
 * Where nothing can be read or written, it is made each time. What `compile` throws is thrown.
 */
export function keptOrCompiled<Compiled extends object>(
  files: readonly PackFile[],
  compile: () => Compiled,
  folder: string = besidePackages,
): Compiled {
  const path = join(folder, `${keyOf(files)}.bin`);
  const kept = attempt(() => deserialize(readFileSync(path)) as Compiled);
  if (kept !== null) return kept;
  const compiled = compile();
  attempt(() => keep(folder, path, serialize(compiled)));
  return compiled;
}

function keyOf(files: readonly PackFile[]): string {
  const hash = createHash('sha256').update(hashSources());
  for (const { path, text, shipped } of files)
    hash.update(JSON.stringify([path, shipped ?? false, text.length])).update(text);
  return hash.digest('hex').slice(0, 32);
}

/** Whole or not at all: another start may be reading. */
function keep(folder: string, path: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
  const byAge = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((file) => ({ file, writtenMs: statSync(file).mtimeMs }))
    .sort((a, b) => b.writtenMs - a.writtenMs);
  for (const { file } of byAge.slice(keptMax)) rmSync(file, { force: true });
}

/** What `work` gives; null when it cannot be done. */
function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}
