// What a bulk decision may be about, from where the editor stands. Pure.
import type { BulkScope } from '../desk/bulk-actions.ts';
import { currentItem, type DeskState } from '../desk/desk-state.ts';
import { kindWords } from '../text/words.ts';
import type { OpenDialog } from './screen-state.ts';

/** All of the queue as it is filtered, and what the same rule found in it. */
export function bulkHere(state: DeskState): OpenDialog {
  const item = currentItem(state);
  const { filter } = state;
  const rule: BulkScope[] =
    item === null
      ? []
      : [
          {
            of: 'filter',
            filter: { ...filter, kind: item.kind, rule: item.why.rule },
            words: `${kindWords[item.kind].many} of this queue by the rule ${item.why.rule}`,
          },
        ];
  const scopes: BulkScope[] = [...rule, { of: 'filter', filter, words: 'Everything in this queue' }];
  return { name: 'bulk', scopes, deciding: { verdict: 'accept' } };
}

/** The last verdict on all that say the same in other stories; null when nothing was decided in this sitting. */
export function sameAgain({ lastDecision }: DeskState): OpenDialog | null {
  if (lastDecision === null) return null;
  const { id, deciding } = lastDecision;
  const words = 'What says the same by the same rule in other stories';
  return { name: 'bulk', scopes: [{ of: 'same', id, words }], deciding };
}
