// What is claimed, field by field, and where a person and the machine differ. Knows the item; changes nothing.
import type { RefObject } from 'react';
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import { StatusBadge } from '../parts/badges.tsx';
import { useDesk } from '../parts/desk-context.tsx';
import { kindWords, plainWords, valueWords, verdictWords } from '../text/words.ts';

interface ClaimCardProps {
  readonly item: DeskItem;
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
}

export function ClaimCard({ item, titleRef }: ClaimCardProps) {
  const { heldBy, decided, session } = useDesk();
  const verdict = decided[item.id];
  return (
    <div className="claim-card">
      <p className="claim-top">
        <span className={`badge kind-${item.kind}`}>{kindWords[item.kind].one}</span>
        {verdict === undefined ? (
          <StatusBadge status={item.status} reopened={item.reopened} />
        ) : (
          <span className="badge good">{verdictWords[verdict]} by you now</span>
        )}
        {item.double !== null && item.double.state === 'open' && (
          <span className="badge" title="Two people judge this, each without seeing the other’s word">
            Judged blind by two
          </span>
        )}
        {item.double?.state === 'disputed' && <span className="badge warn">Two editors disagree</span>}
      </p>
      <h1 id="claim-title" className="claim-title" ref={titleRef} tabIndex={-1} dir="auto">
        {item.label}
      </h1>
      <Proposition item={item} />
      {heldBy !== null && (
        <p className="warning" role="status">
          <strong dir="auto">{heldBy}</strong> has this on screen now; you can read it, not decide on it.
        </p>
      )}
      {session?.user?.role === 'viewer' && <p className="small">You may read and print; deciding needs an editor.</p>}
      <dl className="claim-fields">
        {item.fields.map((field) => (
          <ClaimField key={field.name} field={field} />
        ))}
      </dl>
    </div>
  );
}

/** What the issue of a stance proposes: only then can one say who is for it. */
function Proposition({ item }: { readonly item: DeskItem }) {
  const field = item.fields.find(({ name }) => name === 'issue');
  const says = field?.candidates.find(({ patch }) => patch.issue === field.value)?.why ?? null;
  if (says === null) return null;
  return (
    <p className="proposition" dir="auto">
      <span className="small">The issue:</span> {says}
    </p>
  );
}

/** Long-winded machine words that no editor needs at first sight. */
const quietFields: ReadonlySet<string> = new Set(['lat', 'lon', 'geoid', 'jurisdiction_id']);

function ClaimField({ field }: { readonly field: DeskItem['fields'][number] }) {
  const words = valueWords(field.value);
  const machine = valueWords(field.machine_value);
  const isPosition = field.name === 'position';
  return (
    <div className={quietFields.has(field.name) ? 'claim-field quiet' : 'claim-field'}>
      <dt>{field.label}</dt>
      <dd dir="auto">
        {words === null ? (
          <span className="none">–</span>
        ) : isPosition ? (
          <span className={`position position-${words}`}>{words}</span>
        ) : field.type === 'choice' ? (
          plainWords(words)
        ) : (
          words
        )}
        {words !== machine && <span className="small"> (machine: {machine ?? 'nothing'})</span>}
      </dd>
    </div>
  );
}
