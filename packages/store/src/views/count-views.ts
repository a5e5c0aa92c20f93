// Views that count: officials, months, weeks, sources. Knows the tables that hold counts already.
import { inUse, isPublished } from './fragments.ts';
import type { View } from './view.ts';

/** Rows of quotes or stances in use whose official is merged into `c`. Said as “in” SQLite would begin with all findings. */
const standingOf = (table: string) =>
  `(select count(*) from official one join ${table} q on q.official_id = one.id join finding f on f.id = q.id where one.canonical_official_id = c.id and f.status not in ('rejected', 'superseded'))`;

/** The same, of those that a person accepted or edited; `finding` is the column that names the finding. */
const publishedOf = (table: string, finding: string) =>
  `(select count(distinct f.id) from official one join ${table} q on q.official_id = one.id join finding f on f.id = q.${finding} where one.canonical_official_id = c.id and ${isPublished('f')} = 1)`;

const official: View = {
  name: 'v_official',
  parts: () => ({
    about:
      'Officials across stories after all merges, one row for each person in an office that a standing finding names.',
    columns: {
      id: ['The official that stands for the person.', 'c.id'],
      name: ['Full name, as most stories write it; null when stories name the office alone.', 'c.name'],
      role: ['Role from the controlled list.', 'c.role'],
      title: ['Title that most stories write.', 'c.title'],
      organization: ['Body that he or she serves, as most stories write it.', 'c.organization'],
      jurisdiction: ['Place that the office governs, as “Phoenix, AZ”.', 'c.jurisdiction'],
      jurisdiction_id: ['Open Civic Data division id of that place.', 'c.jurisdiction_id'],
      scope: [
        'office: known by full name, role and jurisdiction in all stories; story: of one story; split: by a person’s decision.',
        'c.scope',
      ],
      findings: ['Standing findings (one for each story) that name him or her.', 'c.findings'],
      quotes: ['Quotes in use.', standingOf('quote')],
      stances: ['Stances in use.', standingOf('stance')],
      published_claims: [
        'Findings that name him or her, quotes and stances that a person accepted or edited.',
        `${publishedOf('official_mention', 'finding_id')} + ${publishedOf('quote', 'id')} + ${publishedOf('stance', 'id')}`,
      ],
      first_seen: ['Date of the first story (YYYY-MM-DD).', 'c.first_seen'],
      last_seen: ['Date of the last one.', 'c.last_seen'],
      merged_rows: [
        'Records that people merged into this one.',
        '(select count(*) from official one where one.canonical_official_id = c.id and one.id <> c.id)',
      ],
      roster: ['Roster that a person linked; null when nobody did.', 'r.roster'],
      roster_name: ['Name in that roster.', 'r.name'],
      roster_start_on: ['First day of the term in that roster.', 'r.start_on'],
      roster_end_on: ['Last day of the term in that roster.', 'r.end_on'],
    },
    from: `official c left join roster_entry r on r.id = c.roster_entry_id
where c.canonical_official_id = c.id and c.findings > 0`,
  }),
};

const officialStanceByMonth: View = {
  name: 'v_official_stance_by_month',
  parts: () => ({
    about: 'Stances in use of each official, by month, issue, position and basis.',
    columns: {
      official_id: ['The official that stands for the person.', 'counted.official_id'],
      official_name: ['His or her name.', 'c.name'],
      official_role: ['Role from the controlled list.', 'c.role'],
      jurisdiction: ['Place that the office governs.', 'c.jurisdiction'],
      month: ['Month of the stories (YYYY-MM).', 'counted.month'],
      issue: ['Issue of a pack.', 'counted.issue'],
      position: ['supports, opposes, mixed or neutral.', 'counted.position'],
      basis: ['position or practice.', 'counted.basis'],
      stances: ['Stances in use.', 'counted.stances'],
      published: ['Of those, accepted or edited by a person.', 'counted.published'],
    },
    from: `(select one.canonical_official_id as official_id, substr(t.seen_on, 1, 7) as month, t.issue, t.position, t.basis,
    count(*) as stances, cast(sum(${isPublished('f')}) as bigint) as published
  from stance t join finding f on f.id = t.id join official one on one.id = t.official_id
  where ${inUse('f')}
  group by one.canonical_official_id, substr(t.seen_on, 1, 7), t.issue, t.position, t.basis) counted
  join official c on c.id = counted.official_id`,
  }),
};

