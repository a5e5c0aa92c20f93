// Views of each kind of claim with its own columns: cities, quotes, stances. What a person edited is in these tables already.
// Knows how a stance gets its place; counts nothing.
import {
  claimColumns,
  claimStory,
  inUse,
  isPublished,
  officialColumns,
  officialJoins,
  reviewColumns,
  spanColumns,
} from './fragments.ts';
import type { View } from './view.ts';

const city: View = {
  name: 'v_city',
  parts: () => ({
    about:
      'Cities in use, one row for each city of a story. A city’s timeline: rows of a place_id in descending order of seen_on, story_id.',
    columns: {
      id: ['The finding’s id.', 'f.id'],
      place_id: ['The place.', 'm.place_id'],
      geoid: ['Census GEOID; null where there is none.', 'p.geoid'],
      name: ['Plain name without “city” or “town”.', 'p.name'],
      state: ['USPS code of the state; null outside of the United States.', 'p.state'],
      lat: ['Latitude in degrees.', 'p.lat'],
      lon: ['Longitude in degrees.', 'p.lon'],
      focus: ['1: the story is about this city.', 'm.focus'],
      mentions: [
        'Passages of the story that name it.',
        '(select count(*) from city_mention n where n.finding_id = f.id)',
      ],
      ...claimColumns('m', 'm.seen_on'),
      ...spanColumns('m'),
      ...reviewColumns('f'),
    },
    // One row a finding, in the order of an index.
    from: `city_mention m
  join finding f on f.id = m.finding_id
  join place p on p.id = m.place_id ${claimStory('m')}
where m.is_first = 1 and ${inUse('f')}`,
  }),
};

const quote: View = {
  name: 'v_quote',
  parts: () => ({
    about: 'Quotes in use, with the official who speaks where it is one.',
    columns: {
      id: ['The finding’s id.', 'q.id'],
      kind: ['direct, mixed or indirect.', 'q.kind'],
      group: ['Equal for the fragments of one utterance within a story.', 'q."group"'],
      part: ['Place of the fragment in its group, from 0.', 'q.part'],
      speaker_name: ['The speaker’s full name in this story; null when unknown.', 'q.speaker_name'],
      speaker_type: ['official, person, organization or unknown.', 'q.speaker_type'],
      speaker_text: ['The words that name the speaker; null when no words do.', 'q.speaker_text'],
      cue_text: ['The words that mark the speech (“said”).', 'q.cue_text'],
      ...officialColumns,
      ...claimColumns('q', 'q.seen_on'),
      ...spanColumns('q'),
      ...reviewColumns('f'),
    },
    from: `quote q join finding f on f.id = q.id ${claimStory('q')} ${officialJoins('q')}\nwhere ${inUse('f')}`,
  }),
};

/** How a place is called in a jurisdiction: “Phoenix, AZ”. An index knows this expression. */
const wording = (place: string) => `cast(${place}.name || ', ' || ${place}.state as text)`;

const noOtherOfThatName = (place: string) => `not exists (select 1 from place p
      where p.geoid is not null and ${wording('p')} = official.jurisdiction and p.id <> ${place}.id)`;

const focused = (
  mention: string,
  finding: string,
) => `${mention}.story_id = t.story_id and ${mention}.focus = 1 and ${mention}.is_first = 1
      and exists (select 1 from finding ${finding} where ${finding}.id = ${mention}.finding_id and ${inUse(finding)})`;

const noOtherFocus = `not exists (select 1 from city_mention m
      where ${focused('m', 'h')} and (m.place_id <> focus.place_id or m.finding_id < focus.finding_id))`;

/**
 * The city that a holder's office governs, by its name, as `governed`. A county, a state or the country is no city; two cities
 * of one name in a state are not told apart. Without a known jurisdiction: the city that the story is about, when it is one,
 * as `focus`.
 */
const stancePlaces = `
  left join place governed on governed.geoid is not null and ${wording('governed')} = official.jurisdiction
    and ${noOtherOfThatName('governed')}
  left join city_mention focus on official.jurisdiction is null and ${focused('focus', 'g')} and ${noOtherFocus}`;

const placedColumns =
  't.id, t.story_id, t.issue, t.position, t.basis, t.modality, t.holder, t.holder_type, t.seen_on, f.status, one.canonical_official_id as official_id';

/** The same from the places' side, so that one city's stances are found without looking at all; those of which `stands` holds. */
const placedStances = (stands: (finding: string) => string) => `
    select governed.id as place_id, 'jurisdiction' as place_from, ${placedColumns}
    from place governed
      join official official on official.jurisdiction = ${wording('governed')}
      join official one on one.canonical_official_id = official.id
      join stance t on t.official_id = one.id
      join finding f on f.id = t.id
    where governed.geoid is not null and ${stands('f')} and ${noOtherOfThatName('governed')}
    union all
    select focus.place_id, 'focus' as place_from, ${placedColumns}
    from city_mention focus
      join stance t on t.story_id = focus.story_id
      join finding f on f.id = t.id ${officialJoins('t')}
    where ${stands('f')} and official.jurisdiction is null and ${focused('focus', 'g')} and ${noOtherFocus}`;

