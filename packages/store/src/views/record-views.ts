// Views of each kind of claim with its own columns: cities, quotes, stances. What a person edited is in these tables already.
// Knows how a stance gets its place; counts nothing.
import { holderTypeMeaning } from '@civicwire/shared';
import {
  claimColumns,
  claimStory,
  inUse,
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

const stance: View = {
  name: 'v_stance',
  parts: () => ({
    about: 'Stances in use, with the official who holds it where it is one, and the city that it is of.',
    columns: {
      id: ['The finding’s id.', 't.id'],
      holder: ['Who holds it.', 't.holder'],
      holder_type: [holderTypeMeaning, 't.holder_type'],
      ...officialColumns,
      issue: ['Issue of a pack.', 't.issue'],
      position: ['supports, opposes, mixed or neutral, relative to the issue’s proposition.', 't.position'],
      basis: ['position (what the holder wants) or practice (what the holder does).', 't.basis'],
      act: ['What the holder did: vote, demand, promise and so on.', 't.act'],
      modality: ['How far it is real: done, promised, demanded and so on.', 't.modality'],
      target: ['At whom or what it is directed.', 't.target'],
      attributed_by: ['Who says so, when it is not the story itself.', 't.attributed_by'],
      quote_id: ['Quote of the holder that it rests on; null when there is none.', 't.quote_id'],
      place_id: ['City that it is of; null when unknown. place_from says how it is known.', 't.place_id'],
      place_from: [
        'jurisdiction: the city that the holder’s office governs; focus: the holder has no known jurisdiction, and it is the one city that the story is about; null: no place (none or several cities, or an office of a county, a state or the country).',
        't.place_from',
      ],
      month: ['Month of the story (YYYY-MM).', 'substr(t.seen_on, 1, 7)'],
      ...claimColumns('t', 't.seen_on'),
      ...spanColumns('t'),
      trace: ['Each factor with its sign, and the product, as a sentence.', 't.trace'],
      ...reviewColumns('f'),
    },
    from: `stance t join finding f on f.id = t.id ${claimStory('t')} ${officialJoins('t')}\nwhere ${inUse('f')}`,
  }),
};

/** `standing` is the least that counts: 1 in use, 2 accepted or edited by a person. */
const latestOfCity = (name: string, which: string, standing: 1 | 2): View => ({
  name,
  parts: () => ({
    about: `The latest position of each place on each issue: of the ${which} that are of the place (v_stance.place_id), the one of the latest story.`,
    columns: {
      place_id: ['The place.', 'ranked.place_id'],
      geoid: ['Census GEOID.', 'p.geoid'],
      name: ['Name of the place.', 'p.name'],
      state: ['USPS code of the state.', 'p.state'],
      issue: ['Issue of a pack.', 'ranked.issue'],
      position: ['supports, opposes, mixed or neutral, of the latest stance.', 't.position'],
      basis: ['position or practice, of the latest stance.', 't.basis'],
      modality: ['How far it is real.', 't.modality'],
      holder: ['Who holds it.', 't.holder'],
      holder_type: [holderTypeMeaning, 't.holder_type'],
      official_id: ['The official who holds it; null when it is none.', 'one.canonical_official_id'],
      place_from: ['How the place is known: jurisdiction or focus.', 't.place_from'],
      seen_on: ['Date of that story (YYYY-MM-DD).', 't.seen_on'],
      stance_id: ['That stance.', 't.id'],
      story_id: ['That story.', 't.story_id'],
      url: ['Its address.', 's.url'],
      published: ['1: a person has accepted or edited that stance.', 'case when ranked.standing = 2 then 1 else 0 end'],
      stances: ['Stances of the place on the issue, of all times.', 'ranked.stances'],
    },
    // The latest are found in an index alone; of nothing else are the other columns read.
    from: `(select t.id, t.place_id, t.issue, t.standing,
    row_number() over (partition by t.place_id, t.issue order by t.seen_on desc, t.standing desc, t.id) as nth,
    count(*) over (partition by t.place_id, t.issue) as stances
  from stance t where t.place_id is not null and t.standing ${standing === 1 ? '> 0' : '> 0 and t.standing = 2'}) ranked
  join stance t on t.id = ranked.id
  join place p on p.id = ranked.place_id
  join story s on s.id = t.story_id
  left join official one on one.id = t.official_id
where ranked.nth = 1`,
  }),
});

const cityStance = latestOfCity('v_city_stance', 'stances in use', 1);
const cityStancePublished = latestOfCity('v_city_stance_published', 'stances that a person accepted or edited', 2);

/** Each after those that it reads. */
export const recordViews: readonly View[] = [city, quote, stance, cityStance, cityStancePublished];