const stanceByMonth: View = {
  name: 'v_stance_by_month',
  parts: () => ({
    about:
      'Stances in use of all holders, by month, issue, position and basis. Read from counts that are kept with each save.',
    columns: {
      month: ['Month of the stories (YYYY-MM).', 'y.month'],
      issue: ['Issue of a pack.', 'y.issue'],
      position: ['supports, opposes, mixed or neutral.', 'y.position'],
      basis: ['position or practice.', 'y.basis'],
      stances: ['Stances in use.', 'y.findings'],
      published: ['Of those, accepted or edited by a person.', 'y.published'],
    },
    from: 'stance_tally y',
  }),
};

const cityActivityByWeek: View = {
  name: 'v_city_activity_by_week',
  parts: (d) => ({
    about: 'How often stories name each city, by week. Weeks begin on Monday.',
    columns: {
      place_id: ['The place.', 'p.id'],
      geoid: ['Census GEOID; null where there is none.', 'p.geoid'],
      name: ['Name of the place.', 'p.name'],
      state: ['USPS code of the state.', 'p.state'],
      week: ['Monday of the week (YYYY-MM-DD); null for stories whose date no calendar has.', 'counted.week'],
      stories: ['Stories that name the city.', 'counted.stories'],
      focus_stories: ['Of those, stories that are about it.', 'counted.focus_stories'],
      published: ['Of those stories, where a person accepted or edited the city.', 'counted.published'],
    },
    from: `(select m.place_id, ${d.monday('m.seen_on')} as week, count(*) as stories,
    cast(sum(m.focus) as bigint) as focus_stories, cast(sum(${isPublished('f')}) as bigint) as published
  from city_mention m join finding f on f.id = m.finding_id
  where ${inUse('f')} and m.is_first = 1
  group by m.place_id, ${d.monday('m.seen_on')}) counted
  join place p on p.id = counted.place_id`,
  }),
};

const sourceHealth: View = {
  name: 'v_source_health',
  parts: () => {
    const feeds = (health: string) =>
      `(select count(*) from feed f where f.source_id = o.id and f.health = '${health}')`;
    return {
      about: 'Every outlet with the state of its feeds and stories.',
      columns: {
        source_id: ['The outlet.', 'o.id'],
        name: ['Its name.', 'o.name'],
        home_name: ['Place where it sits; null when unknown or none.', 'o.home_name'],
        home_state: ['USPS code of that place’s state.', 'o.home_state'],
        national: ['1: it covers the whole country.', 'o.national'],
        feeds: ['Its feeds and sitemaps.', '(select count(*) from feed f where f.source_id = o.id)'],
        feeds_ok: ['Of those, working ones.', feeds('ok')],
        feeds_failing: ['Of those, failing ones.', feeds('failing')],
        feeds_dead: ['Of those, dead ones (tried once a month).', feeds('dead')],
        last_polled_at: [
          'When one of them was last asked.',
          '(select max(f.last_polled_at) from feed f where f.source_id = o.id)',
        ],
        stories: ['Stories discovered.', 'coalesce(told.stories, 0)'],
        saved: ['Of those, saved.', 'coalesce(told.saved, 0)'],
        dropped: ['Of those, dropped, duplicates too.', 'coalesce(told.dropped, 0)'],
        last_discovered_at: ['When one was last discovered.', 'told.last_discovered_at'],
        last_saved_at: ['When one was last saved.', 'told.last_saved_at'],
        expected_gap_days: [
          'The longest usual time between two days with stories; null while too little is known.',
          'o.expected_gap_days',
        ],
        alarms: ['JSON list: in words, what is wrong with the source as a whole.', 'o.alarms'],
        alarmed_at: ['Since when there is an alarm; null when there is none.', 'o.alarmed_at'],
      },
      from: `source o left join (select s.source_id, count(*) as stories,
    cast(sum(case when s.state = 'saved' then 1 else 0 end) as bigint) as saved,
    cast(sum(case when s.state = 'dropped' then 1 else 0 end) as bigint) as dropped,
    max(s.discovered_at) as last_discovered_at, max(s.saved_at) as last_saved_at
  from story s group by s.source_id) told on told.source_id = o.id`,
    };
  },
};

/** Officials and stances over time, then cities and sources. */
export const countViews: readonly View[] = [
  official,
  officialStanceByMonth,
  stanceByMonth,
  cityActivityByWeek,
  sourceHealth,
];