const stance: View = {
  name: 'v_stance',
  parts: () => ({
    about: 'Stances in use, with the official who holds it where it is one, and the city that it is of.',
    columns: {
      id: ['The finding’s id.', 't.id'],
      holder: ['Who holds it.', 't.holder'],
      holder_type: ['person, official, organization or government.', 't.holder_type'],
      ...officialColumns,
      issue: ['Issue of a pack.', 't.issue'],
      position: ['supports, opposes, mixed or neutral, relative to the issue’s proposition.', 't.position'],
      basis: ['position (what the holder wants) or practice (what the holder does).', 't.basis'],
      act: ['What the holder did: vote, demand, promise and so on.', 't.act'],
      modality: ['How far it is real: done, promised, demanded and so on.', 't.modality'],
      target: ['At whom or what it is directed.', 't.target'],
      attributed_by: ['Who says so, when it is not the story itself.', 't.attributed_by'],
      quote_id: ['Quote of the holder that it rests on; null when there is none.', 't.quote_id'],
      place_id: [
        'City that it is of; null when unknown. place_from says how it is known.',
        'coalesce(governed.id, focus.place_id)',
      ],
      place_from: [
        'jurisdiction: the city that the holder’s office governs; focus: the holder has no known jurisdiction, and it is the one city that the story is about; null: no place (none or several cities, or an office of a county, a state or the country).',
        "case when governed.id is not null then 'jurisdiction' when focus.id is not null then 'focus' end",
      ],
      month: ['Month of the story (YYYY-MM).', 'substr(t.seen_on, 1, 7)'],
      ...claimColumns('t', 't.seen_on'),
      ...spanColumns('t'),
      trace: ['Each factor with its sign, and the product, as a sentence.', 't.trace'],
      ...reviewColumns('f'),
    },
    from: `stance t join finding f on f.id = t.id ${claimStory('t')} ${officialJoins('t')} ${stancePlaces}\nwhere ${inUse('f')}`,
  }),
};

const latestOfCity = (name: string, which: string, stands: (finding: string) => string): View => ({
  name,
  parts: () => ({
    about: `The latest position of each place on each issue: of the ${which} that are of the place (v_stance.place_id), the one of the latest story.`,
    columns: {
      place_id: ['The place.', 'p.id'],
      geoid: ['Census GEOID.', 'p.geoid'],
      name: ['Name of the place.', 'p.name'],
      state: ['USPS code of the state.', 'p.state'],
      issue: ['Issue of a pack.', 'ranked.issue'],
      position: ['supports, opposes, mixed or neutral, of the latest stance.', 'ranked.position'],
      basis: ['position or practice, of the latest stance.', 'ranked.basis'],
      modality: ['How far it is real.', 'ranked.modality'],
      holder: ['Who holds it.', 'ranked.holder'],
      holder_type: ['person, official, organization or government.', 'ranked.holder_type'],
      official_id: ['The official who holds it; null when it is none.', 'ranked.official_id'],
      place_from: ['How the place is known: jurisdiction or focus.', 'ranked.place_from'],
      seen_on: ['Date of that story (YYYY-MM-DD).', 'ranked.seen_on'],
      stance_id: ['That stance.', 'ranked.id'],
      story_id: ['That story.', 'ranked.story_id'],
      url: ['Its address.', 's.url'],
      published: ['1: a person has accepted or edited that stance.', isPublished('ranked')],
      stances: ['Stances of the place on the issue, of all times.', 'ranked.stances'],
    },
    from: `(select placed.*,
    row_number() over (partition by placed.place_id, placed.issue
      order by placed.seen_on desc, case placed.status when 'pending' then 1 else 0 end, placed.id) as nth,
    count(*) over (partition by placed.place_id, placed.issue) as stances
  from (${placedStances(stands)}) placed) ranked
  join place p on p.id = ranked.place_id
  join story s on s.id = ranked.story_id
where ranked.nth = 1`,
  }),
});

const cityStance = latestOfCity('v_city_stance', 'stances in use', inUse);
const cityStancePublished = latestOfCity(
  'v_city_stance_published',
  'stances that a person accepted or edited',
  (finding) => `${finding}.status in ('accepted', 'edited')`,
);

/** Each after those that it reads. */
export const recordViews: readonly View[] = [city, quote, stance, cityStance, cityStancePublished];
