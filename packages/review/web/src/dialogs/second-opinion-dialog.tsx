// Asks another person to judge the item blind. Knows one item.
import { useId, useState } from 'react';
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import { askSecondOpinion } from '../desk/decision-actions.ts';
import { useCore } from '../parts/desk-context.tsx';
import { Dialog } from './dialog.tsx';

export function SecondOpinionDialog({ item, close }: { readonly item: DeskItem; readonly close: () => void }) {
  const core = useCore();
  const id = useId();
  const [words, setWords] = useState('');
  return (
    <Dialog title="Ask for a second opinion" onClose={close}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          askSecondOpinion(core, item.id, words.trim());
          close();
        }}
      >
        <p>Another person judges this without seeing your word. Yours counts once both are given.</p>
        <label htmlFor={`${id}-words`}>What should they look at? (may stay empty)</label>
        <input
          id={`${id}-words`}
          className="input"
          value={words}
          maxLength={2_000}
          autoComplete="off"
          data-focus
          onChange={(event) => setWords(event.target.value)}
        />
        <button type="submit" className="button primary">
          Ask <kbd className="key-hint">Enter</kbd>
        </button>
      </form>
    </Dialog>
  );
}
