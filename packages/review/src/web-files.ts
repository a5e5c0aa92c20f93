// The built desk: its one page and the files that the page asks for. Reads them once; knows no session and holds no secret.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type Logger, UsageError } from '@civicwire/shared';
import type { Hono } from 'hono';
import { fingerprint, isBuiltFrom } from '../web/built-from.ts';
import type { DeskEnv } from './create-app.ts';

const dist = new URL('../web/dist/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Names of built files end in a hash of their content: whoever has one has it for good. */
const forGood = 'public, max-age=31536000, immutable';

/**
 * Serves the page at each of `paths` and its files under /built. Throws `UsageError` when the desk was not built, which
 * `npm run setup` does; says so in the log where its sources have changed since.
 */
export function addWebFiles(app: Hono<DeskEnv>, paths: readonly string[], logger: Logger): void {
  const index = new URL('index.html', dist);
  if (!existsSync(index)) {
    throw new UsageError(
      'review: the desk is not built (packages/review/web/dist); expected: run `npm run setup` first',
    );
  }
  if (!isBuiltFrom(fingerprint())) {
    logger.warn('the desk was built before its sources changed; run `npm run setup` to build it anew');
  }
  const page = readFileSync(index, 'utf8');
  const built = new URL('built/', dist);
  const files = new Map(readdirSync(built).map((name) => [name, readFileSync(new URL(name, built))]));
  app.get('/built/:name', (context) => {
    const name = context.req.param('name');
    const file = files.get(name);
    if (file === undefined) return context.notFound();
    const type = types[extname(name)] ?? 'application/octet-stream';
    return context.body(new Uint8Array(file), 200, { 'content-type': type, 'cache-control': forGood });
  });
  for (const path of paths) app.get(path, (context) => context.html(page));
}
