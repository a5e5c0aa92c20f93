// Numbers with the claims behind them. Knows the contract; counts are the store's.
import type { Store, ViewRow } from '@civicwire/store';
import { readCursor, writeCursor } from '../api/cursor.ts';
import { ProblemError } from '../api/problem.ts';
import type { DeskAnswer, DeskFilter } from './contract.ts';
import type { Asked, DeskServices, Handlers } from './handlers.ts';
import { outletLink } from './item/outlet-link.ts';
import { ruleCards } from './team/rule-cards.ts';

type Position = keyof DeskAnswer<'get_positions'>['cities'][number]['by_position'];

export function dashboardHandlers(
  desk: DeskServices,
): Handlers<
  | 'get_positions'
  | 'list_holders'
  | 'get_timeline'
  | 'get_funnel'
  | 'list_stories'
  | 'get_sources'
  | 'get_rules'
  | 'get_coverage'
> {
  const { store, clock } = desk;
  return {
    get_positions: async ({ query }) => {
      const { issue, since, until, reviewed } = query;
      const rows = await store.desk.positionsByCity({ issue, since, until, reviewed: reviewed === 'true' });
      const show = reviewed === 'true' ? 'published' : 'standing';
      const placed = Map.groupBy(
        rows.filter(({ placeId }) => placeId !== null),
        (row) => `${row.placeId} ${row.issue}`,
      );
      return {
        cities: [...placed.values()].flatMap((group) => {
          const [first] = group;
          if (first === undefined || first.placeId === null) return [];
          const { placeId, name, state, lat, lon } = first;
          const filter = given({ show, kind: 'stance', issue: first.issue, place_id: placeId, since, until });
          return [
            {
              ...{ place_id: placeId, name: name ?? '', state, lat, lon, issue: first.issue },
              by_position: byPosition(group),
              total: { count: total(group), filter },
            },
          ];
        }),
        without_place: {
          count: total(rows.filter(({ placeId }) => placeId === null)),
          filter: given({ show, kind: 'stance', unplaced: 'true', issue, since, until }),
        },
      };
    },
    list_holders: async () => {
      const { officials, places } = await store.desk.stanceHolders();
      return { officials: [...officials], places: [...places] };
    },
    get_timeline: async ({ query }) => {
      const { official_id: officialId, place_id: placeId } = query;
      if ((officialId === undefined) === (placeId === undefined)) {
        throw new ProblemError(400, 'query: expected one of official_id and place_id');
      }
      const of = officialId === undefined ? { placeId: placeId ?? '' } : { officialId };
      const { name, months, stances } = await store.desk.timeline(of);
      const whose = given({ official_id: officialId, place_id: placeId });
      return {
        name,
        months: [...Map.groupBy(months, ({ month, issue }) => `${month} ${issue}`).values()].map((group) => {
          const { month = '', issue = '' } = group[0] ?? {};
          const time = { since: `${month}-01`, until: `${month}-31` };
          return {
            ...{ month, issue, by_position: byPosition(group) },
            published: group.reduce((sum, row) => sum + row.published, 0),
            total: {
              count: total(group),
              filter: { show: 'standing' as const, kind: 'stance' as const, issue, ...whose, ...time },
            },
          };
        }),
        stances: stances.map((row) => ({
          ...{
            id: row.id,
            seen_on: row.seenOn,
            holder: row.holder,
            issue: row.issue,
            text: row.text,
            status: row.status,
          },
          position: row.position as Position,
          story_id: row.storyId,
          story_title: row.storyTitle,
        })),
      };
    },
    get_funnel: () => funnel(store),
    list_stories: ({ query }) => stories(store, query),
    get_sources: async () => ({
      sources: (await allRows(store, 'v_source_health', 'source_id')).map(sourceCard(clock.nowMs())),
    }),
    get_rules: () => ruleCards(desk),
    get_coverage: () => coverage(store),
  };
}

/** Without what is not given. */
function given(filter: { readonly [Name in keyof DeskFilter]: DeskFilter[Name] | undefined }): DeskFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

interface Counted {
  readonly position: string;
  readonly count: number;
}

