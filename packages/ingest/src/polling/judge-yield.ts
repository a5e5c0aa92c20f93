// Whether what a source gives has become worthless: stories without text, or without findings. Pure; knows no store.

/** How one story of a source ended. */
export interface StoryYield {
  /** False when its page gave no text: a wall, an empty page, no article. */
  readonly hasText: boolean;
  readonly hasFindings: boolean;
}

export type YieldAlarm = 'no-text' | 'no-findings';

/** The newest stories, held against those before them. */
const recentCount = 20;
const earlierMin = 20;
/** What failed of the recent ones and of the earlier ones, to call it a change. */
const failingShare = 0.8;
const usualShare = 0.4;

/**
 * `stories`: the source's settled stories, newest first. An alarm needs a change: a source that never had findings has none
 * to lose. Empty when all is as before, or too little is known.
 */
export function judgeYield(stories: readonly StoryYield[]): YieldAlarm[] {
  const recent = stories.slice(0, recentCount);
  const earlier = stories.slice(recentCount);
  if (recent.length < recentCount || earlier.length < earlierMin) return [];
  const share = (some: readonly StoryYield[], fails: (story: StoryYield) => boolean): number =>
    some.filter(fails).length / some.length;
  const hasChanged = (fails: (story: StoryYield) => boolean): boolean =>
    share(recent, fails) >= failingShare && share(earlier, fails) <= usualShare;
  if (hasChanged((story) => !story.hasText)) return ['no-text'];
  return hasChanged((story) => !story.hasFindings) ? ['no-findings'] : [];
}
