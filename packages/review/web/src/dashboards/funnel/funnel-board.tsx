// From discovered stories to claims that stand, and what was lost on the way, for which reason. Knows what is asked and drawn.
import type { DeskAnswer } from '../../../../src/desk-api/contract.ts';
import { useCore } from '../../parts/desk-context.tsx';
import { useLoaded } from '../../parts/loaded.tsx';
import { type Kind, kinds, kindWords, numberWords, percentWords, plainWords, statusWords } from '../../text/words.ts';
import { Figure } from '../chart/figure.tsx';
import type { Series } from '../chart/series.ts';
import { StackedBars } from '../chart/stacked-bars.tsx';
import { type Cell, counted, numberColumn, textColumn } from '../chart/table-data.ts';
import { LoadedBoard } from '../loaded-board.tsx';
import { useSearch } from '../use-search.ts';
import { stageIn, storiesAddress } from './stories-address.ts';
import { StoryList } from './story-list.tsx';

type Funnel = DeskAnswer<'get_funnel'>;

const one: Series = { key: 'one', words: 'Stories', paint: 'paint-plain' };
const statuses = [
  { key: 'accepted', paint: 'paint-good' },
  { key: 'edited', paint: 'paint-edited' },
  { key: 'pending', paint: 'paint-plain' },
  { key: 'rejected', paint: 'paint-bad' },
  { key: 'superseded', paint: 'paint-neutral' },
] as const;
const statusSeries = statuses.map(({ key, paint }) => ({ key, paint, words: statusWords[key] }));

export function FunnelBoard() {
  const search = useSearch();
  const stage = stageIn(search.get('stories'));
  return stage === null ? <Whole /> : <StoryList key={stage} stage={stage} reason={search.get('reason')} />;
}

function Whole() {
  const core = useCore();
  const loaded = useLoaded(() => core.api.call('get_funnel', {}), [core]);
  return (
    <LoadedBoard loaded={loaded}>
      {(funnel) => (
        <>
          <Stories funnel={funnel} />
          <Dropped dropped={funnel.dropped} />
          <Claims funnel={funnel} />
        </>
      )}
    </LoadedBoard>
  );
}

function Stories({ funnel: { stages, dropped, waiting } }: { readonly funnel: Funnel }) {
  const ofStories = stages.filter(({ stage }) => stage.startsWith('stories '));
  const [found, saved] = [ofStories[0]?.count ?? 0, ofStories.at(-1)?.count ?? 0];
  const lost = dropped.reduce((sum, { count }) => sum + count, 0);
  const missing = found - saved - lost - waiting;
  return (
    <Figure
      title="Stories, stage by stage"
      note={
        <>
          <Told count={found} stage="discovered" /> = <Told count={saved} stage="saved" /> +{' '}
          <Told count={lost} stage="dropped" /> + <Told count={waiting} stage="waiting" />
          {missing !== 0 && <strong className="bad-words">; {numberWords(missing)} unaccounted for</strong>}.
        </>
      }
      table={{
        columns: [
          ...[textColumn('Stage'), numberColumn('Stories')],
          ...[numberColumn('Fewer than before'), numberColumn('Of all, %')],
        ],
        rows: ofStories.map(({ stage, count }, at) => [
          { value: stage.replace('stories ', '') },
          leading(count, stageIn(stage.replace('stories ', ''))),
          { value: (ofStories[at - 1]?.count ?? count) - count },
          { value: found === 0 ? null : Math.round((100 * count) / found) },
        ]),
      }}
      none="No story has been discovered yet."
    >
      {(width) => (
        <StackedBars
          label="Stories by stage."
          legend={[]}
          width={width}
          of="stories"
          rows={ofStories.map(({ stage, count, filter }, at) => ({
            name: stage.replace('stories ', ''),
            filter,
            ...addressOf(stageIn(stage.replace('stories ', ''))),
            end: `${numberWords(count)} · ${percentWords(found === 0 ? 0 : count / found)}${fewerWords((ofStories[at - 1]?.count ?? count) - count)}`,
            pieces: [{ ...one, count, filter }],
          }))}
        />
      )}
    </Figure>
  );
}

/** "4 discovered", which leads to them. */
function Told({ count, stage }: { readonly count: number; readonly stage: NonNullable<ReturnType<typeof stageIn>> }) {
  const words = (
    <>
      <strong>{numberWords(count)}</strong> {stage}
    </>
  );
  return count === 0 ? words : <a href={storiesAddress(stage)}>{words}</a>;
}

/** A count of stories that leads to them; a zero leads nowhere. */
function leading(count: number, stage: ReturnType<typeof stageIn>, reason?: string): Cell {
  return stage === null || count === 0 ? { value: count } : { value: count, address: storiesAddress(stage, reason) };
}

function addressOf(stage: ReturnType<typeof stageIn>, reason?: string): { readonly address?: string } {
  return stage === null ? {} : { address: storiesAddress(stage, reason) };
}

/** " · 3 fewer". */
function fewerWords(fewer: number): string {
  return fewer > 0 ? ` · ${numberWords(fewer)} fewer` : '';
}

function Dropped({ dropped }: { readonly dropped: Funnel['dropped'] }) {
  const rows = [...dropped].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  return (
    <Figure
      title="Why stories were dropped"
      note="Each dropped story has one reason; none is dropped without one."
      table={{
        columns: [textColumn('Reason'), numberColumn('Stories')],
        rows: rows.map(({ reason, count }) => [
          { value: reason, words: plainWords(reason) },
          leading(count, 'dropped', reason),
        ]),
      }}
      none="No story has been dropped."
    >
      {(width) => (
        <StackedBars
          label="Dropped stories by reason."
          legend={[]}
          width={width}
          of="stories"
          rows={rows.map(({ reason, count }) => ({
            name: plainWords(reason),
            filter: null,
            ...addressOf('dropped', reason),
            pieces: [{ ...one, paint: 'paint-gone', count, filter: null }],
          }))}
        />
      )}
    </Figure>
  );
}

function Claims({ funnel: { stages, findings } }: { readonly funnel: Funnel }) {
  const totals = stages.filter(({ stage }) => stage.startsWith('claims '));
  const of = (kind: Kind, status: string) =>
    findings.find((row) => row.kind === kind && row.status === status)?.total ?? { count: 0, filter: null };
  const found = totals.find(({ filter }) => filter?.show === 'all')?.count ?? 0;
  return (
    <Figure
      title="Claims, by what became of them"
      note={totals.map(({ stage, count }) => `${numberWords(count)} ${stage.replace('claims ', '')}`).join(' → ')}
      table={{
        columns: [textColumn('Kind'), ...statusSeries.map(({ words }) => numberColumn(words)), numberColumn('All')],
        rows:
          found === 0
            ? []
            : kinds.map((kind) => {
                const row = statusSeries.map(({ key }) => of(kind, key));
                return [
                  { value: kindWords[kind].many },
                  ...row.map(({ count, filter }) => counted(count, filter)),
                  counted(
                    row.reduce((sum, { count }) => sum + count, 0),
                    { show: 'all', kind },
                  ),
                ];
              }),
      }}
      none="Nothing has been claimed yet."
    >
      {(width) => (
        <StackedBars
          label="Claims by kind and by what people said of them."
          legend={statusSeries}
          width={width}
          of="claims"
          rows={kinds.map((kind) => ({
            name: kindWords[kind].many,
            filter: { show: 'all', kind },
            pieces: statusSeries.map((series) => ({ ...series, ...of(kind, series.key) })),
          }))}
        />
      )}
    </Figure>
  );
}
