// From which sources the built desk was made: tells whether it is theirs as they are now. Knows files; builds nothing.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const webFolder = fileURLToPath(new URL('.', import.meta.url));
export const dist = join(webFolder, 'dist');
/** Beside the built files: the fingerprint of what they were built from. */
export const stamp = '.built-from';

/** Everything that the built files depend on: our sources, the versions of what is bundled with them, and the building itself. */
export function fingerprint(): string {
  const sources = globSync(['build-desk.ts', 'index.html', 'src/**/*'], { cwd: webFolder, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of [...sources, join(webFolder, '../../../pnpm-workspace.yaml')]) {
    hash.update(file.slice(webFolder.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether `dist` was built from these sources. */
export function isBuiltFrom(wanted: string): boolean {
  const file = join(dist, stamp);
  return existsSync(file) && readFileSync(file, 'utf8') === wanted;
}
