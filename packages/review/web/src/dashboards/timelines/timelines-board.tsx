// The stances of one official or one city over time, and whose there are. Knows what is asked and drawn.
import type { DeskAnswer } from '../../../../src/desk-api/contract.ts';
import { useCore } from '../../parts/desk-context.tsx';
import { useLoaded } from '../../parts/loaded.tsx';
import { root } from '../../screens/pages.ts';
import { countWords, numberWords, plainWords, statusWords } from '../../text/words.ts';
import { Figure } from '../chart/figure.tsx';
import { counted, numberColumn, type TableData, textColumn } from '../chart/table-data.ts';
import { claimAddress } from '../claims-address.ts';
import { LoadedBoard } from '../loaded-board.tsx';
import { ofPosition, positions } from '../positions-words.ts';
import { type Search, useSearch } from '../use-search.ts';
import { monthWords } from './months.ts';
import { TimelineChart } from './timeline-chart.tsx';

type Holders = DeskAnswer<'list_holders'>;
type Timeline = DeskAnswer<'get_timeline'>;

/** Whose timeline is shown. */
type Whose = { readonly official_id: string } | { readonly place_id: string };

const stancesListed = 200;

export function TimelinesBoard() {
  const core = useCore();
  const holders = useLoaded(() => core.api.call('list_holders', {}), [core]);
  return <LoadedBoard loaded={holders}>{(answer) => <Chosen holders={answer} />}</LoadedBoard>;
}

function Chosen({ holders }: { readonly holders: Holders }) {
  const search = useSearch();
  const whose = chosenOf(search, holders);
  if (whose === null) {
    return <p className="figure-none">No stance has been found yet, so that there is nothing to show over time.</p>;
  }
  return <One key={JSON.stringify(whose)} whose={whose} holders={holders} search={search} />;
}

function chosenOf(search: Search, { officials, places }: Holders): Whose | null {
  const [official, place] = [search.get('official_id'), search.get('place_id')];
  if (official !== null) return { official_id: official };
  if (place !== null) return { place_id: place };
  const [first] = officials;
  if (first !== undefined) return { official_id: first.id };
  return places[0] === undefined ? null : { place_id: places[0].id };
}

interface OneProps {
  readonly whose: Whose;
  readonly holders: Holders;
  readonly search: Search;
}

function One({ whose, holders, search }: OneProps) {
  const core = useCore();
  const key = JSON.stringify(whose);
  const loaded = useLoaded(() => core.api.call('get_timeline', { query: whose }), [core, key]);
  const name = loaded.answer?.name ?? null;
  return (
    <>
      <div className="line-form board-choices">
        <Choice
          label="Official"
          name="official_id"
          value={'official_id' in whose ? whose.official_id : ''}
          chosenName={name}
          choices={holders.officials.map(({ id, name: of, role, jurisdiction, stances }) => ({
            id,
            words: `${of ?? (role === null ? 'no name' : plainWords(role))}${jurisdiction === null ? '' : `, ${jurisdiction}`} (${numberWords(stances)})`,
          }))}
          choose={(id) => search.set({ official_id: id, place_id: null })}
        />
        <Choice
          label="City"
          name="place_id"
          value={'place_id' in whose ? whose.place_id : ''}
          chosenName={name}
          choices={holders.places.map(({ id, name: of, state, stances }) => ({
            id,
            words: `${of}${state === null ? '' : `, ${state}`} (${numberWords(stances)})`,
          }))}
          choose={(id) => search.set({ place_id: id, official_id: null })}
        />
        {'official_id' in whose && (
          <a className="button quiet" href={`${root}/officials/${whose.official_id}`}>
            Who this is
          </a>
        )}
      </div>
      <LoadedBoard loaded={loaded}>{(timeline) => <Shown timeline={timeline} name={name ?? 'no name'} />}</LoadedBoard>
    </>
  );
}

function Shown({ timeline: { months, stances }, name }: { readonly timeline: Timeline; readonly name: string }) {
  const total = months.reduce((sum, { total: { count } }) => sum + count, 0);
  return (
    <>
      <Figure
        title={`${name}, month by month`}
        note={`${countWords(total, 'stance')}. Supports rise above the line, opposes hang below it; mixed and neutral ones lie on it.`}
        table={monthTable(months)}
        none="No stance in use is of this one."
      >
        {(width) => <TimelineChart months={months} width={width} />}
      </Figure>
      <Figure
        title={`${name}: stances, latest first`}
        {...(total > stancesListed && { note: `The latest ${stancesListed} of ${numberWords(total)}.` })}
        table={stanceTable(stances)}
        none="No stance in use is of this one."
      />
    </>
  );
}

function monthTable(months: Timeline['months']): TableData {
  return {
    columns: [
      ...[textColumn('Month'), textColumn('Issue')],
      ...positions.map(({ words }) => numberColumn(words)),
      ...[numberColumn('All'), numberColumn('Accepted by people')],
    ],
    rows: months.map(({ month, issue, by_position, published, total: { count, filter } }) => [
      { value: month, words: monthWords(month) },
      { value: issue, words: plainWords(issue) },
      ...positions.map(({ key }) => counted(by_position[key], ofPosition(filter, key))),
      counted(count, filter),
      counted(published, { ...filter, show: 'published' }),
    ]),
  };
}

function stanceTable(stances: Timeline['stances']): TableData {
  return {
    columns: ['Day', 'Position', 'Issue', 'Holder', 'Evidence', 'Story', 'Standing'].map(textColumn),
    rows: stances.map(({ id, seen_on, position, issue, holder, text, story_title, status }) => [
      { value: seen_on },
      { value: position, address: claimAddress(id) },
      { value: issue, words: plainWords(issue) },
      { value: holder },
      { value: text },
      { value: story_title },
      { value: status, words: statusWords[status as keyof typeof statusWords] ?? status },
    ]),
  };
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  /** Of what is chosen, where it is not among the choices. */
  readonly chosenName: string | null;
  readonly choices: readonly { readonly id: string; readonly words: string }[];
  readonly choose: (id: string) => void;
}

function Choice({ label, name, value, chosenName, choices, choose }: ChoiceProps) {
  const isKnown = value === '' || choices.some(({ id }) => id === value);
  return (
    <label>
      {label}
      <select className="input" name={name} value={value} onChange={(event) => choose(event.target.value)}>
        {value === '' && <option value="">Choose …</option>}
        {!isKnown && <option value={value}>{chosenName ?? 'no name'}</option>}
        {choices.map(({ id, words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
