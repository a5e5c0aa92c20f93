// Who decided what on this item, oldest first. Knows one item's decisions.
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import { Moment } from '../parts/badges.tsx';
import { verdictWords } from '../text/words.ts';
import { Patch } from './double-review.tsx';

export function History({ item }: { readonly item: DeskItem }) {
  return (
    <section className="reason">
      <h3>Decisions</h3>
      {item.history.length === 0 ? (
        <p className="small">Nobody has decided yet.</p>
      ) : (
        <ol className="history">
          {item.history.map(({ id, verdict, editor, reason, patch, at, undone, version_id }) => (
            <li key={id} className={undone ? 'undone' : ''}>
              <strong>{verdictWords[verdict]}</strong> by <span dir="auto">{editor}</span>, <Moment time={at} />
              {undone && <span className="small"> (taken back)</span>}
              {version_id !== item.story.version.id && <span className="small"> (on another version)</span>}
              {patch !== null && verdict === 'edit' && <Patch patch={patch} />}
              {reason !== null && <p dir="auto">{reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
