// What can be done with the item on screen, each with its key. Knows which actions there are now; does none itself.
import type { ReactNode } from 'react';
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import type { Action } from '../keys/actions.ts';
import { KeyHint } from '../parts/key-hint.tsx';

interface ActionBarProps {
  readonly item: DeskItem;
  readonly doing: Partial<Record<Action, () => void>>;
}

export function ActionBar({ item, doing }: ActionBarProps) {
  const act = (action: Action, words: ReactNode, look = '') => (
    <button
      type="button"
      className={`button ${look}`}
      aria-disabled={doing[action] === undefined}
      onClick={() => doing[action]?.()}
    >
      {words} <KeyHint action={action} />
    </button>
  );
  return (
    <div className="action-bar">
      <div className="actions" role="toolbar" aria-label="Decide">
        {act('accept', 'Accept', 'accept')}
        {act('reject', 'Reject', 'reject')}
        {act('edit', 'Edit')}
        {act('skip', 'Skip')}
        {act('undo', 'Undo')}
        {item.double?.state === 'disputed' && act('adjudicate', 'Settle', 'primary')}
      </div>
    </div>
  );
}
