// What the editor must not miss: a lost connection, decisions that came too late, an ended session; and what was just done.
import { useEffect, useState } from 'react';
import { dropConflict } from '../desk/decision-actions.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { countWords } from '../text/words.ts';
import { SignIn } from './door.tsx';
import type { Change } from './screen-state.ts';

const noticeMs = 6_000;

export function Notices({ change }: { readonly change: Change }) {
  return (
    <div className="notices">
      <LostLine />
      <SetAside change={change} />
      <Conflicts change={change} />
      <Ended />
      <Toast />
    </div>
  );
}

function LostLine() {
  const core = useCore();
  const { outbox } = useDesk();
  const count = countWords(outbox.letters.length, 'decision');
  return (
    <div role="status">
      {outbox.line === 'lost' && (
        <p className="bar bad">
          No connection to the desk’s server. {count}{' '}
          {outbox.unsafe ? 'wait on this page: do not close it' : 'kept on this computer and sent when it is back'}.{' '}
          <button type="button" className="button" onClick={() => core.outbox?.tryNow()}>
            Try now
          </button>
        </p>
      )}
    </div>
  );
}

/** Decisions that the server could not take by its own fault: the others went on without them. */
function SetAside({ change }: { readonly change: Change }) {
  const core = useCore();
  const { aside } = useDesk().outbox;
  return (
    <div role="status">
      {aside.length > 0 && (
        <p className="bar bad">
          The desk’s server failed on {countWords(aside.length, 'decision')} again and again; kept on this computer, and
          the others go on.{' '}
          <button type="button" className="button" onClick={() => change({ dialog: { name: 'outbox' } })}>
            See {aside.length === 1 ? 'it' : 'them'}
          </button>
          <button type="button" className="button" onClick={() => core.outbox?.tryNow()}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}

function Conflicts({ change }: { readonly change: Change }) {
  const core = useCore();
  const { conflicts } = useDesk();
  return (
    <div role="status">
      {conflicts.map((conflict) => (
        <p key={conflict.key} className="bar warn">
          <span>
            Too late: “<span dir="auto">{conflict.current.label}</span>” has changed since you read it. Your decision
            was not taken.
          </span>
          <button type="button" className="button" onClick={() => change({ dialog: { name: 'conflict', conflict } })}>
            See both
          </button>
          <button type="button" className="button quiet" onClick={() => dropConflict(core, conflict)}>
            Leave it
          </button>
        </p>
      ))}
    </div>
  );
}

/** The session has ended while work went on: nothing is lost, signing in sends it. */
function Ended() {
  const { session, outbox } = useDesk();
  if (session?.user == null || session.csrf !== null) return null;
  return (
    <Dialog title="Your session has ended" onClose={() => {}}>
      <p>
        {outbox.letters.length > 0
          ? `${countWords(outbox.letters.length, 'decision')} kept on this computer, to be sent when you are back.`
          : 'Everything that you decided is saved.'}
      </p>
      {session.mode === 'users' ? <SignIn /> : <p>Start civicwire review again and open the address that it prints.</p>}
    </Dialog>
  );
}

function Toast() {
  const { notice } = useDesk();
  const [shown, setShown] = useState<number | null>(null);
  useEffect(() => {
    if (notice === null) return;
    setShown(notice.id);
    const timer = setTimeout(() => setShown(null), noticeMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div className="toast-place" role="status" aria-live="polite">
      {notice !== null && shown === notice.id && (
        <p key={notice.id} className={`toast fade-in ${notice.tone}`} dir="auto">
          {notice.words}
        </p>
      )}
    </div>
  );
}
