// Pairs of officials that may be one person, with what speaks for it and against. Knows pairs; the deed is a dialog's.
import { useState } from 'react';
import type { DeskAnswer } from '../../../src/desk-api/contract.ts';
import { mayDecide } from '../desk/desk-state.ts';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { Part, useLoaded } from '../parts/loaded.tsx';
import { root } from '../screens/pages.ts';
import { countWords } from '../text/words.ts';
import { type OfficialDeed, OfficialDialog } from './official-dialog.tsx';

type Pair = DeskAnswer<'list_candidates'>['pairs'][number];
type Official = Pair['a'];

const strengths: Readonly<Record<Pair['strength'], string>> = {
  strong: 'very likely one person',
  fair: 'likely one person',
  weak: 'perhaps one person',
};

export function Candidates() {
  const core = useCore();
  const state = useDesk();
  const [deed, setDeed] = useState<OfficialDeed | null>(null);
  const candidates = useLoaded(() => core.api.call('list_candidates', {}), [core]);
  return (
    <Part title="Perhaps one person" loaded={candidates}>
      {({ pairs }) => (
        <>
          {pairs.length === 0 && <p className="small">No two officials look like one person.</p>}
          <ul className="pairs">
            {pairs.map((pair) => (
              <OnePair key={`${pair.a.id}-${pair.b.id}`} pair={pair} choose={mayDecide(state) ? setDeed : null} />
            ))}
          </ul>
          {deed !== null && (
            <OfficialDialog
              deed={deed}
              close={() => setDeed(null)}
              done={() => {
                setDeed(null);
                candidates.again();
              }}
            />
          )}
        </>
      )}
    </Part>
  );
}

interface OnePairProps {
  readonly pair: Pair;
  /** Null for somebody who may only look. */
  readonly choose: ((deed: OfficialDeed) => void) | null;
}

function OnePair({ pair, choose }: OnePairProps) {
  const { a, b, strength, reasons, against } = pair;
  const [more, less] = a.findings >= b.findings ? [a, b] : [b, a];
  return (
    <li>
      <div className="pair">
        <Who official={more} />
        <Who official={less} />
      </div>
      <p className="small">
        <strong>{strengths[strength]}</strong>: {reasons.join('; ')}
        {against.length > 0 && `. Against: ${against.join('; ')}`}
      </p>
      {choose !== null && (
        <p className="row-of">
          <button
            type="button"
            className="button"
            onClick={() =>
              choose({
                words: `${nameOf(less)} becomes ${nameOf(more)}`,
                reason: 'one person',
                decision: { kind: 'merge', official_id: less.id, into_id: more.id },
              })
            }
          >
            One person
          </button>
          <button
            type="button"
            className="button"
            onClick={() =>
              choose({
                words: `${nameOf(a)} and ${nameOf(b)} are two people`,
                reason: 'two people',
                decision: { kind: 'apart', official_id: a.id, other_id: b.id },
              })
            }
          >
            Two people
          </button>
        </p>
      )}
    </li>
  );
}

/** Name and office, as one line. */
export function nameOf({ name, title, role }: Pick<Official, 'name' | 'title' | 'role'>): string {
  return [name ?? 'somebody not named', title ?? role].filter(Boolean).join(', ');
}

function Who({ official }: { readonly official: Official }) {
  const { id, organization, jurisdiction, findings } = official;
  return (
    <p dir="auto">
      <a href={`${root}/officials/${id}`}>{nameOf(official)}</a>
      <br />
      <span className="small">
        {[organization, jurisdiction].filter(Boolean).join(', ') || 'nothing known of the office'} ·{' '}
        {countWords(findings, 'finding')}
      </span>
    </p>
  );
}
