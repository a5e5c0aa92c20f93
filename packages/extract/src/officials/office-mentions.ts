// Mentions of an office without a name: "the city manager". Knows who was found; gives each office to its one holder or to nobody.
import type { Official, TextSpan } from '@civicwire/shared';
import type { Document } from '../document.ts';
import { spanOf } from '../reading/reading.ts';
import { type OfficialContext, turnsAway } from './context.ts';
import { type Jurisdiction, jurisdictionOf } from './jurisdiction.ts';
import { organizationOf } from './organization-name.ts';
import { isPublicOffice } from './public-office.ts';
import type { TitledPhrase } from './titled-phrases.ts';

/** A named official before it leaves, with what its office mentions need. */
export interface HeldOffice {
  readonly role: string;
  readonly jurisdiction: Jurisdiction | null;
  readonly tenure: Official['tenure'];
  readonly officeMentions: TextSpan[];
}

const singular = new Set([
  'mayor',
  'city-staff',
  'police-chief',
  'sheriff',
  'prosecutor',
  'governor',
  'coroner',
  'fire-chief',
  'attorney-general',
  'us-attorney',
  'county-staff',
  'school-official',
  'president',
  'secretary-of-state',
]);

/** Adds office mentions to their holders; returns offices that nobody named holds, one for each title and jurisdiction. */
export function readOfficeMentions(
  context: OfficialContext,
  linked: ReadonlySet<TitledPhrase>,
  held: readonly HeldOffice[],
): Official[] {
  const { document, reading, phrases } = context;
  const unnamed = new Map<string, Official>();
  for (const phrase of phrases) {
    const { role, weak } = phrase.title.office;
    if (linked.has(phrase) || phrase.article !== 'definite' || phrase.title.plural || !singular.has(role)) continue;
    if (turnsAway(context, phrase) || phrase.tenure === 'former' || context.mentionFrom.has(phrase.to)) continue;
    const mention = spanOf(reading, phrase.from, phrase.to);
    const jurisdiction = jurisdictionOf(document, [phrase]);
    const holders = held.filter(
      (office) =>
        office.role === role &&
        office.tenure !== 'former' &&
        (jurisdiction === null || office.jurisdiction === null || office.jurisdiction.name === jurisdiction.name),
    );
    if (holders.length === 1) holders[0]?.officeMentions.push(mention);
    else if (holders.length === 0 && !weak && isPublicOffice(reading, phrase, false))
      addUnnamed(document, unnamed, phrase, mention, jurisdiction);
  }
  return [...unnamed.values()];
}

function addUnnamed(
  document: Document,
  unnamed: Map<string, Official>,
  phrase: TitledPhrase,
  mention: TextSpan,
  jurisdiction: Jurisdiction | null,
): void {
  const key = `${phrase.title.office.role} ${phrase.written.toLowerCase()} ${jurisdiction?.name}`;
  const known = unnamed.get(key);
  if (known) known.mentions.push({ ...mention, kind: 'office' });
  else
    unnamed.set(key, {
      name: null,
      title: phrase.written,
      role: phrase.title.office.role,
      organization: organizationOf(document, [phrase], jurisdiction?.name ?? null),
      jurisdiction: jurisdiction?.name ?? null,
      jurisdictionId: jurisdiction?.divisionId ?? null,
      tenure: phrase.tenure,
      mentions: [{ ...mention, kind: 'office' }],
      rule: 'officials.office-alone',
    });
}
