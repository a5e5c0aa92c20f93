// Our annotated stories of officials as two development sets: part work, and the part held out from rule work.
import type { EvaluationSet } from '../evaluation-set.ts';
import { readStories } from './compile.ts';
import { figuresOf, type SaidOfficial, scoreStory } from './score.ts';
import type { Part } from './story-source.ts';

function officials(part: Part): EvaluationSet {
  return {
    name: `officials ${part}`,
    needs: [],
    measure: async (_shared, annotateRow) => {
      const stories = readStories().filter((story) => story.part === part);
      return figuresOf(
        stories.map((story) => {
          const { id, text, publisher_place } = story;
          return scoreStory(story, annotateRow({ id, text, publisher_place }).officials as readonly SaidOfficial[]);
        }),
      );
    },
  };
}

export const officialsSets: readonly EvaluationSet[] = [officials('work'), officials('held-out')];
