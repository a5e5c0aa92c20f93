// A decision on officials: what it would change, why it is made, then the deed. Knows trial and deed.
import { useId, useState } from 'react';
import type { DeskBody } from '../../../src/desk-api/contract.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { useCore } from '../parts/desk-context.tsx';
import { problemWords, useLoaded } from '../parts/loaded.tsx';
import { countWords } from '../text/words.ts';

type WithReason = DeskBody<'decide_official'>['decision'];
type WithoutReason<Decision> = Decision extends unknown ? Omit<Decision, 'reason'> : never;

export interface OfficialDeed {
  readonly words: string;
  /** What stands in the reason until somebody writes another. */
  readonly reason: string;
  readonly decision: WithoutReason<WithReason>;
}

interface OfficialDialogProps {
  readonly deed: OfficialDeed;
  readonly close: () => void;
  readonly done: () => void;
}

export function OfficialDialog({ deed, close, done }: OfficialDialogProps) {
  const core = useCore();
  const id = useId();
  const [reason, setReason] = useState(deed.reason);
  const [problem, setProblem] = useState<string | null>(null);
  const send = (dry_run: boolean) =>
    core.api.call('decide_official', {
      body: { decision: { ...deed.decision, reason: reason.trim() } as WithReason, dry_run },
    });
  const trial = useLoaded(() => send(true), [deed]);
  return (
    <Dialog title="Are you sure?" onClose={close}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send(false).then((answer) => {
            if (answer.kind === 'done') done();
            else setProblem(problemWords(answer));
          });
        }}
      >
        <p dir="auto">
          <strong>{deed.words}.</strong>
        </p>
        <p role="status">
          {trial.answer === null
            ? (trial.problem ?? 'Counting …')
            : `Claims of ${countWords(trial.answer.stories, 'story', 'stories')} change. It can be undone from the official’s page.`}
        </p>
        <label htmlFor={`${id}-reason`}>Why</label>
        <input
          id={`${id}-reason`}
          className="input"
          value={reason}
          required
          data-focus
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="problem" role="alert">
          {problem}
        </p>
        <div className="row-of">
          <button type="submit" className="button primary">
            Do it
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
