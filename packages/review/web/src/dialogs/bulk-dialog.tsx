// One decision on many: first how many and five of them, then the deed, which one undo takes back. Knows trial and deed.
import { useEffect, useState } from 'react';
import type { DeskAnswer } from '../../../src/desk-api/contract.ts';
import { afterBulk, type BulkScope, bulk } from '../desk/bulk-actions.ts';
import { currentItem, type Deciding } from '../desk/desk-state.ts';
import { KindBadge } from '../parts/badges.tsx';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { countWords } from '../text/words.ts';
import { Dialog } from './dialog.tsx';

interface BulkDialogProps {
  readonly scopes: readonly BulkScope[];
  readonly first: Deciding;
  readonly close: () => void;
}

type Trial = DeskAnswer<'decide_bulk'>;
type State =
  | { readonly at: 'asking' }
  | { readonly at: 'ready'; readonly trial: Trial }
  | { readonly at: 'doing'; readonly trial: Trial }
  | { readonly at: 'failed'; readonly words: string };

export function BulkDialog({ scopes, first, close }: BulkDialogProps) {
  const core = useCore();
  const item = currentItem(useDesk());
  const [which, setWhich] = useState(0);
  const [deciding, setDeciding] = useState<Deciding>(first);
  const [state, setState] = useState<State>({ at: 'asking' });
  const [key] = useState(() => core.newKey());
  const scope = scopes[which];

  useEffect(() => {
    if (scope === undefined) return;
    let isOver = false;
    setState({ at: 'asking' });
    void bulk(core, scope, deciding, core.newKey()).then((answer) => {
      if (!isOver) setState(stateOf(answer));
    });
    return () => {
      isOver = true;
    };
  }, [core, scope, deciding]);

  const run = async () => {
    if (state.at !== 'ready' || scope === undefined || state.trial.count === 0) return;
    const { trial } = state;
    setState({ at: 'doing', trial });
    const answer = await bulk(core, scope, deciding, key, trial.selection);
    if (answer.kind !== 'done') {
      setState(stateOf(answer));
      return;
    }
    close();
    await afterBulk(core, answer.answer, deciding);
  };
  const isSame = scope?.of === 'same';
  return (
    <Dialog title={isSame ? 'Same again' : 'Decide on many'} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <fieldset className="bulk-choice">
          <legend>On what</legend>
          {scopes.map(({ words }, at) => (
            <label key={words} className="option-line">
              <input type="radio" name="scope" checked={at === which} onChange={() => setWhich(at)} />{' '}
              <span dir="auto">{words}</span>
            </label>
          ))}
        </fieldset>
        <BulkVerdict deciding={deciding} set={setDeciding} isFixed={isSame} reasons={item?.reasons ?? []} />
        <div className="bulk-trial" role="status">
          <TrialWords state={state} />
        </div>
        <div className="row-of dialog-actions">
          <button
            type="submit"
            className={`button ${deciding.verdict === 'reject' ? 'reject' : 'accept'}`}
            aria-disabled={state.at !== 'ready' || state.trial.count === 0}
            data-focus
          >
            {state.at === 'ready' || state.at === 'doing'
              ? `${deciding.verdict === 'reject' ? 'Reject' : deciding.verdict === 'edit' ? 'Edit' : 'Accept'} ${countWords(state.trial.count, 'item')}`
              : 'One moment …'}{' '}
            <kbd className="key-hint">Enter</kbd>
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel <kbd className="key-hint">Esc</kbd>
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface BulkVerdictProps {
  readonly deciding: Deciding;
  readonly set: (deciding: Deciding) => void;
  readonly isFixed: boolean;
  readonly reasons: readonly string[];
}

function BulkVerdict({ deciding, set, isFixed, reasons }: BulkVerdictProps) {
  if (isFixed) return null;
  return (
    <div className="row-of">
      <label>
        Verdict{' '}
        <select
          className="input narrow"
          value={deciding.verdict}
          onChange={(event) => set({ verdict: event.target.value as Deciding['verdict'] })}
        >
          <option value="accept">Accept</option>
          <option value="reject">Reject</option>
        </select>
      </label>
      {deciding.verdict === 'reject' && (
        <label>
          Reason{' '}
          <select
            className="input narrow"
            value={deciding.reason ?? ''}
            onChange={(event) =>
              set({ verdict: 'reject', ...(event.target.value !== '' && { reason: Number(event.target.value) }) })
            }
          >
            <option value="">None</option>
            {reasons.map((reason, at) => (
              <option key={reason} value={at + 1}>
                {at + 1} {reason}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function stateOf(answer: Awaited<ReturnType<typeof bulk>>): State {
  if (answer.kind === 'done') return { at: 'ready', trial: answer.answer };
  if (answer.kind === 'lost') return { at: 'failed', words: 'No connection. Nothing was decided; try again.' };
  return { at: 'failed', words: answer.problem.detail || answer.problem.title };
}

function TrialWords({ state }: { readonly state: State }) {
  if (state.at === 'asking') return <p>Counting …</p>;
  if (state.at === 'failed') return <p className="warning">{state.words}</p>;
  const { count, left_out, samples } = state.trial;
  return (
    <>
      <p>
        <strong>{countWords(count, 'item')}</strong>
        {left_out > 0 && `, ${left_out} left out because others hold them or two people judge them blind`}. One undo
        takes all of it back.
      </p>
      {samples.length > 0 && (
        <>
          <h3>{samples.length === count ? 'These' : `${samples.length} of them`}</h3>
          <ul className="samples">
            {samples.map(({ id, kind, label, text, story }) => (
              <li key={id}>
                <p>
                  <KindBadge kind={kind} /> <strong dir="auto">{label}</strong>
                </p>
                <p className="sample-text" dir="auto">
                  {text}
                </p>
                <p className="small" dir="auto">
                  {story.title ?? 'Story without a title'}, {story.source_name}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
