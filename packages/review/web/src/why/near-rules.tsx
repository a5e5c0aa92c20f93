// Rules that came near at these words and did not fire: asked for when somebody wants to see them. Knows one stance.
import { useState } from 'react';
import { useCore } from '../parts/desk-context.tsx';
import { useLoaded } from '../parts/loaded.tsx';

export function NearRules({ id }: { readonly id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="reason near-rules" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Rules that came near</summary>
      {isOpen && <List id={id} />}
    </details>
  );
}

function List({ id }: { readonly id: string }) {
  const core = useCore();
  const { answer, problem } = useLoaded(() => core.api.call('get_near_rules', { id }), [core, id]);
  return (
    <div role="status">
      {answer === null && <p className="small">{problem ?? 'Reading these sentences again …'}</p>}
      {answer !== null && answer.near.length === 0 && <p className="small">None came near in these sentences.</p>}
      {answer !== null && answer.near.length > 0 && (
        <ul className="losing">
          {answer.near.map((words) => (
            <li key={words} dir="auto">
              {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
