// The stories behind one number of the funnel, page by page, each with the way to its page and to its claims.
import { useState } from 'react';
import type { DeskQuery } from '../../../../src/desk-api/contract.ts';
import { Moment } from '../../parts/badges.tsx';
import { useCore } from '../../parts/desk-context.tsx';
import { Part, useLoaded } from '../../parts/loaded.tsx';
import { numberWords, plainWords } from '../../text/words.ts';
import { dashboardsRoot } from '../boards.ts';
import { claimsAddress } from '../claims-address.ts';

interface StoryListProps {
  readonly stage: DeskQuery<'list_stories'>['stage'];
  /** Of dropped ones; null for all. */
  readonly reason: string | null;
}

export function StoryList({ stage, reason }: StoryListProps) {
  const core = useCore();
  /** `after` of each page that was opened, the first without one. */
  const [pagesSeen, setPagesSeen] = useState<readonly (string | null)[]>([null]);
  const after = pagesSeen.at(-1) ?? null;
  const stories = useLoaded(
    () =>
      core.api.call('list_stories', {
        query: { stage, ...(reason === null ? {} : { reason }), ...(after === null ? {} : { after }) },
      }),
    [core, stage, reason, after],
  );
  const title = `Stories ${stage}${reason === null ? '' : `: ${plainWords(reason)}`}`;
  return (
    <>
      <p className="row-of board-back">
        <a className="button" href={`${dashboardsRoot}/funnel`}>
          Back to the funnel
        </a>
      </p>
      <Part title={title} loaded={stories}>
        {({ stories: items, next }) => (
          <>
            <p className="small">The last discovered first.</p>
            {items.length === 0 && <p className="figure-none">There are none.</p>}
            {items.length > 0 && (
              <div className="scroll">
                <table className="table story-list">
                  <thead>
                    <tr>
                      <th scope="col">Story</th>
                      <th scope="col">Outlet</th>
                      <th scope="col">Stands at</th>
                      <th scope="col">Discovered</th>
                      <th scope="col" className="number">
                        Claims
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((story) => (
                      <tr key={story.id}>
                        <th scope="row" dir="auto">
                          <OutletLink link={story.link} words={story.title ?? story.url} />
                        </th>
                        <td dir="auto">{story.source_name}</td>
                        <td>
                          {story.state}
                          {story.reason !== null && `: ${plainWords(story.reason)}`}
                          {story.last_error !== null && (
                            <span className="small" dir="auto">
                              {' '}
                              {story.last_error}
                            </span>
                          )}
                        </td>
                        <td>
                          <Moment time={story.discovered_at} />
                        </td>
                        <td className="number">
                          {story.claims.count === 0 ? (
                            0
                          ) : (
                            <a href={claimsAddress(story.claims.filter)}>{numberWords(story.claims.count)}</a>
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
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
    </>
  );
}

function OutletLink({ link, words }: { readonly link: string | null; readonly words: string }) {
  return link === null ? (
    words
  ) : (
    <a href={link} rel="noreferrer noopener" target="_blank">
      {words}
    </a>
  );
}
