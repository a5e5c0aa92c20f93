// Our annotated stories of officials as development sets: part work, the probes of how general its rules are, and the part held out from rule work.
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

export const officialsSets: readonly EvaluationSet[] = [
  officials('work'),
  officials('probe'),
  officials('probe-2'),
  officials('held-out'),
];
