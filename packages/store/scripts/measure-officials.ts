// How long lists of officials take over many stories: fills a store through its own doors, then reads. Prints milliseconds.
//   node packages/store/scripts/measure-officials.ts [stories] [officials] [database]
// With 20000 5000 there are 100,000 mentions of 5,000 officials. A database that has stories already is filled up to them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@civicwire/shared';
import { openStore, type Store } from '../src/open-store.ts';
import { addExampleSource } from '../src/testing/example-story.ts';
import { type Described, saveOfficials } from '../src/testing/official-story.ts';

const [storyCount = 20_000, officialCount = 5_000] = process.argv.slice(2, 4).map(Number);
const mentionsPerStory = 5;
const townCount = 250;

/** A name that is new for each number, in letters. */
function surname(at: number): string {
  const letters = [...String(at)].map((digit) => 'aeioulmnrs'[Number(digit)]).join('');
  return `${letters[0]?.toUpperCase()}${letters.slice(1)}son`;
}

/** First names are few and surnames repeat, so that many officials look alike; every tenth story gives the surname alone. */
function describe(at: number, story: number): Described {
  const town = at % townCount;
  const [given, title] = [
    ['Ana', 'Ben', 'Carla', 'Dan', 'Daniel'][at % 5] ?? 'Ana',
    at % 2 === 0 ? 'Mayor' : 'Sheriff',
  ];
  const full = `${given} ${surname(at % 1_700)}`;
  return {
    name: story % 10 === 0 ? surname(at % 1_700) : full,
    title,
    role: title.toLowerCase(),
    organization: `City of Town ${town}`,
    jurisdiction: `Town ${town}, AZ`,
    jurisdictionId: `ocd-division/country:us/state:az/place:town_${town}`,
  };
}

async function fill(store: Store, from: number): Promise<void> {
  if (from === 0) await addExampleSource(store);
  for (let story = from; story < storyCount; story += 1) {
    const ids = Array.from({ length: mentionsPerStory }, (_, nth) => (story * 7 + nth * 1_009) % officialCount);
    const day = new Date(Date.UTC(2024, 0, 1 + (story % 700))).toISOString().slice(0, 10);
    await saveOfficials(
      store,
      `${story}`,
      [...new Set(ids)].map((at) => describe(at, story)),
      day,
    );
  }
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms`);
  return result;
}

const folder = mkdtempSync(join(tmpdir(), 'civicwire-measure-'));
const store = await openStore(process.argv[4] ?? `sqlite:${join(folder, 'store.db')}`, { clock: systemClock });
const { saved } = await store.counts();
if (saved < storyCount) await timed(`fill from ${saved} to ${storyCount} stories`, () => fill(store, saved));
const list = await timed('officials list', () => store.listOfficials());
console.log(`  ${list.length} officials, ${list.reduce((sum, { findings }) => sum + findings, 0)} findings`);
const candidates = await timed('officials candidates', () => store.officialCandidates());
console.log(`  ${candidates.length} pairs`);
await timed('officials show (the most mentioned)', () => store.getOfficial(list[0]?.id ?? ''));
const [first, second] = list;
if (first !== undefined && second !== undefined) {
  const by = { editor: 'measure', reason: 'to see how long it takes' };
  const merge = () => store.decideOfficial({ kind: 'merge', officialId: second.id, intoId: first.id, ...by });
  const { decision } = await timed('officials merge (the two most mentioned)', merge);
  const decisionId = decision?.id ?? '';
  await timed('officials undo', () => store.decideOfficial({ kind: 'undo', decisionId, ...by }));
}
await store.close();
rmSync(folder, { recursive: true, force: true });
