// Both versions, when a decision came too late: what the editor said, and the item as it stands now. Knows one conflict.
import { decideAgain, dropConflict } from '../desk/decision-actions.ts';
import type { Conflict } from '../desk/desk-state.ts';
import { open } from '../desk/item-actions.ts';
import { Moment, StatusBadge } from '../parts/badges.tsx';
import { useCore } from '../parts/desk-context.tsx';
import { valueWords, verdictWords } from '../text/words.ts';
import { Patch } from '../why/double-review.tsx';
import { Dialog } from './dialog.tsx';

export function ConflictDialog({ conflict, close }: { readonly conflict: Conflict; readonly close: () => void }) {
  const core = useCore();
  const { yours, current } = conflict;
  const last = current.history.at(-1);
  const reason = yours.reason === undefined ? undefined : current.reasons[yours.reason - 1];
  return (
    <Dialog title="Your decision came too late" onClose={close} wide>
      <p dir="auto">
        <strong>{current.label}</strong>
      </p>
      <div className="two-sides">
        <section>
          <h3>Yours</h3>
          <p>
            <strong>{verdictWords[yours.verdict]}</strong>
          </p>
          {reason !== undefined && <p>{reason}</p>}
          {yours.words !== undefined && <p dir="auto">{yours.words}</p>}
          {yours.patch !== undefined && <Patch patch={yours.patch} />}
        </section>
        <section>
          <h3>As it stands now</h3>
          <p>
            <StatusBadge status={current.status} reopened={current.reopened} />
          </p>
          {last !== undefined && (
            <p>
              {verdictWords[last.verdict]} by <span dir="auto">{last.editor}</span>, <Moment time={last.at} />
              {last.reason !== null && <span dir="auto">: {last.reason}</span>}
            </p>
          )}
          <ul className="patch small">
            {current.fields.map(({ name, label, value }) => (
              <li key={name} dir="auto">
                {label}: {valueWords(value) ?? '–'}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <div className="row-of">
        <button
          type="button"
          className="button"
          data-focus
          onClick={() => {
            dropConflict(core, conflict);
            close();
          }}
        >
          Leave it as it stands
        </button>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            decideAgain(core, conflict);
            close();
          }}
        >
          Decide mine again
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            dropConflict(core, conflict);
            close();
            void open(core, current.id);
          }}
        >
          Open it
        </button>
      </div>
    </Dialog>
  );
}
