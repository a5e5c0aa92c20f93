// Who did what, newest first, page by page. Knows the audit log's call.
import { useState } from 'react';
import { Moment } from '../parts/badges.tsx';
import { useCore } from '../parts/desk-context.tsx';
import { Part, useLoaded } from '../parts/loaded.tsx';
import { root } from '../screens/pages.ts';
import { numberWords, plainWords } from '../text/words.ts';

export function Audit() {
  const core = useCore();
  /** `after` of each page that was opened, the first without one. */
  const [pagesSeen, setPagesSeen] = useState<readonly (string | null)[]>([null]);
  const after = pagesSeen.at(-1) ?? null;
  const audit = useLoaded(
    () => core.api.call('list_audit', { query: { limit: 50, ...(after === null ? {} : { after }) } }),
    [core, after],
  );
  return (
    <Part title="What was done" loaded={audit}>
      {({ entries, next }) => (
        <>
          <div className="scroll">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Who</th>
                  <th scope="col">What</th>
                  <th scope="col">About</th>
                  <th scope="col" className="number">
                    Items
                  </th>
                </tr>
              </thead>
              <tbody>
                {entries.map(({ id, at, editor, kind, about, finding_id, items }) => (
                  <tr key={id}>
                    <td>
                      <Moment time={at} />
                    </td>
                    <td dir="auto">{editor}</td>
                    <td>{plainWords(kind)}</td>
                    <td dir="auto">
                      {finding_id === null ? about : <a href={`${root}?show=all&item=${finding_id}`}>{about}</a>}
                    </td>
                    <td className="number">{numberWords(items)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="row-of">
            {pagesSeen.length > 1 && (
              <button type="button" className="button" onClick={() => setPagesSeen(pagesSeen.slice(0, -1))}>
                Newer
              </button>
            )}
            {next !== null && (
              <button type="button" className="button" onClick={() => setPagesSeen([...pagesSeen, next])}>
                Older
              </button>
            )}
          </p>
        </>
      )}
    </Part>
  );
}
