// Views of claims of every kind in one shape, of decisions about them, and of changes. Knows findings and their values.
import type { DialectSql } from './dialect-sql.ts';
import { claimColumns, claimStory, dayOfStory, decidedFor, inUse, reviewColumns, spanColumns } from './fragments.ts';
import type { View, ViewParts } from './view.ts';

/** One line that names a claim, from what a person decided: the machine's own label would keep what was corrected. */
function labelOf(d: DialectSql): string {
  const value = (name: string) => d.field('f.decided_value', name);
  const office = `coalesce(${value('title')}, ${value('role')}, 'office')`;
  return `case when f.decided_value is null then f.label
    when f.kind = 'city' then ${value('name')} || coalesce(', ' || ${value('state')}, '')
    when f.kind = 'official' then case when ${value('name')} is null then ${office} else ${value('name')} || coalesce(', ' || ${value('title')}, '') end
    when f.kind = 'quote' then coalesce(${value('speaker_name')}, 'unknown speaker')
    else ${value('holder')} || ' ' || ${value('position')} || ' ' || ${value('issue')} end`;
}

/** The official of a claim before merges; null for cities. */
const officialOfClaim = `case f.kind
  when 'official' then (select min(m.official_id) from official_mention m where m.finding_id = f.id)
  when 'quote' then (select q.official_id from quote q where q.id = f.id)
  when 'stance' then (select t.official_id from stance t where t.id = f.id) end`;

function claims(d: DialectSql, about: string, where: string): ViewParts {
  return {
    about,
    columns: {
      id: ['The finding’s id: the same after each extraction.', 'f.id'],
      kind: ['city, official, quote or stance.', 'f.kind'],
      label: ['One line that names it, by what a person decided where one did.', labelOf(d)],
      ...claimColumns('f', dayOfStory(d, 's', 'v')),
      ...spanColumns('f'),
      value: [
        'JSON: what counts: a person’s value where there is one, else the machine’s.',
        'coalesce(f.decided_value, f.value)',
      ],
      machine_value: ['JSON: what the machine says.', 'f.value'],
      official_id: [
        'The official whom it names, quotes or gives a stance, after all merges; null when it is none.',
        `(select canonical_official_id from official where id = ${officialOfClaim})`,
      ],
      trace: ['Why the rule fired, as a sentence; null where the kind has none.', 'f.trace'],
      ...reviewColumns('f'),
      created_at: ['When it was first found.', 'f.created_at'],
      updated_at: ['When it last changed.', 'f.updated_at'],
    },
    from: `finding f ${claimStory('f')}\nwhere ${where}`,
  };
}

const current: View = {
  name: 'v_claim_current',
  parts: (d) =>
    claims(
      d,
      'Claims in use, a city, official, quote or stance of one story each: pending ones and those that a person accepted or edited.',
      inUse('f'),
    ),
};

const published: View = {
  name: 'v_claim_published',
  parts: (d) => claims(d, 'Claims that a person accepted or edited.', decidedFor('f')),
};

/** A decision says something and was not taken back. */
const stands = (decision: string) =>
  `(${decision}.verdict <> 'undo' and not exists (select 1 from decision u where u.undoes = ${decision}.id))`;

const decision: View = {
  name: 'v_decision',
  parts: () => ({
    about: 'Every decision of a person on a finding.',
    columns: {
      id: ['The decision.', 'd.id'],
      finding_id: ['Finding that it is about.', 'd.finding_id'],
      kind: ['city, official, quote or stance.', 'f.kind'],
      story_id: ['Story of the finding.', 'f.story_id'],
      label: ['The machine’s line for the finding.', 'f.label'],
      position: ['Place among the finding’s decisions, from 0.', 'd.position'],
      is_last: [
        '1: the one that counts, being the last that was not taken back.',
        `case when ${stands('d')} and not exists (select 1 from decision n where n.finding_id = d.finding_id and n.position > d.position and ${stands('n')}) then 1 else 0 end`,
      ],
      editor: ['Who decided.', 'd.editor'],
      verdict: ['accept, reject, edit, or undo (an earlier decision was taken back).', 'd.verdict'],
      patch: ['JSON object: fields that the editor changed; null unless edit.', 'd.patch'],
      reason: ['The editor’s words; null when none were given.', 'd.reason'],
      seen_value: ['JSON: what the machine said at that time.', 'd.seen_value'],
      version_id: ['Story version that the editor saw.', 'd.version_id'],
      decided_at: ['When.', 'd.decided_at'],
      undoes: ['Decision that it takes back; null unless undo.', 'd.undoes'],
    },
    from: 'decision d join finding f on f.id = d.finding_id',
  }),
};

