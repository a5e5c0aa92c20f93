// Builds the desk's browser half into web/dist when its sources have changed since the last build. Knows Vite; knows no page.
//   node packages/review/web/build-desk.ts            builds if need be
//   node packages/review/web/build-desk.ts --force    builds
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dist, fingerprint, isBuiltFrom, stamp, webFolder } from './built-from.ts';

/**
 * Builds into a folder of its own and puts it in place at once, so that programs that build or serve at the same time
 * never see half of it. Returns whether there was anything to build. Throws what Vite throws, with `dist` as it was.
 */
export async function buildDesk({ force = false } = {}): Promise<boolean> {
  const wanted = fingerprint();
  if (!force && isBuiltFrom(wanted)) return false;
  const { build } = await import('vite');
  // Vite asks the environment before its own mode: a build made while tests run is to be the same build.
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  const fresh = mkdtempSync(join(webFolder, '.dist-'));
  try {
    await build({
      root: webFolder,
      configFile: false,
      logLevel: 'warn',
      mode: 'production',
      // No inlined files: the content policy lets no data address through.
      build: {
        outDir: fresh,
        emptyOutDir: true,
        assetsDir: 'built',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        target: 'es2023',
        reportCompressedSize: false,
      },
    });
    writeFileSync(join(fresh, stamp), wanted);
    // Temporary folders are for their owner alone; the desk may be served by another account.
    chmodSync(fresh, 0o755);
    putInPlace(fresh);
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
    rmSync(fresh, { recursive: true, force: true });
  }
  return true;
}

function putInPlace(fresh: string): void {
  const old = mkdtempSync(join(webFolder, '.dist-old-'));
  try {
    if (existsSync(dist)) renameSync(dist, join(old, 'dist'));
    renameSync(fresh, dist);
  } catch (error) {
    // Somebody else was quicker with the same sources: theirs stands.
    if (!existsSync(join(dist, 'index.html'))) throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const startedMs = performance.now();
  const built = await buildDesk({ force: process.argv.includes('--force') });
  if (built) process.stderr.write(`desk: built in ${((performance.now() - startedMs) / 1000).toFixed(1)} s\n`);
}
