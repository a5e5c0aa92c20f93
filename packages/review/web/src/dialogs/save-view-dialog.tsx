// Keeps the queue as it is filtered now under a name. Knows views.
import { useId, useState } from 'react';
import { saveView } from '../desk/queue-actions.ts';
import { useCore } from '../parts/desk-context.tsx';
import { Dialog } from './dialog.tsx';

export function SaveViewDialog({ close }: { readonly close: () => void }) {
  const core = useCore();
  const id = useId();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  return (
    <Dialog title="Save as view" onClose={close}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          void saveView(core, name.trim(), shared).then((isSaved) => {
            if (isSaved) close();
          });
        }}
      >
        <label htmlFor={`${id}-name`}>Name</label>
        <input
          id={`${id}-name`}
          className="input"
          value={name}
          maxLength={80}
          required
          data-focus
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <label className="option-line">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} /> Everybody
          sees it
        </label>
        <button type="submit" className="button primary">
          Save
        </button>
      </form>
    </Dialog>
  );
}
