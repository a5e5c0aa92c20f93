// Officials across stories: the list, who may be one person, one official with stories and rosters. Knows which is shown.
import { useEffect, useState } from 'react';
import { useCore } from '../parts/desk-context.tsx';
import { Part, useLoaded } from '../parts/loaded.tsx';
import { root } from '../screens/pages.ts';
import { TopBar } from '../screens/top-bar.tsx';
import { countWords, numberWords } from '../text/words.ts';
import { Candidates } from './candidates.tsx';
import { OneOfficial } from './one-official.tsx';

const wordsAfterMs = 250;

export function OfficialsScreen() {
  const id = new RegExp(`^${root}/officials/([0-9a-f]+)$`).exec(location.pathname)?.[1];
  return (
    <div className="page">
      <TopBar open={null} />
      <main className="page-main">
        {id === undefined ? (
          <>
            <div className="page-head">
              <h1>Officials</h1>
            </div>
            <Candidates />
            <AllOfficials />
          </>
        ) : (
          <OneOfficial id={id} />
        )}
      </main>
    </div>
  );
}

function AllOfficials() {
  const core = useCore();
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const [unlinked, setUnlinked] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), wordsAfterMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const officials = useLoaded(
    () =>
      core.api.call('list_officials', {
        query: { limit: 200, ...(words !== '' && { words }), ...(unlinked && { unlinked: 'true' as const }) },
      }),
    [core, words, unlinked],
  );
  return (
    <>
      <div className="line-form">
        <label>
          Name, title, organization or place
          <input
            className="input"
            type="search"
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <label className="option-line">
          <input type="checkbox" checked={unlinked} onChange={(event) => setUnlinked(event.target.checked)} /> In no
          roster yet
        </label>
      </div>
      <Part title="All officials" loaded={officials}>
        {({ officials: rows, total }) => (
          <>
            <p className="small">
              {countWords(total, 'official')}
              {rows.length < total && `, the first ${numberWords(rows.length)} shown`}.
            </p>
            <div className="scroll">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">Name</th>
                    <th scope="col">Office</th>
                    <th scope="col">Where</th>
                    <th scope="col" className="number">
                      Findings
                    </th>
                    <th scope="col">Roster</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ id, name, title, role, organization, jurisdiction, findings, roster }) => (
                    <tr key={id}>
                      <th scope="row" dir="auto">
                        <a href={`${root}/officials/${id}`}>{name ?? 'Not named'}</a>
                      </th>
                      <td dir="auto">{title ?? role ?? '–'}</td>
                      <td dir="auto">{[organization, jurisdiction].filter(Boolean).join(', ') || '–'}</td>
                      <td className="number">{numberWords(findings)}</td>
                      <td dir="auto">{roster === null ? '–' : `${roster.name}, ${roster.roster}`}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </Part>
    </>
  );
}
