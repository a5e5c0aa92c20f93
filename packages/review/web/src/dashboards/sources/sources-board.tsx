// Health of the outlets: alarms in words, silence beside what is usual, and what each has given. Knows what is asked and drawn.
import { Moment } from '../../parts/badges.tsx';
import { useCore } from '../../parts/desk-context.tsx';
import { useLoaded } from '../../parts/loaded.tsx';
import { countWords, momentWords, numberWords } from '../../text/words.ts';
import { Figure } from '../chart/figure.tsx';
import { StackedBars } from '../chart/stacked-bars.tsx';
import { counted, numberColumn, type TableData, textColumn } from '../chart/table-data.ts';
import { LoadedBoard } from '../loaded-board.tsx';
import { SilenceChart } from './silence-chart.tsx';
import { byHealth, bySilence, daysWords, type Health, healthOf, healthWords, type Source } from './source-state.ts';

const sourcesInChart = 40;
const stories = [
  { key: 'saved', words: 'Saved', paint: 'paint-good' },
  { key: 'dropped', words: 'Dropped', paint: 'paint-gone' },
  { key: 'waiting', words: 'Waiting', paint: 'paint-neutral' },
];

export function SourcesBoard() {
  const core = useCore();
  const loaded = useLoaded(() => core.api.call('get_sources', {}), [core]);
  return (
    <LoadedBoard loaded={loaded}>
      {({ sources }) => {
        const sorted = [...sources].sort(byHealth);
        const heard = sorted
          .filter(({ silent_days, expected_gap_days }) => silent_days !== null || expected_gap_days !== null)
          .sort(bySilence);
        return (
          <>
            <Alarms sources={sorted} />
            <Figure
              title="Silence"
              note={`The mark is the gap that is usual for the outlet, measured by itself; a weekly paper may be silent for a week.${heard.length > sourcesInChart ? ` The longest overdue come first: ${sourcesInChart} of ${numberWords(heard.length)}.` : ''}`}
              table={healthTable(sorted)}
              none="No outlet has been read yet."
            >
              {(width) =>
                heard.length === 0 ? (
                  <p className="figure-none">No story of any outlet has been discovered yet.</p>
                ) : (
                  <SilenceChart sources={heard.slice(0, sourcesInChart)} width={width} />
                )
              }
            </Figure>
            <Delivered sources={sources} />
          </>
        );
      }}
    </LoadedBoard>
  );
}

function Alarms({ sources }: { readonly sources: readonly Source[] }) {
  const alarmed = sources.filter(({ alarms }) => alarms.length > 0);
  const others = Map.groupBy(sources, healthOf);
  const words = (Object.keys(healthWords) as Health[])
    .filter((health) => others.has(health))
    .map((health) => `${healthWords[health].toLowerCase()} ${numberWords(others.get(health)?.length ?? 0)}`);
  return (
    <section className="part">
      <h2>Alarms</h2>
      <p className="small">
        {countWords(sources.length, 'outlet')}: {words.join(' · ')}.
      </p>
      {alarmed.length === 0 ? (
        <p>No outlet is alarmed.</p>
      ) : (
        <ul className="alarms">
          {alarmed.map(({ id, name, alarms, alarmed_at: at }) => (
            <li key={id}>
              <strong dir="auto">{name}</strong>
              <span>
                {alarms.map((alarm) => (
                  <span key={alarm} className="alarm" dir="auto">
                    {alarm}
                  </span>
                ))}
                {at !== null && (
                  <span className="small">
                    since <Moment time={at} />
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function healthTable(sources: readonly Source[]): TableData {
  return {
    columns: [
      ...['Outlet', 'Home', 'State'].map(textColumn),
      ...['Feeds well', 'Failing', 'Dead'].map(numberColumn),
      ...['Silent for, days', 'Usual gap, days'].map(numberColumn),
      ...['Last asked', 'Last story'].map(textColumn),
    ],
    rows: sources.map((source) => [
      { value: source.name, filter: source.claims },
      { value: source.home },
      { value: healthWords[healthOf(source)] },
      ...[source.feeds_ok, source.feeds_failing, source.feeds_dead].map((value) => ({ value })),
      ...[source.silent_days, source.expected_gap_days].map((days) =>
        days === null ? { value: null } : { value: Math.round(days * 100) / 100, words: daysWords(days) },
      ),
      ...[source.last_polled_at, source.last_discovered_at].map((time) =>
        time === null ? { value: null } : { value: time, words: momentWords(time) },
      ),
    ]),
  };
}

function Delivered({ sources }: { readonly sources: readonly Source[] }) {
  const sorted = [...sources].sort((a, b) => b.stories - a.stories || a.name.localeCompare(b.name, 'en-US'));
  const waiting = ({ stories: all, saved, dropped }: Source) => Math.max(0, all - saved - dropped);
  return (
    <Figure
      title="Stories of each outlet"
      note={`What became of the stories that were discovered.${sorted.length > sourcesInChart ? ` The first ${sourcesInChart} of ${numberWords(sorted.length)}.` : ''}`}
      table={{
        columns: [textColumn('Outlet'), ...['Discovered', 'Saved', 'Dropped', 'Waiting'].map(numberColumn)],
        rows: sorted.map((source) => [
          { value: source.name, filter: source.claims },
          { value: source.stories },
          counted(source.saved, source.claims),
          { value: source.dropped },
          { value: waiting(source) },
        ]),
      }}
      none="There is no outlet yet."
    >
      {(width) => (
        <StackedBars
          label="Stories by outlet."
          legend={stories}
          width={width}
          of="stories"
          rows={sorted.slice(0, sourcesInChart).map((source) => ({
            name: source.name,
            filter: source.claims,
            pieces: stories.map((series) => ({
              ...series,
              count: { saved: source.saved, dropped: source.dropped, waiting: waiting(source) }[series.key] ?? 0,
              filter: series.key === 'saved' ? source.claims : null,
            })),
          }))}
        />
      )}
    </Figure>
  );
}
