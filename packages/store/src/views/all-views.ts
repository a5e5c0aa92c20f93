// THE list of views, each after those that it reads. Names are stable: dashboards rely on them.
import { claimViews, reviewViews } from './claim-views.ts';
import { countViews } from './count-views.ts';
import { placeViews } from './place-views.ts';
import { recordViews } from './record-views.ts';
import { freshnessViews, storyViews } from './story-views.ts';
import type { View } from './view.ts';

export const views: readonly View[] = [
  ...storyViews,
  ...claimViews,
  ...recordViews,
  ...placeViews,
  ...countViews,
  ...reviewViews,
  ...freshnessViews,
];
