// The stances stage: who holds which position on which issue, by the packs. Knows neither the packs' files nor other stages.
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { Stage } from '../stage.ts';
import { analyseStances, collectStances, createStanceReader } from './analyse-stances.ts';
import { notesOnLength } from './long-sentences.ts';
import type { CompiledPacks } from './packs/compiled-packs.ts';

export const stancesStageName = 'stances';

/**
 * A stage that fills `stances` and says in `notes` why an issue phrase gave none. It reads the people, organizations,
 * places, officials and quotes that earlier stages found, and works (with fewer names) without them.
 */
export function createStancesStage(vocabulary: Vocabulary, packs: CompiledPacks): Stage {
  const reader = createStanceReader(vocabulary, packs);
  return {
    name: stancesStageName,
    run: (document) => {
      const { stances, notes } = collectStances(analyseStances(document, reader).analyses);
      return { ...document, stances, notes: [...document.notes, ...notes, ...notesOnLength(document)] };
    },
  };
}
