// Why the claim is rejected: a ready reason by number, own words, or neither. Knows reasons; decides nothing.
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';

interface RejectPanelProps {
  readonly reasons: readonly string[];
  readonly reject: (why: { reason?: number; words?: string }) => void;
  readonly cancel: () => void;
}

/** Characters that an editor may write in a reason. */
const wordsMax = 1000;

export function RejectPanel({ reasons, reject, cancel }: RejectPanelProps) {
  const ref = useRef<HTMLFieldSetElement>(null);
  const [words, setWords] = useState('');
  // Before the next key can come.
  useLayoutEffect(() => ref.current?.focus(), []);
  const send = (reason: number | null) =>
    reject({ ...(reason !== null && { reason }), ...(words.trim() !== '' && { words: words.trim() }) });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      cancel();
      return;
    }
    const isWriting = event.target instanceof HTMLInputElement;
    const number = Number(event.key);
    if (!isWriting && Number.isInteger(number) && number >= 1 && number <= reasons.length) {
      event.preventDefault();
      send(number);
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      send(null);
    }
  };
  return (
    <fieldset className="reject-panel" ref={ref} tabIndex={-1} onKeyDown={press}>
      <legend>Why reject? Press a number, or Enter for no reason.</legend>
      <div className="reasons">
        {reasons.map((reason, at) => (
          <button key={reason} type="button" className="button" onClick={() => send(at + 1)}>
            <kbd>{at + 1}</kbd> {reason}
          </button>
        ))}
      </div>
      <div className="row-of">
        <input
          className="input own-words"
          aria-label="In your own words"
          placeholder="In your own words, then Enter"
          maxLength={wordsMax}
          value={words}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
        />
        <button type="button" className="button reject" onClick={() => send(null)}>
          Reject <kbd className="key-hint">Enter</kbd>
        </button>
        <button type="button" className="button quiet" onClick={cancel}>
          Cancel <kbd className="key-hint">Esc</kbd>
        </button>
      </div>
    </fieldset>
  );
}
