// The view of places: each city that stories in use name, with how often. Knows mentions; lists no story.
import { inUse, isPublished } from './fragments.ts';
import type { View } from './view.ts';

const city: View = {
  name: 'v_place',
  parts: () => ({
    about: 'Every city that a story in use names, with how often. Its rows story by story: v_city.',
    columns: {
      place_id: ['The place.', 'p.id'],
      geoid: ['Census GEOID; null where there is none.', 'p.geoid'],
      name: ['Plain name without “city” or “town”.', 'p.name'],
      state: ['USPS code of the state; null outside of the United States.', 'p.state'],
      lat: ['Latitude in degrees.', 'p.lat'],
      lon: ['Longitude in degrees.', 'p.lon'],
      stories: ['Stories that name the city.', 'counted.stories'],
      focus_stories: ['Of those, stories that are about it.', 'counted.focus_stories'],
      published_stories: ['Of those stories, where a person accepted or edited the city.', 'counted.published_stories'],
      first_seen: ['Date of the first of these stories (YYYY-MM-DD).', 'counted.first_seen'],
      last_seen: ['Date of the last one.', 'counted.last_seen'],
    },
    from: `(select m.place_id, count(*) as stories, cast(sum(m.focus) as bigint) as focus_stories,
    cast(sum(${isPublished('f')}) as bigint) as published_stories, min(m.seen_on) as first_seen, max(m.seen_on) as last_seen
  from city_mention m join finding f on f.id = m.finding_id
  where m.is_first = 1 and ${inUse('f')}
  group by m.place_id) counted
  join place p on p.id = counted.place_id`,
  }),
};

export const placeViews: readonly View[] = [city];
