// Counts for dashboards: positions by city, by month, coverage by state. Reads views; the rest of what dashboards show stands in
// views already.
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../writing.ts';

export interface PositionsQuestion {
  readonly issue?: string | undefined;
  /** Days of stories, YYYY-MM-DD. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Only what a person accepted or edited. */
  readonly reviewed: boolean;
}

export interface CityPositions {
  /** Null: stances whose place is not known. */
  readonly placeId: string | null;
  readonly name: string | null;
  readonly state: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly issue: string;
  readonly position: string;
  readonly count: number;
}

/** Stances in use by city, issue and position. Empty when there are none. */
export async function positionsByCity({ db }: Context, question: PositionsQuestion): Promise<CityPositions[]> {
  const { issue, since, until, reviewed } = question;
  const where = [
    sql`1 = 1`,
    ...(issue === undefined ? [] : [sql`t.issue = ${issue}`]),
    ...(since === undefined ? [] : [sql`t.seen_on >= ${since}`]),
    ...(until === undefined ? [] : [sql`t.seen_on <= ${until}`]),
    ...(reviewed ? [sql`t.published = 1`] : []),
  ];
  const { rows } =
    await sql<CityPositions>`select t.place_id, p.name, p.state, p.lat, p.lon, t.issue, t.position, count(*) as count
    from v_stance t left join place p on p.id = t.place_id where ${sql.join(where, sql` and `)}
    group by t.place_id, p.name, p.state, p.lat, p.lon, t.issue, t.position
    order by p.state, p.name, t.place_id, t.issue, t.position`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

const holdersMax = 300;

export interface StanceHolders {
  readonly officials: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly role: string | null;
    readonly jurisdiction: string | null;
    readonly stances: number;
  }[];
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: string | null;
    readonly stances: number;
  }[];
}

/** Officials and cities with stances in use, the most first, up to 300 each. */
export async function stanceHolders({ db }: Context): Promise<StanceHolders> {
  const { rows: officials } = await sql<StanceHolders['officials'][number]>`
    select official_id as id, official_name as name, official_role as role, jurisdiction, count(*) as stances
    from v_stance where official_id is not null group by official_id, official_name, official_role, jurisdiction
    order by count(*) desc, official_name, official_id limit ${holdersMax}`.execute(db);
  const { rows: places } = await sql<StanceHolders['places'][number]>`
    select p.id, p.name, p.state, held.stances from place p
    join (select place_id, count(*) as stances from v_stance where place_id is not null group by place_id) held
      on held.place_id = p.id order by held.stances desc, p.name, p.id limit ${holdersMax}`.execute(db);
  return {
    officials: officials.map((row) => ({ ...row, stances: Number(row.stances) })),
    places: places.map((row) => ({ ...row, stances: Number(row.stances) })),
  };
}

/** Whose stances: one of both. */
export type TimelineOf = { readonly officialId: string } | { readonly placeId: string };

export interface Timeline {
  /** Of the official or the city; null when unknown. */
  readonly name: string | null;
  readonly months: readonly {
    readonly month: string;
    readonly issue: string;
    readonly position: string;
    readonly count: number;
    readonly published: number;
  }[];
  /** Latest first, up to 200. */
  readonly stances: readonly {
    readonly id: string;
    readonly seenOn: string;
    readonly holder: string;
    readonly issue: string;
    readonly position: string;
    readonly text: string;
    readonly storyId: string;
    readonly storyTitle: string | null;
    readonly status: string;
  }[];
}

const stancesMax = 200;

/** Stances in use over time. Empty lists for an id that names nothing. */
export async function timeline({ db }: Context, of: TimelineOf): Promise<Timeline> {
  const whose: RawBuilder<unknown> =
    'officialId' in of ? sql`official_id = ${of.officialId}` : sql`place_id = ${of.placeId}`;
  const named =
    'officialId' in of
      ? sql<{ name: string | null }>`select name from official where id = ${of.officialId}`
      : sql<{
          name: string | null;
        }>`select name || coalesce(', ' || state, '') as name from place where id = ${of.placeId}`;
  const { rows: names } = await named.execute(db);
  const { rows: months } = await sql<Timeline['months'][number]>`select month, issue, position, count(*) as count,
      sum(published) as published from v_stance where ${whose} group by month, issue, position
    order by month, issue, position`.execute(db);
  const { rows: stances } = await sql<Timeline['stances'][number]>`
    select id, seen_on, holder, issue, position, text, story_id, story_title, status from v_stance
    where ${whose} order by seen_on desc, id limit ${stancesMax}`.execute(db);
  return {
    name: names[0]?.name ?? null,
    months: months.map((row) => ({ ...row, count: Number(row.count), published: Number(row.published) })),
    stances,
  };
}

export interface StateCoverage {
  readonly state: string;
  readonly cities: number;
  readonly stories: number;
  /** Whose jurisdiction is in the state. */
  readonly officials: number;
  /** Claims of its cities, one for each story and city. */
  readonly claims: number;
}

/** What is named of each state, by its letters. */
export async function stateCoverage({ db }: Context): Promise<StateCoverage[]> {
  const { rows: cities } = await sql<{ state: string; cities: number; stories: number; claims: number }>`
    select p.state, count(distinct m.place_id) as cities, count(distinct m.story_id) as stories,
      count(distinct m.finding_id) as claims
    from city_mention m join finding f on f.id = m.finding_id join place p on p.id = m.place_id
    where m.is_first = 1 and f.status not in ('rejected', 'superseded') and p.state is not null
    group by p.state order by p.state`.execute(db);
  const { rows: officials } = await sql<{ jurisdiction: string; count: number }>`
    select jurisdiction, count(*) as count from v_official where jurisdiction is not null group by jurisdiction`.execute(
    db,
  );
  const byState = new Map<string, number>();
  for (const { jurisdiction, count } of officials) {
    const state = /, ([A-Z]{2})$/.exec(jurisdiction)?.[1];
    if (state !== undefined) byState.set(state, (byState.get(state) ?? 0) + Number(count));
  }
  const named = cities.map((row) => ({
    state: row.state,
    cities: Number(row.cities),
    stories: Number(row.stories),
    claims: Number(row.claims),
    officials: byState.get(row.state) ?? 0,
  }));
  const others = [...byState].filter(([state]) => !named.some((row) => row.state === state));
  return [
    ...named,
    ...others.map(([state, count]) => ({ state, cities: 0, stories: 0, claims: 0, officials: count })),
  ].sort((a, b) => (a.state < b.state ? -1 : 1));
}
