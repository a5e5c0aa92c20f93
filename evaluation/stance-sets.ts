// The sets over our own stories with annotated stances, by pack and part. Knows the stories and their scorer.
import type { AnnotateRow, EvaluationSet } from './evaluation-set.ts';
import { type StoryPack, storyPacks, storyParts } from './stances/codebook-ids.ts';
import { readStories } from './stances/compile.ts';
import {
  addScores,
  type PredictedStance,
  precisionOf,
  recallOf,
  type StanceScore,
  scoreStory,
} from './stances/score.ts';
import type { Part, StanceStory } from './stances/story-source.ts';

/** The score of all stories of a pack (of one part, when given) on what the extractor finds in them. */
export function scorePack(annotateRow: AnnotateRow, pack: StoryPack, part?: Part): StanceScore {
  const stories = readStories().filter((story) => story.pack === pack && (!part || story.part === part));
  return addScores(stories.map((story) => scoreStory(story, predictionsFor(annotateRow, story))));
}

function predictionsFor(annotateRow: AnnotateRow, story: StanceStory): readonly PredictedStance[] {
  const { id, title, text, publisher_place } = story;
  return annotateRow({ id, title, text, publisher_place }).stances as readonly PredictedStance[];
}

/** The parts of which a pack has stories. */
function partsOf(pack: StoryPack): readonly Part[] {
  const own = readStories().filter((story) => story.pack === pack);
  return storyParts.filter((part) => own.some((story) => story.part === part));
}

function packSet(pack: StoryPack, part: Part): EvaluationSet {
  return {
    name: `stances ${pack} ${part}`,
    needs: [],
    measure: async (_shared, annotateRow) => {
      const score = scorePack(annotateRow, pack, part);
      return {
        'stances P': precisionOf(score),
        'stances R': recallOf(score),
        'wrong positions': score.wrongPosition,
        'invented stances': score.invented,
        'extra at another passage': score.elsewhere,
        'extra on other packs': score.outside,
      };
    },
  };
}

/** Stories in which nobody takes a position: every stance is an invention. */
const none: EvaluationSet = {
  name: 'stances none',
  needs: [],
  measure: async (_shared, annotateRow) => ({ 'invented stances': scorePack(annotateRow, 'none').invented }),
};

export const stanceSets: readonly EvaluationSet[] = [
  ...storyPacks.filter((pack) => pack !== 'none').flatMap((pack) => partsOf(pack).map((part) => packSet(pack, part))),
  none,
];
