// What must hold between tables: links that resolve, numbers without gaps, counts that are counts. Each is a query that finds
// the rows for which it does not hold. Knows tables and columns.
import { settledStances } from '../views/stance-places.ts';

/** A query that gives one row, `id`, for each thing that is wrong. */
export interface Rule {
  readonly name: string;
  readonly wrong: string;
}

/**
 * `table.column table` : whatever stands in the column is the key of a row of the table (its `id` unless given). Who is told apart by
 * official_split may be a single finding's official, which needs no row of its own.
 */
const links = `
  feed.source_id source
  story.source_id source
  story.feed_id feed
  story.snapshot_id snapshot
  story.extraction_id extraction
  story.version_id story_version
  story.duplicate_of story
  extraction.story_id story
  extraction.snapshot_id snapshot
  story_version.story_id story
  story_version.snapshot_id snapshot
  story_version.previous_version story_version
  story_link.story_id story
  story_link.original_id story
  story_link.version_id story_version
  story_link.compared_version_id story_version
  story_shingle.story_id story
  finding.story_id story
  finding.version_id story_version
  city_mention.finding_id finding
  city_mention.version_id story_version
  city_mention.place_id place
  official_mention.finding_id finding
  official_mention.version_id story_version
  official_mention.official_id official
  quote.id finding
  quote.version_id story_version
  quote.official_id official
  stance.id finding
  stance.version_id story_version
  stance.official_id official
  stance.quote_id quote
  official.canonical_official_id official
  official.roster_entry_id roster_entry
  official_tally.official_id official
  official_split.to_official_id official
  official_split.story_id story
  official_decision.official_id official
  official_decision.other_official_id official
  official_decision.story_id story
  official_decision.roster_entry_id roster_entry
  official_decision.undoes official_decision
  decision.finding_id finding
  decision.version_id story_version
  decision.undoes decision
  decision.action_id desk_action
  desk_session.user_id desk_user
  desk_action.finding_id finding
  desk_action.undoes desk_action
  desk_comment.finding_id finding
  double_review.finding_id finding
  opinion.finding_id finding
  opinion.action_id desk_action
  change.story_id story
  search_entry.story_id story
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/[. ]/));

const linkRules: readonly Rule[] = links.map(([table, column, to]) => ({
  name: `every ${table}.${column} is a row of ${to}`,
  wrong: `select distinct t."${column}" as id from "${table}" t
    where t."${column}" is not null and not exists (select 1 from "${to}" o where o.id = t."${column}")`,
}));

/** Of a decision `n`. */
const stands = `n.verdict <> 'undo' and not exists (select 1 from decision u where u.undoes = n.id)`;
const inUse = `('pending', 'accepted', 'edited')`;

const otherRules: readonly Rule[] = [
  {
    name: 'change numbers run from 1 to the sequencer’s value without a gap',
    wrong: `select 'sequencer ' || s.value || ', changes ' || c.rows || ', last ' || c.last as id
      from sequencer s, (select count(*) as rows, coalesce(max(seq), 0) as last, coalesce(min(seq), 1) as first from change) c
      where s.value <> c.last or c.rows <> c.last or c.first <> 1`,
  },
  { name: 'there is one sequencer', wrong: `select count(*) as id from sequencer having count(*) <> 1` },
  {
    name: 'the decisions on a finding are numbered from 0 without a gap',
    wrong: `select finding_id as id from decision group by finding_id
      having min(position) <> 0 or max(position) <> count(*) - 1`,
  },
  {
    name: 'the decisions about officials are numbered from 0 without a gap',
    wrong: `select count(*) as id from official_decision
      having count(*) > 0 and (min(position) <> 0 or max(position) <> count(*) - 1)`,
  },
  {
    name: 'a finding has the status of its last decision that was not taken back',
    wrong: `select f.id from finding f join decision d on d.finding_id = f.id
      where d.position = (select max(position) from decision n where n.finding_id = f.id and ${stands})
        and f.status <> case d.verdict when 'accept' then 'accepted' when 'reject' then 'rejected' else 'edited' end`,
  },
  {
    name: 'a finding that was decided on has a decision',
    wrong: `select f.id from finding f where f.status in ('accepted', 'rejected', 'edited')
      and not exists (select 1 from decision n where n.finding_id = f.id and ${stands})`,
  },
  {
    name: 'a story in use has what its state says',
    wrong: `select id from story where (state = 'fetched' and snapshot_id is null)
      or (state = 'extracted' and extraction_id is null) or (state = 'saved' and version_id is null)
      or (state = 'dropped' and drop_reason is null)`,
  },
  {
    name: 'the full-text index has every current text and every quote',
    wrong: `select s.id from story s join story_version v on v.id = s.version_id
        where not exists (select 1 from search_entry e where e.kind = 'story' and e.record_id = s.id)
      union all select q.id from quote q
        where not exists (select 1 from search_entry e where e.kind = 'quote' and e.record_id = q.id)`,
  },
  {
    name: 'the counts of stances are those of the stances',
    wrong: `select coalesce(a.issue, b.issue) || ' ' || coalesce(a.month, b.month) as id
      from stance_tally a full outer join (
        select t.issue, substr(t.seen_on, 1, 7) as month, t.position, t.basis, count(*) as findings,
          sum(case when f.status = 'pending' then 0 else 1 end) as published
        from stance t join finding f on f.id = t.id where f.status in ${inUse}
        group by t.issue, substr(t.seen_on, 1, 7), t.position, t.basis) b
      on a.issue = b.issue and a.month = b.month and a.position = b.position and a.basis = b.basis
      where a.findings is null or b.findings is null or a.findings <> b.findings or a.published <> b.published`,
  },
  {
    name: 'every stance has the city and the standing that follow from its holder, its story and its finding',
    wrong: `select t.id from stance t left join (${settledStances()}) settled on settled.id = t.id
      where settled.id is null or coalesce(t.place_id, '') <> coalesce(settled.place_id, '')
        or coalesce(t.place_from, '') <> coalesce(settled.place_from, '') or t.standing <> settled.standing`,
  },
];

export const rules: readonly Rule[] = [...linkRules, ...otherRules];
