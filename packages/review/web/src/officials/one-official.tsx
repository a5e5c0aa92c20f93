// One official: the rows that make it up, its stories, rosters, and what people decided about it. Knows one official's call.
import { useState } from 'react';
import type { DeskAnswer } from '../../../src/desk-api/contract.ts';
import { mayDecide } from '../desk/desk-state.ts';
import { Moment } from '../parts/badges.tsx';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { Part, useLoaded } from '../parts/loaded.tsx';
import { root } from '../screens/pages.ts';
import { countWords, dayWords, numberWords, plainWords } from '../text/words.ts';
import { nameOf } from './candidates.tsx';
import { type OfficialDeed, OfficialDialog } from './official-dialog.tsx';

type View = DeskAnswer<'get_official'>;

export function OneOfficial({ id }: { readonly id: string }) {
  const core = useCore();
  const state = useDesk();
  const [deed, setDeed] = useState<OfficialDeed | null>(null);
  const view = useLoaded(() => core.api.call('get_official', { id }), [core, id]);
  const choose = mayDecide(state) ? setDeed : null;
  return (
    <>
      <div className="page-head">
        <h1 dir="auto">{view.answer === null ? 'Official' : (view.answer.official.name ?? 'Not named')}</h1>
        <a href={`${root}/officials`}>All officials</a>
      </div>
      <Part title="Who this is" loaded={view}>
        {(answer) => (
          <>
            <Facts view={answer} />
            <Roster view={answer} choose={choose} />
            <Stories view={answer} choose={choose} />
            <Decisions view={answer} choose={choose} />
          </>
        )}
      </Part>
      {deed !== null && (
        <OfficialDialog
          deed={deed}
          close={() => setDeed(null)}
          done={() => {
            setDeed(null);
            view.again();
          }}
        />
      )}
    </>
  );
}

interface PartProps {
  readonly view: View;
  /** Null for somebody who may only look. */
  readonly choose: ((deed: OfficialDeed) => void) | null;
}

function Facts({ view }: { readonly view: View }) {
  const { official, members, quotes, stances } = view;
  const { title, role, organization, jurisdiction, first_seen, last_seen } = official;
  return (
    <>
      <p dir="auto">{[title ?? role, organization, jurisdiction].filter(Boolean).join(' · ') || 'Nothing known.'}</p>
      <p className="small">
        {first_seen !== null && `Seen from ${dayWords(first_seen)} to ${dayWords(last_seen ?? first_seen)}. `}
        {countWords(quotes, 'quote')}, {countWords(stances, 'stance')}:{' '}
        <a href={`${root}?show=all&official_id=${official.id}`}>all its claims</a>.
      </p>
      {members.length > 1 && (
        <p className="small" dir="auto">
          Made of: {members.map(nameOf).join('; ')}
        </p>
      )}
    </>
  );
}

function Roster({ view, choose }: PartProps) {
  const { official, roster, linked } = view;
  if (roster.length === 0 && linked === null) return null;
  return (
    <>
      <h3>Rosters</h3>
      <ul className="pairs">
        {roster.map((entry) => (
          <li key={entry.entry_id}>
            <p dir="auto">
              <strong>{entry.name}</strong>, {entry.role}, {entry.jurisdiction} ({entry.roster})
              {entry.start_on !== null && `, from ${entry.start_on}`}
              {entry.end_on !== null && ` to ${entry.end_on}`}
            </p>
            <p className="small">{entry.says}</p>
            {linked?.entry_id === entry.entry_id ? (
              <p className="badge good">Linked</p>
            ) : (
              choose !== null && (
                <button
                  type="button"
                  className="button"
                  onClick={() =>
                    choose({
                      words: `${nameOf(official)} is ${entry.name} of ${entry.roster}`,
                      reason: entry.says,
                      decision: { kind: 'link', official_id: official.id, roster_entry_id: entry.entry_id },
                    })
                  }
                >
                  This is the one
                </button>
              )
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Stories({ view, choose }: PartProps) {
  return (
    <>
      <h3>Stories</h3>
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Story</th>
              <th scope="col">As written there</th>
              <th scope="col" className="number">
                Mentions
              </th>
              {choose !== null && <td />}
            </tr>
          </thead>
          <tbody>
            {view.stories.map((story) => (
              <tr key={`${story.story_id}-${story.official_id}`}>
                <td>{dayWords(story.seen_on)}</td>
                <td dir="auto">
                  <a href={`${root}?show=all&story_id=${story.story_id}`}>{story.title ?? 'Story without a title'}</a>
                </td>
                <td dir="auto">
                  {[story.name, story.title_as_written, story.organization].filter(Boolean).join(', ')}
                </td>
                <td className="number">{numberWords(story.mentions)}</td>
                {choose !== null && (
                  <td>
                    <button
                      type="button"
                      className="button quiet"
                      onClick={() =>
                        choose({
                          words: `In “${story.title ?? 'this story'}” it is somebody else`,
                          reason: 'somebody else',
                          decision: { kind: 'split', official_id: story.official_id, story_id: story.story_id },
                        })
                      }
                    >
                      Somebody else
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Decisions({ view, choose }: PartProps) {
  if (view.decisions.length === 0) return null;
  return (
    <>
      <h3>Decisions</h3>
      <ul className="pairs">
        {view.decisions.map(({ id, kind, editor, reason, at, stands }) => (
          <li key={id}>
            <p dir="auto">
              <strong>{plainWords(kind)}</strong> by {editor}, <Moment time={at} />: {reason}
              {!stands && ' (undone)'}
            </p>
            {stands && kind !== 'undo' && choose !== null && (
              <button
                type="button"
                className="button quiet"
                onClick={() =>
                  choose({
                    words: `“${plainWords(kind)}” of ${editor} is undone`,
                    reason: 'a mistake',
                    decision: { kind: 'undo', decision_id: id },
                  })
                }
              >
                Undo
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
