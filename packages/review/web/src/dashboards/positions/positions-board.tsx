// Positions by city and issue: the map, the cities of one issue, and all issues at once. Knows what is asked and drawn.
import type { DeskAnswer } from '../../../../src/desk-api/contract.ts';
import { useCore } from '../../parts/desk-context.tsx';
import { useLoaded } from '../../parts/loaded.tsx';
import { countWords, numberWords, plainWords } from '../../text/words.ts';
import { timelineAddress } from '../boards.ts';
import { Figure } from '../chart/figure.tsx';
import { StackedBars } from '../chart/stacked-bars.tsx';
import { counted, numberColumn, type TableData, textColumn } from '../chart/table-data.ts';
import { claimsAddress } from '../claims-address.ts';
import { LoadedBoard } from '../loaded-board.tsx';
import { ofPosition, positions } from '../positions-words.ts';
import { type Search, useSearch } from '../use-search.ts';
import { type CityMark, citiesOf, type IssueTotal, issuesOf, marksOf } from './cities.ts';
import { PositionMap } from './position-map.tsx';
import { PositionMatrix } from './position-matrix.tsx';
import { stateName } from './state-names.ts';
import { pointOf } from './us-shapes.ts';

const citiesInBars = 25;
const citiesInMatrix = 30;

export function PositionsBoard() {
  const core = useCore();
  const search = useSearch();
  const [since, until, reviewed] = [search.get('since'), search.get('until'), search.get('reviewed') === 'true'];
  const query = {
    ...(since !== null && { since }),
    ...(until !== null && { until }),
    ...(reviewed && { reviewed: 'true' as const }),
  };
  const loaded = useLoaded(() => core.api.call('get_positions', { query }), [core, since, until, reviewed]);
  return <LoadedBoard loaded={loaded}>{(answer) => <Positions answer={answer} search={search} />}</LoadedBoard>;
}

interface PositionsProps {
  readonly answer: DeskAnswer<'get_positions'>;
  readonly search: Search;
}

function Positions({ answer, search }: PositionsProps) {
  const state = search.get('state');
  const rows = state === null ? answer.cities : answer.cities.filter((row) => row.state === state);
  const issues = issuesOf(rows);
  const cities = citiesOf(rows);
  const issue = search.get('issue') ?? issues[0]?.issue ?? '';
  const marks = marksOf(cities, issue);
  const words = plainWords(issue);
  const offMap = marks.filter(({ city }) => pointOf(city) === null);
  const placeWords = state === null ? '' : ` in ${stateName(state)}`;
  return (
    <>
      <Choices search={search} issues={issues} issue={issue} states={statesOf(answer.cities)} />
      <div className="figure-pair">
        <Figure
          title={`Positions on ${words}${placeWords}`}
          note={
            <>
              {countWords(marks.length, 'city', 'cities')}, {countWords(sumOf(marks), 'stance')}. Larger: more stances.
              A mark leads to its claims.
              {offMap.length > 0 && ` Not on the map: ${offMap.map(({ city }) => city.name).join('; ')}.`}
              {answer.without_place.count > 0 && (
                <>
                  {' '}
                  Of all issues,{' '}
                  <a href={claimsAddress(answer.without_place.filter)}>
                    {countWords(answer.without_place.count, 'stance')} of no one city
                  </a>{' '}
                  {answer.without_place.count === 1 ? 'is' : 'are'} not counted here.
                </>
              )}
            </>
          }
          table={cityTable(marks)}
          none="No stance of a city fits this choice."
        >
          {(width) => <PositionMap marks={marks} state={state} width={width} />}
        </Figure>
        <Figure
          title={`Cities with the most stances on ${words}${placeWords}`}
          {...(marks.length > citiesInBars && { note: `The first ${citiesInBars} of ${numberWords(marks.length)}.` })}
          table={cityTable(marks)}
          none="No stance of a city fits this choice."
        >
          {(width) => (
            <StackedBars
              label={`Stances on ${words} by city.`}
              legend={positions}
              width={width}
              of="stances"
              rows={marks.slice(0, citiesInBars).map(({ city, counts, filter }) => ({
                name: city.name,
                filter,
                pieces: positions.map((one) => ({
                  ...one,
                  count: counts[one.key],
                  filter: ofPosition(filter, one.key),
                })),
              }))}
            />
          )}
        </Figure>
      </div>
      <Figure
        title={`All issues${placeWords}, city by city`}
        note={cities.length > citiesInMatrix ? `The ${citiesInMatrix} cities with the most stances.` : undefined}
        table={matrixTable(cities, issues)}
        none="No stance of a city fits this choice."
      >
        {(width) => <PositionMatrix cities={cities.slice(0, citiesInMatrix)} issues={issues} width={width} />}
      </Figure>
    </>
  );
}

