// The contests by family. A family is measured in a process of its own, its contests one after the other. THE list.
import { makeFeedContests } from './feed-contests.ts';
import type { Contest } from './measure.ts';
import { makePageContests } from './page-contests.ts';
import { makePlaceContests } from './place-contests.ts';
import { makeAllStagesContests, makeStageContests } from './stage-contests.ts';
import { makeStanceContests } from './stance-contests.ts';
import { makeQuoteContests, makeTokeniserContest } from './text-contests.ts';

/** Each makes its contests with everything that they need. */
export const families: Readonly<Record<string, () => Promise<readonly Contest[]>>> = {
  feeds: makeFeedContests,
  pages: makePageContests,
  'all stages': makeAllStagesContests,
  tokens: makeTokeniserContest,
  names: () => makeStageContests('names'),
  places: () => makeStageContests('places'),
  officials: () => makeStageContests('officials'),
  quotes: () => makeStageContests('quotes'),
  stances: () => makeStageContests('stances'),
  'quotes in hostile texts': makeQuoteContests,
  'places in hostile texts': makePlaceContests,
  'stances in hostile texts': makeStanceContests,
};
