import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { jsonLines, runProgram } from './testing/run-program.ts';
import { startStorySite, storyPage } from './testing/small-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-backfill-'));
const database = (name: string): string => `sqlite:${join(folder, `${name}.db`)}`;

/** A response record of WARC 1.0. */
function record(url: string, body: string, contentType = 'text/html', status = 200): Uint8Array {
  const http = Buffer.from(
    `HTTP/1.1 ${status} OK\r\nContent-Type: ${contentType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2019-05-04T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:${url.length}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]);
}

const records = [
  record('https://paper.example/1', storyPage(1)),
  record('https://paper.example/1?utm_source=x', storyPage(1)),
  record('https://paper.example/a.png', 'x', 'image/png'),
  record('https://paper.example/gone', 'gone', 'text/html', 404),
  record('https://paper.example/2', storyPage(2)),
];

/** A zip with one stored file. */
function zip(name: string, data: Uint8Array): Uint8Array {
  const crc = crc32(data);
  const file = Buffer.alloc(30 + name.length);
  file.writeUInt32LE(0x04034b50, 0);
  file.writeUInt16LE(20, 4);
  file.writeUInt32LE(crc, 14);
  file.writeUInt32LE(data.length, 18);
  file.writeUInt32LE(data.length, 22);
  file.writeUInt16LE(name.length, 26);
  file.write(name, 30);
  const central = Buffer.alloc(46 + name.length);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt32LE(crc, 16);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(data.length, 24);
  central.writeUInt16LE(name.length, 28);
  central.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(file.length + data.length, 16);
  return Buffer.concat([file, data, central, end]);
}

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

async function saved(
  args: readonly string[],
): Promise<{ code: number | null; saved: unknown; stories: unknown; stderr: string }> {
  const { code, stdout, stderr } = await runProgram([...args, '--json']);
  const [summary] = jsonLines(stdout) as { store: { saved: number; stories: number } }[];
  return { code, saved: summary?.store.saved, stories: summary?.store.stories, stderr };
}

it('takes every page of a WARC once, gzipped or in a WACZ, and nothing the second time', {
  timeout: 180_000,
}, async () => {
  const warc = join(folder, 'county.warc.gz');
  writeFileSync(warc, Buffer.concat(records.map((one) => gzipSync(one))));
  const args = ['run', '--warc', warc, '--db', database('warc'), '--sources', join(folder, 'none.yaml')];
  expect(await saved(args)).toMatchObject({ code: 0, saved: 2, stories: 2 });
  expect(await saved(args)).toMatchObject({ code: 0, saved: 2, stories: 2 });
  const wacz = join(folder, 'county.wacz');
  writeFileSync(wacz, zip('archive/data.warc.gz', Buffer.concat(records.map((one) => gzipSync(one)))));
  expect(
    await saved(['run', '--warc', wacz, '--db', database('wacz'), '--sources', join(folder, 'none.yaml')]),
  ).toMatchObject({ code: 0, saved: 2 });
  const found = jsonLines((await runProgram(['export', 'stories', '--db', database('warc')])).stdout);
  expect(JSON.stringify(found)).toContain('2019-05-04T10:00:00');
});

it('takes what came before the place where an archive breaks off, and says so', async () => {
  const warc = join(folder, 'cut.warc');
  const whole = record('https://paper.example/1', storyPage(1));
  const args = ['run', '--warc', warc, '--db', database('cut'), '--sources', join(folder, 'none.yaml')];
  writeFileSync(warc, Buffer.concat([whole, record('https://paper.example/2', storyPage(2)).slice(0, -40)]));
  expect(await saved(args)).toMatchObject({ saved: 1, stderr: expect.stringContaining('breaks off inside of it') });
  writeFileSync(warc, 'no archive at all');
  expect(await saved(args)).toMatchObject({ saved: 1, stderr: expect.stringContaining('found no WARC record') });
});

it('takes a folder of pages by their own addresses', async () => {
  const pages = join(folder, 'pages', 'deep');
  mkdirSync(pages, { recursive: true });
  writeFileSync(
    join(pages, 'one.html'),
    storyPage(1).replace('<title>', '<link rel="canonical" href="https://paper.example/one"><title>'),
  );
  writeFileSync(join(pages, 'two.html.gz'), gzipSync(storyPage(2)));
  writeFileSync(join(pages, 'notes.txt'), 'no page');
  const args = [
    'run',
    '--html',
    join(folder, 'pages'),
    '--db',
    database('html'),
    '--sources',
    join(folder, 'none.yaml'),
  ];
  expect((await runProgram([...args, '--dry-run'])).stdout).toContain('html-pages  2 stories');
  expect(await saved(args)).toMatchObject({ code: 0, saved: 2, stories: 2 });
  const rows = JSON.stringify(jsonLines((await runProgram(['export', 'stories', '--db', database('html')])).stdout));
  expect(rows).toContain('https://paper.example/one');
});

it('fetches a list of addresses, politely, each once, and names lines that are none', async () => {
  const site = await startStorySite(3);
  const sources = join(folder, 'sources.yaml');
  writeFileSync(sources, 'allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0}\nsources: []\n');
  const list = join(folder, 'list.txt');
  writeFileSync(list, `# three stories\n${site.url}/story/1\n\n${site.url}/story/2\n${site.url}/story/1#top\n`);
  expect(await saved(['run', '--urls', list, '--db', database('urls'), '--sources', sources])).toMatchObject({
    code: 0,
    saved: 2,
    stories: 2,
  });
  writeFileSync(list, 'paper.example\nftp://paper.example/\n');
  const refused = await runProgram(['run', '--urls', list, '--db', database('urls'), '--sources', sources]);
  expect([refused.code, refused.stderr]).toEqual([
    2,
    expect.stringContaining('list.txt:2: found "ftp://paper.example/"'),
  ]);
  await site.close();
});
