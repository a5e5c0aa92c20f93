// A store with something in every part of it: stories, versions, copies, decisions, officials, a roster, work under way.
// For tests only. Every word is ours.
import type { Store } from '../open-store.ts';
import {
  addExampleSource,
  discoverExample,
  exampleArticle,
  exampleText,
  extractExample,
  saveExample,
} from './example-story.ts';
import { saveOfficials } from './official-story.ts';
import { agenda } from './printed-stories.ts';

/** Adds stories to a store; with the same count and clock always the same. The ids of the saved ones. */
export async function fillStore(store: Store, stories = 3): Promise<readonly string[]> {
  await addExampleSource(store);
  await addExampleSource(store, 'other-wire');
  const feed = await store.upsertFeed({ sourceId: 'mesa-wire', url: 'https://mesa-wire.example/feed', kind: 'feed' });
  await store.recordPoll(feed.id, {
    polledAtMs: Date.UTC(2026, 2, 4, 12),
    nextPollAtMs: Date.UTC(2026, 2, 4, 13),
    overlap: 1 / 3,
    failures: 0,
    lastError: null,
    warnings: ['an odd date: “yesterday”'],
    health: 'ok',
  });
  const ids: string[] = [];
  for (let index = 0; index < stories; index += 1) {
    const article = exampleArticle(`${exampleText}\nWritten for number ${index} 🗳️.`, {
      title: `Mesa, number ${index}`,
    });
    ids.push(await saveExample(store, `${index}`, { article }));
  }
  for (const outlet of ['mesa-wire', 'other-wire']) {
    const printing = await discoverExample(store, 'printed-twice', outlet);
    const text = `${exampleText}\n${agenda('Tuesday', 'a lease of the old depot')}`;
    await extractExample(store, printing, { article: exampleArticle(text, { title: `As ${outlet} has it` }) });
    await store.save(printing);
  }
  await discoverExample(store, 'waiting');
  await extractExample(store, await discoverExample(store, 'halfway'));
  await store.drop(await discoverExample(store, 'dropped'), 'not-found', 'the page is gone');
  await store.hostTurns.take('mesa-wire.example', {
    id: 'a',
    gapMs: 1_000,
    perHost: 1,
    leaseMs: 60_000,
    continues: false,
  });
  await decideOn(store);
  await decideOnOfficials(store);
  return ids;
}

async function decideOn(store: Store): Promise<void> {
  const { findings } = await store.listFindings({ kind: 'stance', limit: 20 });
  const [first, second] = findings.map(({ id }) => id);
  if (first === undefined || second === undefined) throw new Error('expected two stories with a stance each');
  await store.decide({ findingId: first, editor: 'kim', verdict: 'accept' });
  await store.decide({ findingId: first, editor: 'lee', verdict: 'reject', reason: 'said of another agreement' });
  await store.decide({ findingId: second, editor: 'kim', verdict: 'edit', patch: { position: 'mixed' } });
}

async function decideOnOfficials(store: Store): Promise<void> {
  await saveOfficials(store, 'merging', [{ name: 'Kate Ortega' }, { name: 'Katherine Ortega' }], '2026-03-04');
  await store.importRoster({ roster: 'test-roster', licence: 'CC0-1.0', asOf: '2026-11-01' }, [
    { name: 'Kate Ortega', role: 'mayor', jurisdiction: 'ocd-division/country:us/state:az/place:mesa' },
  ]);
  const ortegas = (await store.listOfficials()).filter(({ name }) => name?.endsWith('Ortega'));
  const [one, other] = ortegas.map(({ id }) => id);
  if (one === undefined || other === undefined) throw new Error('expected two officials');
  const by = { editor: 'kim', reason: 'one person, by the council’s own list' };
  await store.decideOfficial({ kind: 'merge', officialId: one, intoId: other, ...by });
}