function statesOf(rows: DeskAnswer<'get_positions'>['cities']): string[] {
  return [...new Set(rows.flatMap(({ state }) => state ?? []))].sort();
}

function sumOf(marks: readonly CityMark[]): number {
  return marks.reduce((sum, { total }) => sum + total, 0);
}

function cityTable(marks: readonly CityMark[]): TableData {
  return {
    columns: [textColumn('City'), ...positions.map(({ words }) => numberColumn(words)), numberColumn('All')],
    rows: marks.map(({ city, counts, total, filter }) => [
      { value: city.name, address: timelineAddress({ placeId: city.placeId }) },
      ...positions.map(({ key }) => counted(counts[key], ofPosition(filter, key))),
      counted(total, filter),
    ]),
  };
}

function matrixTable(cities: ReturnType<typeof citiesOf>, issues: readonly IssueTotal[]): TableData {
  return {
    columns: [textColumn('City'), ...issues.map(({ issue }) => numberColumn(plainWords(issue)))],
    rows: cities.map(({ placeId, name, byIssue }) => [
      { value: name, address: timelineAddress({ placeId }) },
      ...issues.map(({ issue }) => {
        const cell = byIssue.get(issue);
        return counted(cell?.total.count ?? 0, cell?.total.filter ?? null);
      }),
    ]),
  };
}

interface ChoicesProps {
  readonly search: Search;
  readonly issues: readonly IssueTotal[];
  readonly issue: string;
  /** Postal letters of those with stances. */
  readonly states: readonly string[];
}

function Choices({ search, issues, issue, states }: ChoicesProps) {
  const state = search.get('state') ?? '';
  const letters = state === '' || states.includes(state) ? states : [...states, state];
  return (
    <div className="line-form board-choices">
      <label>
        Issue
        <select className="input" value={issue} onChange={(event) => search.set({ issue: event.target.value })}>
          {issues.every((one) => one.issue !== issue) && <option value={issue}>{plainWords(issue)} (0)</option>}
          {issues.map(({ issue: name, total }) => (
            <option key={name} value={name}>
              {plainWords(name)} ({numberWords(total)})
            </option>
          ))}
        </select>
      </label>
      <label>
        State
        <select className="input" value={state} onChange={(event) => search.set({ state: event.target.value })}>
          <option value="">All states</option>
          {letters.map((name) => (
            <option key={name} value={name}>
              {stateName(name)}
            </option>
          ))}
        </select>
      </label>
      <Day name="since" words="Stories from" search={search} />
      <Day name="until" words="Stories until" search={search} />
      <label className="option-line">
        <input
          type="checkbox"
          checked={search.get('reviewed') === 'true'}
          onChange={(event) => search.set({ reviewed: event.target.checked ? 'true' : null })}
        />
        Accepted by people
      </label>
    </div>
  );
}

function Day({ name, words, search }: { readonly name: string; readonly words: string; readonly search: Search }) {
  return (
    <label>
      {words}
      <input
        className="input"
        type="date"
        value={search.get(name) ?? ''}
        onChange={(event) => search.set({ [name]: event.target.value })}
      />
    </label>
  );
}
