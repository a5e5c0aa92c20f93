// The filters that are needed less often: issue, position, rule, source, days, sureness, holder. Knows the filter's names.
import type { DeskFilter } from '../../../src/desk-api/contract.ts';
import { useDesk } from '../parts/desk-context.tsx';
import { plainWords } from '../text/words.ts';

interface MoreFiltersProps {
  readonly filter: DeskFilter;
  readonly set: (changes: Partial<DeskFilter>) => void;
}

const positions = ['supports', 'opposes', 'mixed', 'neutral'] as const;
const holdings = { mine: 'Held by me', others: 'Held by others', free: 'Free' } as const;
const moreNames = [
  'issue',
  'position',
  'rule',
  'source_id',
  'since',
  'until',
  'confidence_max',
  'held',
  'story_id',
  'official_id',
  'place_id',
  'state',
  'unplaced',
] as const;

/** Filters that links from elsewhere bring along. */
const onlyWords = {
  story_id: 'Only one story',
  official_id: 'Only one official',
  place_id: 'Only one place',
  state: 'Only the state',
  unplaced: 'Only stances of no one city',
} as const;

export function MoreFilters({ filter, set }: MoreFiltersProps) {
  const { counts } = useDesk();
  const choices = counts?.choices ?? { issues: [], rules: [], sources: [] };
  const used = moreNames.filter((name) => filter[name] !== undefined).length;
  return (
    <details className="more-filters">
      <summary>More filters{used > 0 && <span className="badge">{used}</span>}</summary>
      <div className="more-grid">
        <Choice
          label="Issue"
          value={filter.issue}
          choices={choices.issues.map((issue) => [issue, plainWords(issue)])}
          set={(issue) => set({ issue })}
        />
        <Choice
          label="Position"
          value={filter.position}
          choices={positions.map((position) => [position, position])}
          set={(position) => set({ position: position as DeskFilter['position'] })}
        />
        <Choice
          label="Rule"
          value={filter.rule}
          choices={choices.rules.map((rule) => [rule, rule])}
          set={(rule) => set({ rule })}
        />
        <Choice
          label="Source"
          value={filter.source_id}
          choices={choices.sources.map(({ id, name }) => [id, name])}
          set={(source_id) => set({ source_id })}
        />
        <Choice
          label="Who has it"
          value={filter.held}
          choices={Object.entries(holdings)}
          set={(held) => set({ held: held as DeskFilter['held'] })}
        />
        <Choice
          label="At most this sure"
          value={filter.confidence_max === undefined ? undefined : String(filter.confidence_max)}
          choices={['0.5', '0.6', '0.7', '0.8', '0.9'].map((share) => [share, `${Number(share) * 100} %`])}
          set={(share) => set({ confidence_max: share === undefined ? undefined : Number(share) })}
        />
        <Day label="Stories since" value={filter.since} set={(since) => set({ since })} />
        <Day label="Stories until" value={filter.until} set={(until) => set({ until })} />
      </div>
      {(Object.keys(onlyWords) as (keyof typeof onlyWords)[]).map(
        (name) =>
          filter[name] !== undefined && (
            <p key={name} className="small">
              {onlyWords[name]}
              {name === 'state' && ` ${filter.state}`}.{' '}
              <button type="button" className="button quiet" onClick={() => set({ [name]: undefined })}>
                Show all
              </button>
            </p>
          ),
      )}
    </details>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly set: (value: string | undefined) => void;
}

function Choice({ label, value, choices, set }: ChoiceProps) {
  const known = value === undefined || choices.some(([choice]) => choice === value);
  return (
    <label>
      {label}
      <select
        className="input"
        value={value ?? ''}
        onChange={(event) => set(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">Any</option>
        {!known && <option value={value}>{value}</option>}
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly set: (value: string | undefined) => void;
}

function Day({ label, value, set }: DayProps) {
  return (
    <label>
      {label}
      <input
        className="input"
        type="date"
        value={value ?? ''}
        onChange={(event) => set(event.target.value === '' ? undefined : event.target.value)}
      />
    </label>
  );
}
