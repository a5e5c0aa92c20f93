// Packs that change while the real program runs: good ones come into force for new stories, bad ones are named and refused.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finesPack, writeFinesPack } from './testing/packs.ts';
import { startProgram } from './testing/run-program.ts';
import { finesPage, html, type SmallSite, startSite, storyFeed, xml } from './testing/small-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'civicwire-changed-packs-'));
const packs = join(folder, 'packs');
let site: SmallSite;

beforeAll(async () => {
  const pages = Array.from({ length: 4 }, (_, i) => [`/story/${i + 1}`, html(finesPage(i + 1))] as const);
  site = await startSite({
    ...Object.fromEntries(pages),
    '/feed.xml': (request, response) => xml(storyFeed(`http://${request.headers.host}`, 1))(request, response),
  });
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

async function until<Result>(what: string, look: () => Promise<Result | null> | Result | null): Promise<Result> {
  for (let tries = 0; tries < 900; tries++) {
    const result = await look();
    if (result !== null) return result;
    await sleep(100);
  }
  throw new Error(`waited 90 s for ${what}`);
}

/** The rule of the story's stance on library fines, once the story is saved. */
const ruleOf = (store: Store, n: number): Promise<string> =>
  until(`story ${n}`, async () => {
    const view = await store.findStory(`${site.url}/story/${n}`);
    if (view?.story.state !== 'saved') return null;
    return view.findings.find(({ label }) => label.includes('library-fines'))?.rule ?? 'none';
  });

test('a running program takes up a changed pack and refuses a bad one', { timeout: 360_000 }, async () => {
  const file = writeFinesPack(packs);
  const sources = join(folder, 'sources.yaml');
  writeFileSync(
    sources,
    `allow_addresses: [127.0.0.0/8]\npoliteness: {gap_ms: 0, per_host: 4}\nsources:\n  - {id: small, name: Small Site, home: {place: Tucson, state: AZ}, feeds: ['${site.url}/feed.xml']}\n`,
  );
  const db = `sqlite:${join(folder, 'store.db')}`;
  const { child, ended } = startProgram(['run', '--sources', sources, '--db', db, '--packs', packs]);
  let said = '';
  child.stderr?.on('data', (chunk: string) => {
    said += chunk;
  });
  const store = await openStore(db, { clock: systemClock });
  const add = (n: number) =>
    store.discover([{ sourceId: 'small', url: `${site.url}/story/${n}`, urlKey: `${site.url}/story/${n}` }]);
  try {
    expect(await ruleOf(store, 1)).toMatch(/^library-fines@0\.1\.0 /);

    writeFileSync(file, finesPack({ version: '0.2.0' }).replace('sign:', 'sing:'));
    await until('the refusal', () => (said.includes('stay in force') ? said : null));
    expect(said).toMatch(
      /library-fines\.yaml:7:\d+: unknown key "sing", did you mean "sign"\?\nthe rules before \(version \w+\) stay in force/,
    );
    await add(2);
    expect(await ruleOf(store, 2)).toMatch(/^library-fines@0\.1\.0 /);

    writeFileSync(file, finesPack({ version: '0.3.0' }));
    await until('the new version', () => (said.includes('library-fines@0.3.0') ? said : null));
    await add(3);
    expect(await ruleOf(store, 3)).toMatch(/^library-fines@0\.3\.0 /);
    const versions = await Promise.all(
      [1, 3].map(async (n) => (await store.findStory(`${site.url}/story/${n}`))?.version?.rulesVersion),
    );
    expect(new Set(versions).size).toBe(2);

    rmSync(file);
    await until('the shipped packs', () => (said.includes('shipped packs only') ? said : null));
    await add(4);
    expect(await ruleOf(store, 4)).toBe('none');
    expect(said.match(/stay in force/g)).toHaveLength(1);
  } finally {
    await store.close();
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  }
});