const changeLog: View = {
  name: 'v_change_log',
  parts: () => ({
    about:
      'Every change once, in the order in which they became visible, without gaps: read on from the last seq that you have.',
    columns: {
      seq: ['Number of the change: 1, 2, 3 ….', 'c.seq'],
      entity: ['story, story_version, finding, decision, official or official_decision.', 'c.entity'],
      entity_id: ['Id of the record.', 'c.entity_id'],
      story_id: ['Story that it belongs to; null for officials and decisions about them.', 'c.story_id'],
      kind: ['insert, update or tombstone (the machine took it back).', 'c.kind'],
      at: ['When.', 'c.at'],
    },
    from: 'change c',
  }),
};

/** Of 95 % on both sides. */
const z = 1.96;
/** Newton's steps to a root between 0 and 1.2: each halves the error at least, the last ones square it. */
const newtonSteps = 24;

/**
 * Rules with what became of their findings, and `root`: the square root in Wilson's interval, by Newton's method, since not every
 * build of SQLite has one. The values under it are ((accepted/reviewed)(1 − accepted/reviewed) + z²/4·reviewed)/reviewed.
 */
const countedRules = `(with recursive counted as (
    select f.rule, f.kind, count(*) as found, ${['pending', 'accepted', 'edited', 'rejected', 'superseded']
      .map((status) => `cast(sum(case when f.status = '${status}' then 1 else 0 end) as bigint) as ${status}`)
      .join(', ')},
      cast(sum(f.reopened) as bigint) as reopened,
      cast(sum(case when f.status in ('accepted', 'edited', 'rejected') then 1 else 0 end) as bigint) as reviewed,
      avg(cast(case f.status when 'accepted' then 1 when 'edited' then 0 when 'rejected' then 0 end as double precision)) as share
    from finding f group by f.rule, f.kind),
  newton as (
    select rule, kind, (share * (1 - share) + ${z * z} / (4 * reviewed)) / reviewed as under,
      cast(1 as double precision) as root, 0 as step from counted where reviewed > 0
    union all select rule, kind, under, (root + under / root) / 2, step + 1 from newton where step < ${newtonSteps})
  select counted.*, newton.root from counted
    left join newton on newton.rule = counted.rule and newton.kind = counted.kind and newton.step = ${newtonSteps}) c`;

/** An end of the interval; `sign` is + or −. */
const intervalEnd = (sign: '+' | '-') =>
  `(c.share + ${z * z} / (2 * c.reviewed) ${sign} ${z} * c.root) / (1 + ${z * z} / c.reviewed)`;

const ruleScorecard: View = {
  name: 'v_rule_scorecard',
  parts: () => ({
    about: 'How each rule fares with editors.',
    columns: {
      rule: ['The rule.', 'c.rule'],
      kind: ['city, official, quote or stance.', 'c.kind'],
      found: ['Findings of all statuses.', 'c.found'],
      pending: ['Not decided on.', 'c.pending'],
      accepted: ['Accepted as they are.', 'c.accepted'],
      edited: ['Accepted with a correction.', 'c.edited'],
      rejected: ['Rejected.', 'c.rejected'],
      superseded: ['No longer found, and never decided on.', 'c.superseded'],
      reopened: ['Decided on, and the machine has come to disagree.', 'c.reopened'],
      reviewed: ['Decided on: accepted, edited or rejected.', 'c.reviewed'],
      accepted_share: [
        'Precision: accepted ÷ reviewed, 0 to 1: a corrected finding counts against the rule; null without a review.',
        'c.share',
      ],
      accepted_share_low: [
        'Lower end of its 95 % interval (Wilson); null without a review.',
        `case when c.reviewed > 0 then case when c.accepted = 0 then 0.0 else ${intervalEnd('-')} end end`,
      ],
      accepted_share_high: [
        'Upper end of its 95 % interval (Wilson); null without a review.',
        `case when c.reviewed > 0 then case when c.accepted = c.reviewed then 1.0 else ${intervalEnd('+')} end end`,
      ],
    },
    from: countedRules,
  }),
};

/** Claims of every kind, then what people and time did to them. */
export const claimViews: readonly View[] = [current, published];
export const reviewViews: readonly View[] = [ruleScorecard, decision, changeLog];
