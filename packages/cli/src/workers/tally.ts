// What this run did so far, in numbers. Knows names of counts, prints nothing.

/** Counts of one run. `dropped` is by reason. */
export interface Tally {
  readonly count: (name: TallyName, by?: number) => void;
  readonly drop: (reason: string) => void;
  readonly snapshot: () => TallySnapshot;
}

const tallyNames = [
  'polled',
  'pollsFailed',
  'found',
  'known',
  'fetched',
  'unchanged',
  'retried',
  'extracted',
  'saved',
] as const;
export type TallyName = (typeof tallyNames)[number];

export interface TallySnapshot {
  readonly counts: Readonly<Record<TallyName, number>>;
  readonly dropped: Readonly<Record<string, number>>;
}

export function createTally(): Tally {
  const counts = Object.fromEntries(tallyNames.map((name) => [name, 0])) as Record<TallyName, number>;
  const dropped = new Map<string, number>();
  return {
    count: (name, by = 1) => {
      counts[name] += by;
    },
    drop: (reason) => {
      dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
    },
    snapshot: () => ({ counts: { ...counts }, dropped: Object.fromEntries([...dropped].sort()) }),
  };
}
