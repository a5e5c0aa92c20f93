import { shareWithInterval } from '@civicwire/shared';
import { expect, it } from 'vitest';
import { exampleAnnotation, exampleArticle, exampleText, passage, saveExample } from '../testing/example-story.ts';
import { saveOfficials } from '../testing/official-story.ts';
import { asReader, psql, withReader } from '../testing/reader.ts';
import { describeOnEachStore, type StoreUnderTest } from '../testing/with-store.ts';
import { views } from './all-views.ts';

const editor = 'kim';

/** Rows of a query, read by a client that may only read. */
const read = (under: StoreUnderTest, query: string) => withReader(under.url, (reader) => reader.rows(query));

async function findingOf(under: StoreUnderTest, storyId: string, kind: string): Promise<string> {
  const view = await under.store.getStory(storyId);
  return view?.findings.find((finding) => finding.kind === kind)?.id ?? '';
}

describeOnEachStore('the views', (under) => {
  it('can all be read by a client that may read nothing else, with no row in an empty store but that of freshness', async () => {
    for (const { name } of views) {
      const rows = await read(under, `select * from ${name}`);
      const kept = name === 'v_freshness' || name === 'v_source_health' ? 1 : 0;
      expect([name, rows.length]).toEqual([name, kept]);
    }
    const forbidden = [
      'insert into v_change_log (seq) values (1)',
      'delete from v_story',
      'create table mine (id text)',
    ];
    for (const statement of forbidden) await expect(read(under, statement)).rejects.toThrow();
    if (under.store.dialect === 'postgres') {
      await expect(read(under, 'select * from story')).rejects.toThrow('permission denied');
      await expect(read(under, 'select * from snapshot')).rejects.toThrow('permission denied');
    }
    expect(await under.store.readerAccess()).toMatchObject({ ready: true });
  });

  it('show what a person decided: edited values and labels win, rejected claims are gone, published ones are marked', async () => {
    const { store } = under;
    const storyId = await saveExample(store);
    const stance = await findingOf(under, storyId, 'stance');
    const quote = await findingOf(under, storyId, 'quote');
    const official = await findingOf(under, storyId, 'official');
    const patch = { position: 'supports', issue: 'sanctuary' };
    await store.decide({ findingId: stance, editor, verdict: 'edit', patch, reason: 'read on' });
    await store.decide({ findingId: quote, editor, verdict: 'reject' });
    await store.decide({ findingId: official, editor, verdict: 'accept' });
    expect(await read(under, "select * from v_stance where position = 'supports'")).toMatchObject([
      { id: stance, issue: 'sanctuary', status: 'edited', published: 1, official_name: 'Ana Ruiz', month: '2026-03' },
    ]);
    expect(await read(under, 'select kind, label, published from v_claim_current order by kind')).toEqual([
      { kind: 'city', label: 'Mesa, AZ', published: 0 },
      { kind: 'official', label: 'Ana Ruiz, Councilwoman', published: 1 },
      { kind: 'stance', label: 'Ana Ruiz supports sanctuary', published: 1 },
    ]);
    const [claim] = await read(under, "select * from v_claim_published where kind = 'stance'");
    expect(JSON.parse(String(claim?.value))).toMatchObject(patch);
    expect(JSON.parse(String(claim?.machine_value))).toMatchObject({ position: 'opposes' });
    expect(claim).toMatchObject({ source_name: 'The Mesa Wire', seen_on: '2026-03-04', url: expect.any(String) });
    expect(await read(under, 'select * from v_quote')).toEqual([]);
    expect(await read(under, 'select month, issue, position, stances, published from v_stance_by_month')).toEqual([
      {
        month: '2026-03',
        issue: 'sanctuary',
        position: 'supports',
        stances: 1,
        published: 1,
      },
    ]);
    const rules = await read(under, "select * from v_rule_scorecard where kind in ('quote', 'stance') order by kind");
    expect(rules).toMatchObject([
      { rule: 'quote/after-speaker-cue', reviewed: 1, accepted_share: 0 },
      { rule: 'stance/oppose', edited: 1, accepted_share: 0 },
    ]);
    expect(Object.keys(rules[0] ?? {})).toContain('accepted_share_high');
    expect(await read(under, 'select label, verdict, is_last from v_decision order by label')).toEqual([
      { label: 'Ana Ruiz', verdict: 'reject', is_last: 1 },
      { label: 'Ana Ruiz opposes local-enforcement', verdict: 'edit', is_last: 1 },
      { label: 'Ana Ruiz, Councilwoman', verdict: 'accept', is_last: 1 },
    ]);
  });

  it('give each rule’s share the interval of Wilson, and none without a review', async () => {
    const { store } = under;
    for (let nth = 0; nth < 12; nth += 1) {
      const text = `${exampleText}\nStory ${nth}.`;
      await saveExample(store, `${nth}`, { article: exampleArticle(text, { title: `Story ${nth}` }) });
    }
    const verdicts = { stance: 7, quote: 0, official: 12 };
    for (const [kind, accepted] of Object.entries(verdicts)) {
      const { findings } = await store.listFindings({ kind: kind as 'stance', limit: 100 });
      for (const [at, { id }] of findings.entries())
        await store.decide({ findingId: id, editor: 'kim', verdict: at < accepted ? 'accept' : 'reject' });
    }
    const rows = await read(
      under,
      'select kind, reviewed, accepted_share, accepted_share_low, accepted_share_high from v_rule_scorecard',
    );
    expect(rows).toHaveLength(4);
    for (const { kind, reviewed, accepted_share: value, accepted_share_low: low, accepted_share_high: high } of rows) {
      const wanted = kind === 'city' ? null : shareWithInterval(verdicts[kind as 'stance'], 12);
      expect(reviewed).toBe(kind === 'city' ? 0 : 12);
      if (wanted === null) expect([value, low, high]).toEqual([null, null, null]);
      else
        for (const [is, was] of [
          [value, wanted.value],
          [low, wanted.low],
          [high, wanted.high],
        ])
          expect(is).toBeCloseTo(was as number, 12);
    }
  });

  it('name the official who stands for the person after a merge', async () => {
    const { store } = under;
    await saveOfficials(store, 'one', [{ name: 'Ana Ruiz' }], '2026-03-04');
    await saveOfficials(store, 'two', [{ name: 'Ana M. Ruiz' }], '2026-04-05');
    const all = await store.listOfficials();
    const [kept, other] = ['Ana Ruiz', 'Ana M. Ruiz'].map((name) => all.find((row) => row.name === name)?.id ?? '');
    const decision = {
      kind: 'merge',
      officialId: other ?? '',
      intoId: kept ?? '',
      editor,
      reason: 'one mayor',
    } as const;
    await store.decideOfficial(decision);
    const months = 'select official_id, official_name, month, stances from v_official_stance_by_month order by month';
    expect(await read(under, months)).toEqual([
      { official_id: kept, official_name: 'Ana Ruiz', month: '2026-03', stances: 1 },
      { official_id: kept, official_name: 'Ana Ruiz', month: '2026-04', stances: 1 },
    ]);
    expect(await read(under, 'select id, quotes, stances, merged_rows from v_official')).toEqual([
      { id: kept, quotes: 2, stances: 2, merged_rows: 1 },
    ]);
    const linked = await read(
      under,
      'select distinct official_id from v_quote union select official_id from v_claim_current',
    );
    expect(linked).toEqual([{ official_id: kept }]);
  });

  it('give a stance the city of its holder’s office, else the one city that the story is about, else none', async () => {
    const { store } = under;
    await saveExample(store, 'office');
    const resident = 'Kim Doe backs the agreement of Mesa.';
    const story = (slug: string, changes: Parameters<typeof exampleAnnotation>[1] = {}) => {
      const text = `${exampleText}\n${resident}\nThis is ${slug}.`;
      const example = exampleAnnotation(text);
      const stances = example.stances.map((stance) => ({
        ...stance,
        holder: 'Kim Doe',
        holderType: 'person',
        position: 'supports' as const,
        evidence: passage(text, resident),
      }));
      const annotation = { ...example, stances, ...changes };
      return saveExample(store, slug, { article: exampleArticle(text, { publishedAt: '2026-03-09' }), annotation });
    };
    await story('resident');
    await story('nowhere', { cities: exampleAnnotation().cities.map((city) => ({ ...city, focus: false })) });
    const county = {
      jurisdiction: 'Maricopa County, AZ',
      jurisdictionId: 'ocd-division/country:us/state:az/county:maricopa',
    };
    const officials = exampleAnnotation().officials.map((one) => ({ ...one, ...county, name: 'Kim Doe' }));
    await story('county', { officials });
    const rows = await read(
      under,
      'select holder, place_id is null as bare, place_from, jurisdiction from v_stance order by holder, place_from, jurisdiction',
    );
    expect(rows.map(({ bare, ...row }) => ({ ...row, bare: Boolean(bare) })).sort(byText)).toEqual(
      [
        { holder: 'Ana Ruiz', place_from: 'jurisdiction', jurisdiction: 'Mesa, AZ', bare: false },
        { holder: 'Kim Doe', place_from: 'focus', jurisdiction: null, bare: false },
        { holder: 'Kim Doe', place_from: null, jurisdiction: null, bare: true },
        { holder: 'Kim Doe', place_from: null, jurisdiction: 'Maricopa County, AZ', bare: true },
      ].sort(byText),
    );
    expect(
      await read(under, 'select name, state, issue, position, holder, place_from, stances from v_city_stance'),
    ).toEqual([
      {
        name: 'Mesa',
        state: 'AZ',
        issue: 'local-enforcement',
        position: 'supports',
        holder: 'Kim Doe',
        place_from: 'focus',
        stances: 2,
      },
    ]);
    const counted =
      'select place_id, issue, count(*) as stances from v_stance where place_id is not null group by place_id, issue';
    expect(await read(under, 'select place_id, issue, stances from v_city_stance')).toEqual(await read(under, counted));
  });

  it('count a city’s stories by week and keep one row for each city of a story', async () => {
    const { store } = under;
    const days = ['2026-03-02', '2026-03-08', '2026-03-09', '2026-02-31'];
    for (const day of days) {
      const text = `${exampleText}\nToday is ${day}.`;
      await saveExample(store, day, { article: exampleArticle(text, { publishedAt: day }) });
    }
    const weeks = 'select name, week, stories, focus_stories from v_city_activity_by_week order by week';
    expect(await read(under, weeks)).toEqual([
      // The thirty-first of February counts on into March, on both databases alike.
      { name: 'Mesa', week: '2026-03-02', stories: 3, focus_stories: 3 },
      { name: 'Mesa', week: '2026-03-09', stories: 1, focus_stories: 1 },
    ]);
    const timeline =
      "select seen_on, mentions from v_city where geoid = '0446000' order by seen_on desc, story_id desc";
    expect(await read(under, timeline)).toEqual(
      [...days]
        .sort()
        .reverse()
        .map((seen_on) => ({ seen_on, mentions: 2 })),
    );
  });

  it('tell how fresh the store is and how its sources fare', async () => {
    const { store } = under;
    await store.upsertFeed({ sourceId: 'mesa-wire', url: 'https://mesa-wire.example/feed', kind: 'feed' });
    const storyId = await saveExample(store);
    expect(await read(under, 'select * from v_source_health')).toMatchObject([
      {
        source_id: 'mesa-wire',
        feeds: 1,
        stories: 1,
        saved: 1,
        dropped: 0,
      },
    ]);
    const changes = await read(under, 'select * from v_change_log order by seq');
    const [fresh] = await read(under, 'select * from v_freshness');
    expect(fresh).toMatchObject({ last_change_at: changes.at(-1)?.at, stories_waiting: 0 });
    expect(Number(fresh?.last_change_seq)).toBe(changes.length);
    expect(await read(under, 'select id, cities, officials, quotes, stances from v_story')).toEqual([
      {
        id: storyId,
        cities: 1,
        officials: 1,
        quotes: 1,
        stances: 1,
      },
    ]);
    expect(await read(under, 'select story_id, is_current, text from v_story_version')).toEqual([
      { story_id: storyId, is_current: 1, text: exampleText },
    ]);
  });

  it('have only plain types: text, whole numbers and floating point', async () => {
    const { store } = under;
    const types =
      store.dialect === 'postgres'
        ? 'select distinct data_type as type from information_schema.columns where table_schema = current_schema()'
        : "select distinct lower(c.type) as type from sqlite_schema v join pragma_table_info(v.name) c where v.type = 'view'";
    const found = (await read(under, types)).map(({ type }) => type);
    const plain = ['', 'text', 'integer', 'bigint', 'double precision', 'num', 'real', 'int'];
    expect(found.filter((type) => !plain.includes(String(type)))).toEqual([]);
  });

  it('are read by psql as the reader', async () => {
    if (under.store.dialect !== 'postgres') return;
    await saveExample(under.store);
    await asReader(under.url, async (readerUrl) => {
      const lines = await psql(readerUrl, 'select holder, issue, position, place_from from v_stance');
      expect(lines).toEqual(['holder,issue,position,place_from', 'Ana Ruiz,local-enforcement,opposes,jurisdiction']);
      await expect(psql(readerUrl, 'select * from finding')).rejects.toThrow('permission denied');
    });
  });
});

const byText = (a: object, b: object): number =>
  JSON.stringify(a, Object.keys(a).sort()) < JSON.stringify(b, Object.keys(b).sort()) ? -1 : 1;
