import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@civicwire/shared';
import { expect, it } from 'vitest';
import { exportKinds } from './export/export-rows.ts';
import { openStore, type Store } from './open-store.ts';
import { testDialects } from './testing/databases.ts';
import { collect } from './testing/example-story.ts';
import { seededRandom } from './testing/seeded-random.ts';
import { describeOnEachStore } from './testing/with-store.ts';
import { startWriter } from './testing/writer-process.ts';

const stories = 40;
const kills = 6;

const timeColumns = /_at$/;

/** Every record without the times at which it was written. */
async function records(store: Store): Promise<unknown> {
  const kinds = exportKinds.map(async (kind) =>
    (await collect(store.exportRows(kind))).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !timeColumns.test(column))),
    ),
  );
  return Promise.all(kinds);
}

async function undisturbedRecords(name: string): Promise<unknown> {
  const dialect = testDialects.find((candidate) => candidate.name === name);
  const database = await dialect?.create();
  if (database === undefined) throw new Error(`no database ${name}`);
  const writer = startWriter(database.url, 'outlet', stories);
  expect((await writer.ended).complaint).toBe('');
  const store = await openStore(database.url, { clock: systemClock });
  const result = await records(store);
  await store.close();
  await database.remove();
  return result;
}

describeOnEachStore('a writer that is killed', (under) => {
  it('loses nothing that it acknowledged, doubles nothing, and the next run ends with the same records', async () => {
    const random = seededRandom(20260304);
    const { store, url } = under;
    const promised = new Set<string>();
    let killedMidway = 0;
    for (let round = 0; round < kills; round += 1) {
      const writer = startWriter(url, 'outlet', stories, true);
      while (writer.acknowledged.length === 0 && writer.process.exitCode === null) await sleep(1);
      await sleep(random() * 60);
      writer.process.kill('SIGKILL');
      if ((await writer.ended).code === null) killedMidway += 1;
      for (const line of writer.acknowledged) promised.add(line);
      for (const line of promised) {
        const [act, id = ''] = line.split(' ');
        const story = (await store.getStory(id))?.story;
        if (act === 'discovered') expect(story?.id).toBe(id);
        if (act === 'saved') expect(story?.state).toBe('saved');
      }
    }
    expect(killedMidway).toBeGreaterThan(0);
    const last = startWriter(url, 'outlet', stories, true);
    expect(await last.ended).toEqual({ code: 0, complaint: '' });
    expect(await store.counts()).toMatchObject({ stories, saved: stories, waiting: 0, versions: stories });
    const changes = await store.changesSince(0, 10_000);
    expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, index) => index + 1));
    expect(await records(store)).toEqual(await undisturbedRecords(store.dialect));
  }, 120_000);
});
