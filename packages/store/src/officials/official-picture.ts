// The current picture of who is who, folded from all decisions in order. Pure: knows decisions, no official and no story.
import { contentId } from '../hashing.ts';
import type { OfficialDecisionTable, OfficialSplitTable } from '../schema/official-tables.ts';
import { ownOfficialId } from './identify-official.ts';

type DecisionFacts = Pick<
  OfficialDecisionTable,
  'id' | 'kind' | 'officialId' | 'otherOfficialId' | 'storyId' | 'findingIds' | 'rosterEntryId' | 'undoes'
>;

export interface Picture {
  /** The official that stands for this one; itself when nothing was merged. */
  canonicalOf(officialId: string): string;
  /** Every official that is merged into another, with the one that stands for it. */
  readonly merged: ReadonlyMap<string, string>;
  readonly splits: readonly OfficialSplitTable[];
  /** Canonical official to roster entry. */
  readonly links: ReadonlyMap<string, string>;
  /** The standing decision that these two are two people; null when there is none. */
  apartBy(a: string, b: string): string | null;
  /** The decisions that count, in order. */
  readonly standing: readonly DecisionFacts[];
}

/** The id of the official that a split makes. */
export function splitOfficialId(decisionId: string): string {
  return contentId('official of split', decisionId);
}

/** Folds decisions, given in the order of their positions. An undo takes its decision out as if it had never been. */
export function pictureOf(decisions: readonly DecisionFacts[]): Picture {
  const undone = new Set(decisions.flatMap(({ undoes }) => (undoes === null ? [] : [undoes])));
  const standing = decisions.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id));
  const parents = new Map<string, string>();
  const canonicalOf = (id: string): string => {
    let at = id;
    for (let next = parents.get(at); next !== undefined; next = parents.get(at)) at = next;
    return at;
  };
  const splits = new Map<string, OfficialSplitTable>();
  for (const decision of standing) {
    if (decision.kind === 'merge') merge(parents, canonicalOf, decision);
    if (decision.kind === 'split') split(parents, canonicalOf, splits, decision);
  }
  const linked = standing.flatMap(({ kind, officialId, rosterEntryId }) =>
    kind === 'link' && rosterEntryId !== null ? [[canonicalOf(officialId), rosterEntryId] as const] : [],
  );
  const pairKey = (a: string, b: string) => JSON.stringify([canonicalOf(a), canonicalOf(b)].sort());
  const apart = new Map(
    standing.flatMap(({ id, kind, officialId, otherOfficialId }) =>
      kind === 'apart' && otherOfficialId !== null ? [[pairKey(officialId, otherOfficialId), id] as const] : [],
    ),
  );
  return {
    canonicalOf,
    merged: new Map([...parents.keys()].map((id) => [id, canonicalOf(id)])),
    splits: [...splits.values()],
    links: new Map(linked),
    apartBy: (a, b) => apart.get(pairKey(a, b)) ?? null,
    standing,
  };
}

type Canonical = (id: string) => string;

function merge(
  parents: Map<string, string>,
  canonicalOf: Canonical,
  { officialId, otherOfficialId }: DecisionFacts,
): void {
  if (otherOfficialId === null) return;
  const [from, into] = [canonicalOf(officialId), canonicalOf(otherOfficialId)];
  if (from !== into) parents.set(from, into);
}

/**
 * In this story the official is the new one: the findings that were of the official at that time, however they are described
 * later, and whatever is described as the official, in any of the rows that were merged by then.
 */
function split(
  parents: ReadonlyMap<string, string>,
  canonicalOf: Canonical,
  splits: Map<string, OfficialSplitTable>,
  { id, officialId, storyId, findingIds }: DecisionFacts,
): void {
  if (storyId === null) return;
  const root = canonicalOf(officialId);
  const members = [root, officialId, ...[...parents.keys()].filter((member) => canonicalOf(member) === root)];
  const findings = (JSON.parse(findingIds ?? '[]') as string[]).map(ownOfficialId);
  for (const member of new Set([...members, ...findings])) {
    splits.set(`${storyId} ${member}`, { officialId: member, storyId, toOfficialId: splitOfficialId(id) });
  }
}

/** Where a story's splits lead from the official that the description gives. */
export function followSplits(officialId: string, splits: ReadonlyMap<string, string>): string {
  let at = officialId;
  // Each split leads to a row made later than all before it, so the way has an end.
  for (let next = splits.get(at); next !== undefined; next = splits.get(at)) at = next;
  return at;
}
