// What is covered and how fresh it is: issues, states, and when each step last did something. Knows what is asked and drawn.
import type { DeskAnswer } from '../../../../src/desk-api/contract.ts';
import { useCore } from '../../parts/desk-context.tsx';
import { useLoaded } from '../../parts/loaded.tsx';
import { distanceWords, momentWords, numberWords, plainWords } from '../../text/words.ts';
import { dashboardsRoot } from '../boards.ts';
import { Figure } from '../chart/figure.tsx';
import { StackedBars } from '../chart/stacked-bars.tsx';
import { counted, numberColumn, textColumn } from '../chart/table-data.ts';
import { claimsAddress } from '../claims-address.ts';
import { LoadedBoard } from '../loaded-board.tsx';
import { stateName } from '../positions/state-names.ts';
import { monthWords } from '../timelines/months.ts';
import { StateMap } from './state-map.tsx';

type Coverage = DeskAnswer<'get_coverage'>;

const checked = [
  { key: 'published', words: 'Accepted by people', paint: 'paint-good' },
  { key: 'pending', words: 'Nobody has looked yet', paint: 'paint-plain' },
];

export function CoverageBoard() {
  const core = useCore();
  const loaded = useLoaded(() => core.api.call('get_coverage', {}), [core]);
  return (
    <LoadedBoard loaded={loaded}>
      {({ freshness, issues, states }) => (
        <>
          <Freshness freshness={freshness} />
          <Issues issues={issues} />
          <States states={states} />
        </>
      )}
    </LoadedBoard>
  );
}

function Freshness({ freshness }: { readonly freshness: Coverage['freshness'] }) {
  const nowMs = Date.now();
  const times = [
    ['A feed was asked', freshness.last_poll_at],
    ['A page was fetched', freshness.last_fetched_at],
    ['A story was saved', freshness.last_saved_at],
    ['Somebody decided', freshness.last_decision_at],
  ] as const;
  const { claims_pending: pending } = freshness;
  return (
    <section className="part">
      <h2>Freshness</h2>
      <dl className="tiles">
        {times.map(([words, time]) => (
          <div key={words} className="tile">
            <dt>{words}</dt>
            <dd>
              {time === null ? (
                'never'
              ) : (
                <time dateTime={time} title={momentWords(time)}>
                  {distanceWords(time, nowMs)}
                </time>
              )}
            </dd>
          </div>
        ))}
        <div className="tile">
          <dt>Stories waiting</dt>
          <dd>
            <a href={`${dashboardsRoot}/funnel`}>{numberWords(freshness.stories_waiting)}</a>
          </dd>
        </div>
        <div className="tile">
          <dt>Claims to review</dt>
          <dd>
            <a href={claimsAddress(pending.filter)}>{numberWords(pending.count)}</a>
          </dd>
        </div>
        <div className={freshness.sources_alarmed > 0 ? 'tile bad' : 'tile'}>
          <dt>Outlets alarmed</dt>
          <dd>
            <a href={`${dashboardsRoot}/sources`}>{numberWords(freshness.sources_alarmed)}</a>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Issues({ issues }: { readonly issues: Coverage['issues'] }) {
  const sorted = [...issues].sort((a, b) => b.total.count - a.total.count || (a.issue < b.issue ? -1 : 1));
  return (
    <Figure
      title="Stances by issue"
      note="Stances in use, and how many of them a person has accepted or edited."
      table={{
        columns: [
          textColumn('Issue'),
          ...['Stances', 'Accepted by people', 'Nobody has looked'].map(numberColumn),
          ...['First month', 'Last month'].map(textColumn),
        ],
        rows: sorted.map(({ issue, total: { count, filter }, reviewed, first_month, last_month }) => [
          { value: issue, words: plainWords(issue) },
          counted(count, filter),
          counted(reviewed, { ...filter, show: 'published' }),
          counted(count - reviewed, { ...filter, show: 'pending' }),
          ...[first_month, last_month].map((month) =>
            month === null ? { value: null } : { value: month, words: monthWords(month) },
          ),
        ]),
      }}
      none="No stance has been found yet."
    >
      {(width) => (
        <StackedBars
          label="Stances by issue, accepted by people or not yet looked at."
          legend={checked}
          width={width}
          of="stances"
          rows={sorted.map(({ issue, total: { count, filter }, reviewed }) => ({
            name: plainWords(issue),
            filter,
            pieces: [
              { ...checked[0], count: reviewed, filter: { ...filter, show: 'published' as const } },
              { ...checked[1], count: count - reviewed, filter: { ...filter, show: 'pending' as const } },
            ].map((piece) => ({ key: '', words: '', paint: '', ...piece })),
          }))}
        />
      )}
    </Figure>
  );
}

function States({ states }: { readonly states: Coverage['states'] }) {
  return (
    <Figure
      title="Stories by state"
      note="The stronger the colour, the more stories name a city of the state. A state leads to the claims that its cities are named."
      table={{
        columns: [textColumn('State'), ...['Stories', 'Cities', 'Claims of cities', 'Officials'].map(numberColumn)],
        rows: [...states]
          .sort((a, b) => b.stories - a.stories || (a.state < b.state ? -1 : 1))
          .map(({ state, stories, cities, officials, total }) => [
            { value: stateName(state) },
            { value: stories },
            { value: cities },
            counted(total.count, total.filter),
            { value: officials },
          ]),
      }}
      none="No city has been named yet."
    >
      {(width) => <StateMap rows={states} width={width} />}
    </Figure>
  );
}
