// What the queue is narrowed to: words, status, kind, views, and the rest folded away. Knows the filter's names.
import { type FormEvent, useEffect, useState } from 'react';
import type { DeskFilter, DeskOrder } from '../../../src/desk-api/contract.ts';
import { deleteView, setQueue } from '../desk/queue-actions.ts';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import type { Change } from '../screens/screen-state.ts';
import { kinds, kindWords, numberWords, statusWords } from '../text/words.ts';
import { MoreFilters } from './more-filters.tsx';

type Show = NonNullable<DeskFilter['show']>;

const shows: readonly Show[] = [
  'review',
  'reopened',
  'second',
  'disputed',
  'accepted',
  'edited',
  'rejected',
  'superseded',
  'standing',
  'published',
  'all',
];
const showWords: Readonly<Record<Show, string>> = {
  ...statusWords,
  review: 'Needs review',
  reopened: 'Reopened',
  second: 'Second opinion wanted',
  disputed: 'Two disagree',
  standing: 'In use',
  published: 'Accepted or edited',
  all: 'Everything',
};
const orderWords: Readonly<Record<DeskOrder, string>> = {
  uncertainty: 'Least sure first',
  impact: 'Most important first',
  date: 'Newest first',
};

export function QueueFilters({ change }: { readonly change: Change }) {
  const core = useCore();
  const { filter, order, counts } = useDesk();
  const set = (changes: Partial<DeskFilter>) => void setQueue(core, { ...filter, ...changes } as DeskFilter, order);
  const shown = filter.show ?? 'review';
  const count = (show: Show) => {
    const number = counts?.by_show[show];
    return number === undefined ? '' : ` (${numberWords(number)})`;
  };
  return (
    <div className="filters">
      <Words />
      <div className="filter-pair">
        <select
          className="input"
          aria-label="What is shown"
          value={shown}
          onChange={(event) => set({ show: event.target.value as Show })}
        >
          {shows.map((show) => (
            <option key={show} value={show}>
              {showWords[show]}
              {count(show)}
            </option>
          ))}
        </select>
        <select
          className="input"
          aria-label="Order"
          value={order}
          onChange={(event) => void setQueue(core, filter, event.target.value as DeskOrder)}
        >
          {(Object.keys(orderWords) as DeskOrder[]).map((name) => (
            <option key={name} value={name}>
              {orderWords[name]}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="kinds">
        <legend className="hidden">Kind</legend>
        <button type="button" aria-pressed={filter.kind === undefined} onClick={() => set({ kind: undefined })}>
          All
        </button>
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={filter.kind === kind}
            onClick={() => set({ kind: filter.kind === kind ? undefined : kind })}
          >
            {kindWords[kind].many} <span className="count">{counts && numberWords(counts.by_kind[kind] ?? 0)}</span>
          </button>
        ))}
      </fieldset>
      <Views change={change} />
      <MoreFilters filter={filter} set={set} />
    </div>
  );
}

function Words() {
  const core = useCore();
  const { filter, order } = useDesk();
  const [words, setWords] = useState(filter.words ?? '');
  useEffect(() => setWords(filter.words ?? ''), [filter.words]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    void setQueue(core, { ...filter, words: words.trim() === '' ? undefined : words.trim() }, order);
    (document.activeElement as HTMLElement | null)?.blur();
  };
  return (
    <form className="search-words" onSubmit={search}>
      <label className="hidden" htmlFor="queue-words">
        Words in the claim or its evidence
      </label>
      <input
        id="queue-words"
        className="input"
        type="search"
        placeholder="Words in claims"
        value={words}
        autoComplete="off"
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <KeyHint action="filter" />
    </form>
  );
}

function Views({ change }: { readonly change: Change }) {
  const core = useCore();
  const { views, filter, order, session } = useDesk();
  const key = JSON.stringify([filter, order]);
  const chosen = views.find((view) => JSON.stringify([view.filter, view.order]) === key);
  const isNarrowed = Object.keys(filter).length > 0;
  if (views.length === 0 && !isNarrowed) return null;
  return (
    <div className="views">
      {views.length > 0 && (
        <select
          className="input"
          aria-label="Saved views"
          value={chosen?.id ?? ''}
          onChange={(event) => {
            const view = views.find(({ id }) => id === event.target.value);
            void setQueue(core, view?.filter ?? {}, view?.order ?? order);
          }}
        >
          <option value="">No saved view</option>
          {views.map(({ id, name, shared, mine, owner }) => (
            <option key={id} value={id}>
              {name}
              {shared ? (mine ? ' (shared)' : ` (${owner})`) : ''}
            </option>
          ))}
        </select>
      )}
      {isNarrowed && chosen === undefined && session?.user?.role !== 'viewer' && (
        <button type="button" className="button quiet" onClick={() => change({ dialog: { name: 'save-view' } })}>
          Save as view
        </button>
      )}
      {chosen?.mine === true && (
        <button type="button" className="button quiet" onClick={() => void deleteView(core, chosen.id)}>
          Delete view
        </button>
      )}
      {isNarrowed && (
        <button type="button" className="button quiet" onClick={() => void setQueue(core, {}, order)}>
          Clear
        </button>
      )}
    </div>
  );
}
