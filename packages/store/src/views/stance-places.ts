// How a stance gets its place, as SQL: the city that the holder's office governs, else the city that the story is about.
// Knows the tables; keeps nothing. What follows from it is kept in the stance's own row (save/settle-stances.ts).
import { inUse, officialJoins } from './fragments.ts';

/** How a place is called in a jurisdiction: “Phoenix, AZ”. An index knows this expression. */
const wording = (place: string) => `cast(${place}.name || ', ' || ${place}.state as text)`;

const focused = (
  mention: string,
  finding: string,
) => `${mention}.story_id = t.story_id and ${mention}.focus = 1 and ${mention}.is_first = 1
      and exists (select 1 from finding ${finding} where ${finding}.id = ${mention}.finding_id and ${inUse(finding)})`;

/**
 * Stances `t` with what they stand for, as `id`, `place_id`, `place_from` and `standing`. The city that a holder's office governs
 * is found by its name (`jurisdiction`): a county, a state or the country is no city; two cities of one name in a state are not
 * told apart. Without a known jurisdiction it is the city that the story is about, when it is one (`focus`). `standing` is 0 out
 * of use, 1 pending, 2 accepted or edited by a person.
 */
export const settledStances = (where = '') => `select t.id,
    coalesce(governed.id, focus.place_id) as place_id,
    case when governed.id is not null then 'jurisdiction' when focus.id is not null then 'focus' end as place_from,
    case when f.status in ('accepted', 'edited') then 2 when f.status = 'pending' then 1 else 0 end as standing
  from stance t join finding f on f.id = t.id ${officialJoins('t')}
  left join place governed on governed.geoid is not null and ${wording('governed')} = official.jurisdiction
    and not exists (select 1 from place p
      where p.geoid is not null and ${wording('p')} = official.jurisdiction and p.id <> governed.id)
  left join city_mention focus on official.jurisdiction is null and ${focused('focus', 'g')}
    and not exists (select 1 from city_mention m
      where ${focused('m', 'h')} and (m.place_id <> focus.place_id or m.finding_id < focus.finding_id))
  ${where}`;