function total(rows: readonly Counted[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

function byPosition(rows: readonly Counted[]): Record<Position, number> {
  const of = (position: Position) => total(rows.filter((row) => row.position === position));
  return { supports: of('supports'), opposes: of('opposes'), mixed: of('mixed'), neutral: of('neutral') };
}

const pageMax = 1_000;

/** All rows of a view, in pages by the column that tells them apart. */
async function allRows(store: Store, view: string, ...order: readonly string[]): Promise<ViewRow[]> {
  const rows: ViewRow[] = [];
  for (;;) {
    const last = rows.at(-1);
    const after = last === undefined ? null : order.map((column) => last[column] as string);
    const page = await store.readView({ view, order, direction: 'asc', after, limit: pageMax });
    rows.push(...page);
    if (page.length < pageMax) return rows;
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const dayMs = 24 * 60 * 60 * 1000;

function sourceCard(nowMs: number) {
  return (row: ViewRow): DeskAnswer<'get_sources'>['sources'][number] => {
    const lastSeen = text(row.last_discovered_at);
    const home = text(row.home_name);
    return {
      id: String(row.source_id),
      name: String(row.name),
      home: home === null ? null : [home, text(row.home_state)].filter((part) => part !== null).join(', '),
      feeds: Number(row.feeds),
      feeds_ok: Number(row.feeds_ok),
      feeds_failing: Number(row.feeds_failing),
      feeds_dead: Number(row.feeds_dead),
      last_polled_at: text(row.last_polled_at),
      stories: Number(row.stories),
      saved: Number(row.saved),
      dropped: Number(row.dropped),
      last_discovered_at: lastSeen,
      last_saved_at: text(row.last_saved_at),
      expected_gap_days: row.expected_gap_days === null ? null : Number(row.expected_gap_days),
      silent_days: lastSeen === null ? null : Math.max(0, (nowMs - Date.parse(lastSeen)) / dayMs),
      alarms: JSON.parse(text(row.alarms) ?? '[]') as string[],
      alarmed_at: text(row.alarmed_at),
      claims: { show: 'all', source_id: String(row.source_id) },
    };
  };
}

const storiesPage = 50;

async function stories(
  store: Store,
  { stage, reason, after }: Asked<'list_stories'>['query'],
): Promise<DeskAnswer<'list_stories'>> {
  const place = { stage, reason };
  const [discoveredAt, id] = readCursor(after, '/dashboards/stories', place, ['string', 'string']) ?? [];
  const rows = await store.desk.funnelStories({
    ...{ stage, reason, limit: storiesPage + 1 },
    after: id === undefined ? null : { discoveredAt: String(discoveredAt), id: String(id) },
  });
  const page = rows.slice(0, storiesPage);
  const last = rows.length > storiesPage ? page.at(-1) : undefined;
  return {
    stories: page.map(({ url, title, sourceName, state, dropReason, lastError, ...row }) => ({
      ...{ id: row.id, url, link: outletLink(url), title, source_name: sourceName, state, reason: dropReason },
      last_error: lastError,
      discovered_at: row.discoveredAt,
      claims: { count: row.claims, filter: { show: 'standing', story_id: row.id } },
    })),
    next: last === undefined ? null : writeCursor('/dashboards/stories', place, [last.discoveredAt, last.id]),
  };
}

async function funnel(store: Store): Promise<DeskAnswer<'get_funnel'>> {
  const counts = await store.counts();
  const of = (statuses: readonly string[]) =>
    counts.findings.reduce((sum, { status, count }) => sum + (statuses.includes(status) ? count : 0), 0);
  const stage = (name: string, count: number, filter: DeskFilter | null = null) => ({ stage: name, count, filter });
  return {
    stages: [
      stage('stories discovered', counts.stories),
      stage('stories fetched', counts.fetched),
      stage('stories extracted', counts.extracted),
      stage('stories saved', counts.saved),
      stage('claims found', of(['pending', 'accepted', 'edited', 'rejected', 'superseded']), { show: 'all' }),
      stage('claims standing', of(['pending', 'accepted', 'edited']), { show: 'standing' }),
      stage('claims published', of(['accepted', 'edited']), { show: 'published' }),
    ],
    dropped: Object.entries(counts.droppedByReason).map(([reason, count]) => ({ reason, count })),
    waiting: counts.waiting,
    findings: counts.findings.map(({ kind, status, count }) => ({
      kind,
      status,
      total: { count, filter: { show: status, kind } },
    })),
  };
}

async function coverage(store: Store): Promise<DeskAnswer<'get_coverage'>> {
  const months = await allRows(store, 'v_stance_by_month', 'month', 'issue', 'position', 'basis');
  const [fresh = {}] = await store.readView({
    view: 'v_freshness',
    order: ['last_change_seq'],
    direction: 'asc',
    limit: 1,
  });
  const byIssue = [...Map.groupBy(months, ({ issue }) => String(issue))].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    issues: byIssue.map(([issue, rows]) => ({
      issue,
      total: {
        count: rows.reduce((sum, row) => sum + Number(row.stances), 0),
        filter: { show: 'standing', kind: 'stance', issue },
      },
      reviewed: rows.reduce((sum, row) => sum + Number(row.published), 0),
      first_month: text(rows[0]?.month),
      last_month: text(rows.at(-1)?.month),
    })),
    states: (await store.desk.stateCoverage()).map(({ claims, ...row }) => ({
      ...row,
      total: { count: claims, filter: { show: 'standing', kind: 'city', state: row.state } },
    })),
    freshness: {
      last_poll_at: text(fresh.last_polled_at),
      last_fetched_at: text(fresh.last_fetched_at),
      last_saved_at: text(fresh.last_saved_at),
      last_decision_at: text(fresh.last_decision_at),
      stories_waiting: Number(fresh.stories_waiting ?? 0),
      claims_pending: { count: Number(fresh.claims_pending ?? 0), filter: { show: 'pending' } },
      sources_alarmed: Number(fresh.sources_alarmed ?? 0),
    },
  };
}
