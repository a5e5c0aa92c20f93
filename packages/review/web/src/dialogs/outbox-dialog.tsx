// What has not reached the server yet, one by one, with the way to take it back. Knows the outbox.

import { withoutDecision } from '../desk/desk-state.ts';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { momentWords } from '../text/words.ts';
import { Dialog } from './dialog.tsx';

export function OutboxDialog({ close }: { readonly close: () => void }) {
  const core = useCore();
  const { outbox } = useDesk();
  return (
    <Dialog title="Not saved yet" onClose={close}>
      <p>
        {outbox.unsafe
          ? 'This browser keeps nothing: these wait on this page alone. Do not close it.'
          : 'These are kept on this computer, also when the page is closed, and sent when the server answers again.'}
      </p>
      <ol className="letters">
        {outbox.letters.map(({ id, words, atMs, about }) => (
          <li key={id}>
            <span dir="auto">{words}</span>{' '}
            {outbox.aside.includes(id) && <strong>set aside: the server failed on it. </strong>}
            <span className="small">{momentWords(new Date(atMs).toISOString())}</span>{' '}
            <button
              type="button"
              className="button quiet"
              onClick={() => {
                if (core.outbox?.recall(id) === true && about !== null) {
                  core.set((state) => withoutDecision(state, about));
                }
              }}
            >
              Take back
            </button>
          </li>
        ))}
      </ol>
      {outbox.letters.length === 0 && <p>Everything is saved.</p>}
      <button type="button" className="button primary" data-focus onClick={() => core.outbox?.tryNow()}>
        Try now
      </button>
    </Dialog>
  );
}
