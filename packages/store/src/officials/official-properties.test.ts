import { UsageError } from '@civicwire/shared';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect } from '../connect/connect.ts';
import type { Store } from '../open-store.ts';
import { collect } from '../testing/example-story.ts';
import { type Described, describeAgain, saveOfficials } from '../testing/official-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import { checkStore } from '../upkeep/check-store.ts';
import type { OfficialDecisionInput } from './decide-official.ts';

/** A small seeded generator (mulberry32): the same choices on every run. */
function seededRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const nowhere = { jurisdiction: null, jurisdictionId: null };
const people: readonly Described[] = [
  { name: 'Kate Ortega' },
  { name: 'Ortega', title: 'The mayor,' },
  { name: 'Kate Ortega', title: 'Councilwoman', role: 'council-member' },
  { name: 'Kate Ortega', title: 'Her Honor', ...nowhere },
  { name: 'Tom Adler', title: 'Sheriff', role: 'sheriff' },
];

async function picture(store: Store): Promise<unknown> {
  const kinds = ['officials', 'quotes', 'stances'] as const;
  const rows = await Promise.all(kinds.map((kind) => collect(store.exportRows(kind))));
  return { list: await store.listOfficials(), rows };
}

/** The counts as a whole new count of all stories gives them. */
async function counts(url: string): Promise<{ kept: unknown; counted: unknown }> {
  const { db } = await connect(url);
  const kept = await db
    .selectFrom('officialTally')
    .selectAll()
    .orderBy('officialId')
    .orderBy('aspect')
    .orderBy('value')
    .execute();
  const { rows: counted } = await sql`
    select m.official_id, a.aspect, a.value, count(distinct m.finding_id) as findings
    from official_mention m join finding f on f.id = m.finding_id and f.status in ('pending', 'accepted', 'edited')
    join (select id, 'name' as aspect, name as value from official_mention
      union all select id, 'title', title from official_mention
      union all select id, 'organization', organization from official_mention
      union all select id, 'jurisdiction', jurisdiction from official_mention
      union all select id, 'day', seen_on from official_mention) a on a.id = m.id and a.value is not null
    group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  await db.destroy();
  return { kept, counted };
}

describeOnEachStore('any course of decisions and readings', (under) => {
  it('leaves counts that a new count confirms, and after all undos the picture of before', async () => {
    const { store, url } = under;
    const random = seededRandom(20261122);
    const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item;
    const stories: string[] = [];
    for (let at = 0; at < 6; at += 1) {
      stories.push(await saveOfficials(store, `${at}`, [pick(people), people[4] as Described], `2026-03-0${at + 1}`));
    }
    const before = await picture(store);
    const officials = (await collect(store.exportRows('official_records'))).map(({ id }) => String(id));
    const by = { editor: 'kim', reason: 'chance' };
    const made: string[] = [];
    let refused = 0;
    for (let step = 0; step < 40; step += 1) {
      const officialId = pick(officials);
      const inputs: OfficialDecisionInput[] = [
        { kind: 'merge', officialId, intoId: pick(officials), ...by },
        { kind: 'split', officialId, storyId: pick(stories), ...by },
        { kind: 'undo', decisionId: made[random(Math.max(1, made.length))] ?? 'ffffff', ...by },
      ];
      try {
        const { decision } = await store.decideOfficial(pick(inputs));
        if (decision !== null && decision.kind !== 'undo') made.push(decision.id);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        refused += 1;
      }
    }
    expect(made.length).toBeGreaterThan(10);
    expect(refused).toBeGreaterThan(0);
    const after = await counts(url);
    expect(after.kept).toEqual(after.counted);
    expect((await checkStore(url)).filter(({ wrong }) => wrong > 0)).toEqual([]);
    for (const decisionId of made.sort()) await store.decideOfficial({ kind: 'undo', decisionId, ...by });
    expect(await picture(store)).toEqual(before);
  });

  it('gives the same counts when stories are read again and again in other words', async () => {
    const { store, url } = under;
    const random = seededRandom(7);
    const pick = () => people[random(people.length)] as Described;
    const slugs = ['a', 'b', 'c'];
    const ids = new Map<string, string>();
    for (const slug of slugs) ids.set(slug, await saveOfficials(store, slug, [{ name: 'Kate Ortega' }]));
    for (let step = 0; step < 20; step += 1) {
      const slug = slugs[random(slugs.length)] ?? '';
      const { title: _, ...official } = pick();
      await describeAgain(store, ids.get(slug) ?? '', slug, [{ ...official, name: 'Kate Ortega' }], `rules-${step}`);
    }
    const { kept, counted } = await counts(url);
    expect(kept).toEqual(counted);
    expect((await checkStore(url)).filter(({ wrong }) => wrong > 0)).toEqual([]);
    expect((await store.listOfficials()).reduce((sum, { findings }) => sum + findings, 0)).toBe(3);
  });
});
