// What rosters say of an official: which of their terms agree in name, office and place, and whether the stories lie in the
// term. Evidence for a person; pure, changes and decides nothing.
import { normalise } from '../hashing.ts';
import type { OfficialTable, RosterEntryTable } from '../schema/official-tables.ts';

/** in-term: at least one story lies in the term; expired, not-yet: all lie after or before it; undated: the roster gives no dates. */
export type TermStanding = 'in-term' | 'expired' | 'not-yet' | 'undated';

export interface RosterEvidence {
  readonly entry: RosterEntryTable;
  readonly standing: TermStanding;
  /** Proposed as a link: a story lies in the term. The others are shown all the same, with what the roster says. */
  readonly suggested: boolean;
  /** Stories of the official, as days. */
  readonly stories: number;
  readonly storiesInTerm: number;
  /** A sentence for an editor. */
  readonly evidence: string;
}

/** Roles of officials that a roster's role may go by: "Sen." alone does not say of which house. */
const rolesFor: Readonly<Record<string, readonly string[]>> = {
  'state-legislator': ['state-legislator', 'legislator'],
  'congress-member': ['congress-member', 'legislator'],
};

/** Days, each with the number of stories of that day. */
export type StoryDays = ReadonlyMap<string, number>;

/** Whether name, role and jurisdiction agree. A first and a last name must be equal; middle names may be left out. */
export function entryAgrees(
  entry: Pick<RosterEntryTable, 'shortNameKey' | 'role' | 'jurisdiction' | 'jurisdictionId'>,
  official: Pick<OfficialTable, 'shortNameKey' | 'role' | 'jurisdiction' | 'jurisdictionId'>,
): boolean {
  // A roster may name places in words; ids are compared where both have them.
  const byId = entry.jurisdictionId !== null && official.jurisdictionId !== null;
  const [left, right] = byId
    ? [entry.jurisdictionId, official.jurisdictionId]
    : [normalise(entry.jurisdiction), normalise(official.jurisdiction ?? '')];
  return (
    official.shortNameKey === entry.shortNameKey &&
    official.role !== null &&
    (rolesFor[entry.role] ?? [entry.role]).includes(official.role) &&
    left === right
  );
}

/** A term bound may be a year or a month: the day is compared as far as the bound goes. */
const isBefore = (day: string, bound: string | null) => bound !== null && day.slice(0, bound.length) < bound;
const isAfter = (day: string, bound: string | null) => bound !== null && day.slice(0, bound.length) > bound;

/** What one agreeing entry says of an official with stories on these days. */
export function rosterEvidence(entry: RosterEntryTable, official: OfficialTable, days: StoryDays): RosterEvidence {
  const { startOn, endOn } = entry;
  let [stories, before, after] = [0, 0, 0];
  for (const [day, count] of days) {
    stories += count;
    if (isBefore(day, startOn)) before += count;
    else if (isAfter(day, endOn)) after += count;
  }
  const storiesInTerm = stories - before - after;
  const standing = settle({ startOn, endOn, storiesInTerm, after });
  const evidence = tell(entry, official, standing, stories, storiesInTerm);
  return { entry, standing, suggested: standing === 'in-term', stories, storiesInTerm, evidence };
}

interface Term {
  readonly startOn: string | null;
  readonly endOn: string | null;
  readonly storiesInTerm: number;
  readonly after: number;
}

function settle({ startOn, endOn, storiesInTerm, after }: Term): TermStanding {
  if (startOn === null && endOn === null) return 'undated';
  if (storiesInTerm > 0) return 'in-term';
  return after > 0 ? 'expired' : 'not-yet';
}

function tell(
  { roster, asOf, name, nameKey, roleAsGiven, jurisdiction, district, startOn, endOn }: RosterEntryTable,
  official: OfficialTable,
  standing: TermStanding,
  stories: number,
  storiesInTerm: number,
): string {
  const office = [roleAsGiven, jurisdiction, ...(district === null ? [] : [`district ${district}`])].join(', ');
  const alike = nameKey === official.nameKey ? 'name' : `name but for a middle name or suffix (“${name}”)`;
  const said: Record<TermStanding, string> = {
    'in-term': `${storiesInTerm} of ${stories} stories lie in the term ${startOn ?? '…'} to ${endOn ?? '…'}`,
    expired: `roster says until ${endOn}; the stories are later`,
    'not-yet': `roster says from ${startOn}; the stories are earlier`,
    undated: 'the roster gives no dates',
  };
  return `${roster} (as of ${asOf}): ${office}; ${alike}, role and jurisdiction agree; ${said[standing]}`;
}

/** Best first: in the term with most stories, then undated, then the latest. */
export function sortEvidence(list: readonly RosterEvidence[]): RosterEvidence[] {
  const rank: Record<TermStanding, number> = { 'in-term': 0, undated: 1, expired: 2, 'not-yet': 3 };
  return [...list].sort(
    (a, b) =>
      rank[a.standing] - rank[b.standing] ||
      b.storiesInTerm - a.storiesInTerm ||
      ((b.entry.endOn ?? '9999') < (a.entry.endOn ?? '9999') ? -1 : 1),
  );
}
