// The team: pace, agreement, users, what was done. Knows the parts; who may see which.
import { useState } from 'react';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { Part, useLoaded } from '../parts/loaded.tsx';
import { TopBar } from '../screens/top-bar.tsx';
import { kindWords, numberWords, percentWords } from '../text/words.ts';
import { Audit } from './audit.tsx';
import { OwnPassword, Users } from './users.tsx';

const spans = [7, 30, 90, 365];

export function TeamScreen() {
  const { session } = useDesk();
  const [days, setDays] = useState(30);
  const isAdmin = session?.user?.role === 'admin';
  return (
    <div className="page">
      <TopBar open={null} />
      <main className="page-main">
        <div className="page-head">
          <h1>Team</h1>
          <label>
            The last{' '}
            <select className="input narrow" value={days} onChange={(event) => setDays(Number(event.target.value))}>
              {spans.map((span) => (
                <option key={span} value={span}>
                  {span} days
                </option>
              ))}
            </select>
          </label>
        </div>
        <Pace days={days} />
        <Agreement days={days} />
        {session?.mode === 'users' && isAdmin && <Users />}
        {session?.mode === 'users' && <OwnPassword />}
        {isAdmin && <Audit />}
      </main>
    </div>
  );
}

function Pace({ days }: { readonly days: number }) {
  const core = useCore();
  const pace = useLoaded(() => core.api.call('get_pace', { query: { days } }), [core, days]);
  return (
    <Part title="Pace" loaded={pace}>
      {({ editors }) =>
        editors.length === 0 ? (
          <p className="small">Nobody has decided anything in this time.</p>
        ) : (
          <div className="scroll">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Editor</th>
                  {['Decisions', 'Accepted', 'Rejected', 'Edited', 'Taken back', 'An hour', 'Seconds each'].map(
                    (name) => (
                      <th key={name} scope="col" className="number">
                        {name}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {editors.map(({ editor, decisions, accepted, rejected, edited, undone, per_hour, median_seconds }) => (
                  <tr key={editor}>
                    <th scope="row" dir="auto">
                      {editor}
                    </th>
                    {[decisions, accepted, rejected, edited, undone, per_hour, median_seconds].map((value, at) => (
                      <td key={at} className="number">
                        {value === null ? '–' : numberWords(Math.round(value))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Part>
  );
}

/** α and κ as they are read: two digits; a dash where nothing can be computed. */
function coefficient(value: number | null): string {
  return value === null ? '–' : value.toFixed(2).replace('-', '−');
}

function Agreement({ days }: { readonly days: number }) {
  const core = useCore();
  const agreement = useLoaded(() => core.api.call('get_agreement', { query: { days } }), [core, days]);
  return (
    <Part title="Agreement" loaded={agreement}>
      {({ items, agreed, disputed, alpha, by_kind, pairs }) =>
        items === 0 ? (
          <p className="small">
            No item was judged blind by two people in this time. The share that is can be set when the desk is started;
            f on the desk asks for a second opinion.
          </p>
        ) : (
          <>
            <p>
              {numberWords(items)} judged blind by two: {numberWords(agreed)} agreed ({percentWords(agreed / items)}),{' '}
              {numberWords(disputed)} disputed. Krippendorff’s α <strong>{coefficient(alpha)}</strong>
            </p>
            <ul className="facts">
              {by_kind.map(({ kind, items: of, alpha: ofKind }) => (
                <li key={kind}>
                  {kindWords[kind].many}: α {coefficient(ofKind)} <span className="small">({numberWords(of)})</span>
                </li>
              ))}
            </ul>
            <div className="scroll">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">Two editors</th>
                    <th scope="col" className="number">
                      Items
                    </th>
                    <th scope="col" className="number">
                      Agreed
                    </th>
                    <th scope="col" className="number">
                      Cohen’s κ
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {pairs.map(({ a, b, items: of, agreed: alike, kappa }) => (
                    <tr key={`${a}\n${b}`}>
                      <th scope="row" dir="auto">
                        {a} and {b}
                      </th>
                      <td className="number">{numberWords(of)}</td>
                      <td className="number">{numberWords(alike)}</td>
                      <td className="number">{coefficient(kappa)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )
      }
    </Part>
  );
}
