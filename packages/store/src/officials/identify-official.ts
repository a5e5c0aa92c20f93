// Which official a description names: one row for the same full name, role and jurisdiction, else a row of its own.
// Knows one description; looks into no other story and no table.
import { contentId, normalise } from '../hashing.ts';
import type { OfficialValue } from '../save/finding-values.ts';
import type { OfficialTable } from '../schema/official-tables.ts';
import { nameKeys } from './name-keys.ts';

/** The id of the row that belongs to one finding alone. */
export function ownOfficialId(findingId: string): string {
  return contentId('official of finding', findingId);
}

/** The id of the row that all stories share; null when full name, role or jurisdiction is unknown. */
function officeHolderId(
  value: Pick<OfficialValue, 'name' | 'role' | 'jurisdiction' | 'jurisdiction_id'>,
): string | null {
  const keys = nameKeys(value.name ?? '');
  const where = value.jurisdiction_id ?? (value.jurisdiction === null ? '' : normalise(value.jurisdiction));
  if (keys === null || keys.shortNameKey === null || value.role === null || where === '') return null;
  return contentId('official', keys.nameKey, value.role, where);
}

/**
 * The row of an official as one story describes him or her, before any person's decision. `own` asks for the row of the
 * finding alone, whatever is known.
 */
export function identifyOfficial(value: OfficialValue, findingId: string, own = false): OfficialTable {
  const shared = own ? null : officeHolderId(value);
  const id = shared ?? ownOfficialId(findingId);
  const keys = nameKeys(value.name ?? '');
  return {
    id,
    scope: shared === null ? 'story' : 'office',
    name: value.name,
    nameKey: keys?.nameKey ?? null,
    shortNameKey: keys?.shortNameKey ?? null,
    surnameKey: keys?.surnameKey ?? null,
    role: value.role,
    title: value.title,
    organization: value.organization,
    jurisdiction: value.jurisdiction,
    jurisdictionId: value.jurisdiction_id,
    findings: 0,
    firstSeen: null,
    lastSeen: null,
    canonicalOfficialId: id,
    rosterEntryId: null,
  };
}
