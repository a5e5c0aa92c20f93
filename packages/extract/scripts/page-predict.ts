// Reads a folder of gzipped pages with readPage and prints one line each, for the body, date and hostile scorers.
// Use: node scripts/page-predict.ts FOLDER [--urls GROUND-TRUTH.json]. Standard error gets statuses and speed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isCertainDateMethod } from '../src/page/page-dates.ts';
import { readPage } from '../src/page/read-page.ts';

const [folder = '', flag, urlFile] = process.argv.slice(2);
const urls =
  flag === '--urls' && urlFile ? (JSON.parse(readFileSync(urlFile, 'utf8')) as Record<string, { url?: string }>) : {};
const counts = new Map<string, number>();
const times: number[] = [];
for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith('.gz')) continue;
  const bytes = gunzipSync(readFileSync(join(folder, name)));
  const id = name.replace(/(?:\.html)?\.gz$/, '');
  const start = performance.now();
  const { status, article, notes } = readPage({ bytes, url: urls[id]?.url ?? null, contentType: null });
  const ms = performance.now() - start;
  times.push(ms);
  counts.set(status, (counts.get(status) ?? 0) + 1);
  const certain = isCertainDateMethod(article?.methods.publishedAt);
  const polluted = 'polluted' in {};
  const hostile = { file: `html/${name}`, outcome: article ? 'ok' : 'rejected', ms: Math.round(ms), polluted };
  console.log(
    JSON.stringify({
      id,
      status,
      notes,
      body: article?.text ?? '',
      date: article?.publishedAt ?? null,
      certain,
      ...article,
      ...hostile,
    }),
  );
}
times.sort((one, other) => one - other);
const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
console.error(
  `${times.length} pages, ms median ${at(0.5)}, 90 % ${at(0.9)}, longest ${at(1)}; ${JSON.stringify(Object.fromEntries(counts))}`,
);
