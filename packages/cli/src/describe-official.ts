// Officials across stories as words for a terminal. Pure; knows the store's records, prints nothing.
import type { ListedOfficial, OfficialCandidate, OfficialView } from '@civicwire/store';

type Told = Pick<ListedOfficial, 'id' | 'name' | 'title' | 'role' | 'organization' | 'jurisdiction'>;

/** How many digits of an id are shown; commands take them for the whole. */
const shownDigits = 12;

/** The beginning of an id, enough for commands. */
export function shortId(id: string): string {
  return id.slice(0, shownDigits);
}

/** "Kate Ortega, Mayor, Mesa, AZ". */
function describeOffice({ name, title, role, organization, jurisdiction }: Told): string {
  const body = organization === jurisdiction ? null : organization;
  return [name ?? '(no name)', title ?? role, body, jurisdiction ?? '(place unknown)'].filter(Boolean).join(', ');
}

/** One row of a list. */
export function listRow(official: ListedOfficial): (string | number)[] {
  const { id, name, title, role, jurisdiction, findings, firstSeen, lastSeen, rosterEntryId, roster } = official;
  const proposed = roster?.suggested ? 'suggested' : (roster?.standing ?? '');
  const days = firstSeen === lastSeen ? (firstSeen ?? '') : `${firstSeen} – ${lastSeen}`;
  return [
    shortId(id),
    name ?? '(no name)',
    title ?? role ?? '',
    jurisdiction ?? '(unknown)',
    findings,
    days,
    rosterEntryId === null ? proposed : 'linked',
  ];
}

/** A pair in three lines. */
export function describeCandidate({ a, b, strength, reasons, against }: OfficialCandidate): string[] {
  const side = (official: OfficialCandidate['a']) =>
    `  ${shortId(official.id)}  ${describeOffice(official)} (${stories(official.findings)}, last ${official.lastSeen})`;
  const but = against.length === 0 ? '' : `; but ${against.join(', ')}`;
  return [`${strength}: ${reasons.join(', ')}${but}`, side(a), side(b)];
}

function stories(count: number): string {
  return count === 1 ? '1 story' : `${count} stories`;
}

/** Everything known of one official. */
export function describeOfficial(view: OfficialView): string[] {
  const { official, members, quotes, stances, roster, linked, decisions } = view;
  const lines = [
    describeOffice(official),
    `id ${official.id}; role ${official.role ?? 'unknown'}; division ${official.jurisdictionId ?? 'unknown'}`,
    `${stories(official.findings)} from ${official.firstSeen ?? '–'} to ${official.lastSeen ?? '–'}, ${quotes} quotes, ${stances} stances`,
  ];
  if (members.length > 0) lines.push('', 'merged into it');
  for (const member of members) lines.push(`  ${shortId(member.id)}  ${describeOffice(member)}`);
  if (linked !== null)
    lines.push('', `linked to ${linked.roster}: ${linked.name}, ${linked.roleAsGiven}, entry ${linked.id}`);
  if (roster.length > 0) lines.push('', 'rosters');
  for (const { entry, evidence } of roster) lines.push(`  ${shortId(entry.id)}  ${evidence}`);
  lines.push('', 'stories');
  for (const { storyId, seenOn, url, name, title, organization, jurisdiction, tenure } of view.stories) {
    const as = describeOffice({ id: '', name, title, role: null, organization, jurisdiction });
    lines.push(`  ${seenOn}  ${shortId(storyId)}  ${as}${tenure === 'current' ? '' : ` (${tenure})`}  ${url}`);
  }
  if (decisions.length > 0) lines.push('', 'decisions');
  for (const { id, kind, editor, reason, decidedAt, stands } of decisions) {
    lines.push(`  ${shortId(id)}  ${kind}${stands ? '' : ' (undone)'} by ${editor}, ${decidedAt}: ${reason}`);
  }
  return lines;
}
