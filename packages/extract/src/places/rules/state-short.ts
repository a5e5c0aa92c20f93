// places.state-short: states written short behind a city ("Reading, Pa."): mentions of their own. Knows abbreviations; full names are the gazetteer's.
import { stateAt } from '../../states.ts';
import type { PlaceContext } from '../context.ts';
import type { Found } from '../evidence.ts';
import { isMark } from '../surroundings.ts';
import type { StoryPlaceRule } from './story-rule.ts';

export const stateShort: StoryPlaceRule = {
  id: 'places.state-short',
  reads: 'A state written short behind a city and a comma is a mention of its own: “Reading, Pa.”.',
  match: findShortStates,
  examples: {
    yes: ['The mill in [[Reading]], [[Pa.]], burned.', 'She left [[Tempe]], [[AZ]], early.'],
    no: ['The mill of Miss. Reading burned.', 'Pa. sold the mill.'],
  },
};

/** The abbreviated states that stand behind a candidate and a comma, each as a found mention. */
function findShortStates({ reading, gazetteer, candidates }: PlaceContext): Found[] {
  const found: Found[] = [];
  for (const { from, to, record } of candidates) {
    if (!isMark(reading, to, ',') || reading.sentenceOf[to + 1] !== reading.sentenceOf[from]) continue;
    const state = stateAt(reading, to + 1);
    if (!state?.short || state.code === 'DC' || !record.entries.some((entry) => entry.region === state.code)) continue;
    const own = gazetteer.state(state.code);
    if (!own) continue;
    found.push({
      candidate: { from: to + 1, to: state.to, record: own },
      record: own,
      rule: 'places.state-short',
      verdict: { take: true, confidence: 0.95 },
    });
  }
  return found;
}
