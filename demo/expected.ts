// What the demo must find in its own stories, coded by the stance codebook. `node demo/run.ts --exit` checks it.
// Knows stories by slug and path; how findings are compared: expected/compare-story.ts.
import { bayObserver } from './expected/bay-observer.ts';
import { commonRecord } from './expected/common-record.ts';
import { countyLine } from './expected/county-line.ts';
import type { ExpectedStory } from './expected/expected-story.ts';
import { frontRange } from './expected/front-range.ts';
import { oldPueblo } from './expected/old-pueblo.ts';

/** Every delivered address of the wire, one entry each. */
export const expectedStories: readonly ExpectedStory[] = [
  ...oldPueblo,
  ...frontRange,
  ...commonRecord,
  ...bayObserver,
  ...countyLine,
];
