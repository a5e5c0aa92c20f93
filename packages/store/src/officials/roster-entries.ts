// A dated roster of officials, line by line, in the words of the store: name keys, controlled roles, division ids.
// Knows the roles and ids of OpenStates; reads no file.
import { z } from 'zod';
import { contentId, normalise } from '../hashing.ts';
import type { RosterEntryTable } from '../schema/official-tables.ts';
import { nameKeys } from './name-keys.ts';

/** YYYY, YYYY-MM or YYYY-MM-DD. Some rosters put the date into quotation marks of its own. */
const day = z
  .string()
  .trim()
  .transform((text) => text.replaceAll('"', ''))
  .refine(
    (text) => text === '' || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text),
    'expected a date as YYYY, YYYY-MM or YYYY-MM-DD',
  )
  .nullish();
const words = z.string().trim().min(1);

/** One line: OpenStates' fields, or the columns name, role, jurisdiction, start, end of a CSV. Other fields are not read. */
export const rosterLineSchema = z.object({
  name: words,
  role: words,
  /** An Open Civic Data id of a jurisdiction or a division, or a name ("Phoenix, AZ"). */
  jurisdiction: words,
  /** OpenStates: legislature, executive or municipalities; tells what "lower" is a house of. */
  kind: z.string().nullish(),
  district: z.string().nullish(),
  start: day,
  end: day,
});
export type RosterLine = z.infer<typeof rosterLineSchema>;

/** Which roster it is: its name, its licence, and the day of its data (YYYY-MM-DD). */
export interface RosterFacts {
  readonly roster: string;
  readonly licence: string;
  readonly asOf: string;
}

const nation = 'ocd-division/country:us';
const houses = new Set(['upper', 'lower', 'legislature']);

/** Words of rosters for the roles of the controlled list. */
const roles: Readonly<Record<string, string>> = {
  lt_governor: 'governor',
  'lieutenant governor': 'governor',
  'attorney general': 'attorney-general',
  'secretary of state': 'secretary-of-state',
  auditor: 'state-executive',
  treasurer: 'state-executive',
  'council member': 'council-member',
  councilmember: 'council-member',
  senator: 'legislator',
  representative: 'legislator',
};

/** The division that a jurisdiction governs; null for a name. */
function divisionOf(jurisdiction: string): string | null {
  const [, place] = /^ocd-jurisdiction\/(.+)\/[^/:]+$/.exec(jurisdiction) ?? [];
  if (place !== undefined) return `ocd-division/${place}`;
  return jurisdiction.startsWith('ocd-division/') ? jurisdiction : null;
}

function roleOf({ role, kind }: RosterLine, divisionId: string | null): string {
  const plain = normalise(role);
  if (!houses.has(plain)) return roles[plain] ?? plain.replaceAll(' ', '-');
  if (kind === 'municipalities' || divisionId?.includes('/place:') === true) return 'council-member';
  return divisionId === nation ? 'congress-member' : 'state-legislator';
}

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

/** The row of one line; null when the name has no first or no last name, so that it could name anybody. */
export function rosterEntry(line: RosterLine, { roster, licence, asOf }: RosterFacts): RosterEntryTable | null {
  const keys = nameKeys(line.name);
  if (keys === null || keys.shortNameKey === null) return null;
  const jurisdictionId = divisionOf(line.jurisdiction);
  const facts = {
    name: line.name,
    nameKey: keys.nameKey,
    shortNameKey: keys.shortNameKey,
    role: roleOf(line, jurisdictionId),
    roleAsGiven: line.role,
    jurisdiction: line.jurisdiction,
    jurisdictionId,
    district: orNull(line.district),
    startOn: orNull(line.start),
    endOn: orNull(line.end),
  };
  const { name, roleAsGiven, jurisdiction, district, startOn, endOn } = facts;
  const id = contentId('roster entry', roster, name, roleAsGiven, jurisdiction, district, startOn, endOn);
  return { id, roster, licence, asOf, ...facts };
}
