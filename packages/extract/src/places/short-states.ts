// States written short behind a city ("Reading, Pa."): mentions of their own. Knows abbreviations; full names are the gazetteer's.
import { foldedAt } from '../reading/reading.ts';
import type { PlaceContext } from './context.ts';
import type { Found } from './resolve.ts';
import { stateAt } from './states.ts';

/** The abbreviated states that stand behind a candidate and a comma, each as a found mention. */
export function findShortStates(context: PlaceContext): Found[] {
  const { reading, gazetteer } = context;
  const found: Found[] = [];
  for (const { from, to, record } of context.candidates) {
    if (foldedAt(reading, to) !== ',' || reading.sentenceOf[to + 1] !== reading.sentenceOf[from]) continue;
    const state = stateAt(reading, to + 1);
    if (!state?.short || state.code === 'DC' || !record.entries.some((entry) => entry.region === state.code)) continue;
    const own = gazetteer.lookup(stateKeys.get(state.code) ?? '');
    const entry = own?.entries.find((each) => each.letter === 's' && each.region === state.code);
    if (!own || !entry) continue;
    const candidate = { from: to + 1, to: state.to, record: { ...own, key: `state ${state.code}`, entries: [entry] } };
    found.push({
      candidate,
      record: candidate.record,
      rule: 'places.state-short',
      verdict: { take: true, confidence: 0.95 },
    });
  }
  return found;
}

const stateKeys = new Map(
  'AL alabama;AK alaska;AZ arizona;AR arkansas;CA california;CO colorado;CT connecticut;DE delaware;FL florida;GA georgia;HI hawaii;ID idaho;IL illinois;IN indiana;IA iowa;KS kansas;KY kentucky;LA louisiana;ME maine;MD maryland;MA massachusetts;MI michigan;MN minnesota;MS mississippi;MO missouri;MT montana;NE nebraska;NV nevada;NH new hampshire;NJ new jersey;NM new mexico;NY new york;NC north carolina;ND north dakota;OH ohio;OK oklahoma;OR oregon;PA pennsylvania;RI rhode island;SC south carolina;SD south dakota;TN tennessee;TX texas;UT utah;VT vermont;VA virginia;WA washington;WV west virginia;WI wisconsin;WY wyoming;PR puerto rico'
    .split(';')
    .map((line) => [line.slice(0, 2), line.slice(3)] as const),
);
