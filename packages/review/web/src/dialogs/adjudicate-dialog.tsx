// Settles two opinions that differ: one of them, or neither. Knows one item's opinions.
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import { decide } from '../desk/decision-actions.ts';
import type { Deciding } from '../desk/desk-state.ts';
import { useCore } from '../parts/desk-context.tsx';
import { verdictWords } from '../text/words.ts';
import { Opinions } from '../why/double-review.tsx';
import { Dialog } from './dialog.tsx';

export function AdjudicateDialog({ item, close }: { readonly item: DeskItem; readonly close: () => void }) {
  const core = useCore();
  const opinions = item.double?.opinions ?? [];
  const settle = (deciding: Deciding) => {
    close();
    void decide(core, deciding);
  };
  return (
    <Dialog title="Two editors disagree" onClose={close}>
      <p dir="auto">
        <strong>{item.label}</strong>
      </p>
      <Opinions opinions={opinions} />
      <div className="row-of">
        {opinions.map(({ editor, verdict, patch, reason }, at) => (
          <button
            key={editor}
            type="button"
            className="button"
            {...(at === 0 && { 'data-focus': true })}
            onClick={() =>
              settle({
                verdict,
                ...(verdict === 'edit' && patch !== null && { patch }),
                ...(reason !== null && { words: reason }),
              })
            }
          >
            <span dir="auto">{editor}</span> is right: {verdictWords[verdict].toLowerCase()}
          </button>
        ))}
        <button type="button" className="button quiet" onClick={close}>
          Neither: decide with the keys
        </button>
      </div>
    </Dialog>
  );
}
