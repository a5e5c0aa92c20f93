// What a new reading of the archive would change, summed up and in words. Pure; knows changes, opens nothing.
import type { FindingChange, FindingStatus, ReadingComparison } from '@civicwire/store';
import { alignTable } from '../tables.ts';

const kindsOfChange = ['added', 'dropped', 'flipped', 'changed'] as const;
type Decided = Extract<FindingStatus, 'accepted' | 'rejected' | 'edited'>;

/** Changes of one kind of finding (of stances: on one issue). */
export interface ChangeGroup extends Readonly<Record<(typeof kindsOfChange)[number], number>> {
  readonly kind: string;
  readonly issue: string | null;
}

/** A change with the address of its story. */
export interface PlacedChange extends FindingChange {
  readonly url: string;
}

export interface ChangeReport {
  /** Stories of which title, byline, date or text are read otherwise. */
  readonly newVersions: number;
  /** By kind and issue. */
  readonly groups: readonly ChangeGroup[];
  /** Findings on which the machine comes to agree with an editor, and those on which it ceases to, by the editor's word. */
  readonly mends: Readonly<Record<Decided, number>>;
  readonly breaks: Readonly<Record<Decided, number>>;
  /** Positions that turn, and changes that break a decision: to be looked at one by one. */
  readonly flips: readonly PlacedChange[];
  readonly broken: readonly PlacedChange[];
}

export interface ChangeSums {
  readonly add: (url: string, comparison: ReadingComparison) => void;
  readonly report: () => ChangeReport;
}

export function createChangeSums(): ChangeSums {
  const groups = new Map<string, { -readonly [Key in keyof ChangeGroup]: ChangeGroup[Key] }>();
  const weights = { mends: { accepted: 0, rejected: 0, edited: 0 }, breaks: { accepted: 0, rejected: 0, edited: 0 } };
  const flips: PlacedChange[] = [];
  const broken: PlacedChange[] = [];
  let newVersions = 0;
  return {
    add: (url, { changes, newVersion }) => {
      newVersions += newVersion ? 1 : 0;
      for (const change of changes) {
        const { kind, issue, what, effect, status } = change;
        const key = `${kind} ${issue ?? ''}`;
        const group = groups.get(key) ?? { kind, issue, added: 0, dropped: 0, flipped: 0, changed: 0 };
        group[what] += 1;
        groups.set(key, group);
        if (what === 'flipped') flips.push({ ...change, url });
        if (effect === 'breaks') broken.push({ ...change, url });
        if (effect !== null && isDecided(status)) weights[effect][status] += 1;
      }
    },
    report: () => ({
      newVersions,
      groups: [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group),
      ...weights,
      flips: byStory(flips),
      broken: byStory(broken),
    }),
  };
}

/** The same archive gives the same report, whichever thread was done first. */
function byStory(changes: readonly PlacedChange[]): readonly PlacedChange[] {
  return changes.toSorted((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
}

function isDecided(status: FindingStatus): status is Decided {
  return status === 'accepted' || status === 'rejected' || status === 'edited';
}

/** The report as lines. */
export function describeReport({ newVersions, groups, mends, breaks, flips, broken }: ChangeReport): string[] {
  const table =
    groups.length === 0
      ? ['no finding would change']
      : alignTable([
          ['kind', 'issue', ...kindsOfChange],
          ...groups.map((group) => [group.kind, group.issue ?? '', ...kindsOfChange.map((kind) => group[kind])]),
        ]);
  return [
    ...table,
    ...(newVersions > 0 ? [`${newVersions} stories have another title, byline, date or text: a new version each`] : []),
    '',
    `weighed by editors' decisions: mends ${describeWeights(mends)}, breaks ${describeWeights(breaks)}`,
    ...list('flipped', flips),
    ...list('against a decision', broken),
  ];
}

function describeWeights(weights: Readonly<Record<Decided, number>>): string {
  const parts = Object.entries(weights).filter(([, count]) => count > 0);
  return parts.map(([status, count]) => `${count} ${status}`).join(' and ') || 'none';
}

function list(title: string, changes: readonly PlacedChange[]): string[] {
  return changes.length === 0 ? [] : ['', title, ...changes.flatMap((change) => describeChange(change))];
}

function describeChange({ url, status, evidence, before, after }: PlacedChange): string[] {
  const side = (given: FindingChange['before']): string => (given ? `${given.label} [${given.rule}]` : 'not found');
  return [
    `  ${side(before)} → ${side(after)}${status === 'pending' ? '' : ` (${status})`}`,
    `    “${evidence.replaceAll(/\s+/g, ' ')}”`,
    ...(after?.trace ? [`    because: ${after.trace}`] : []),
    `    ${url}`,
  ];
}
