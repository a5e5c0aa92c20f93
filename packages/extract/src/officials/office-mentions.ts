// Mentions of an office without a name: "the city manager". Knows who was found; gives each office to its one holder or to nobody.
import type { Official, TextSpan } from '@civicwire/shared';
import { spanOf } from '../reading/reading.ts';
import { type OfficialContext, turnsAway } from './context.ts';
import { cue } from './cue-words.ts';
import { type Jurisdiction, jurisdictionOf } from './jurisdiction.ts';
import { isForeign } from './office-place.ts';
import { organizationOf } from './organization-name.ts';
import { isPublicOffice } from './public-office.ts';
import { isSought } from './sought-office.ts';
import { hasCue, type Story } from './story.ts';
import type { TitledPhrase } from './titled-phrases.ts';

/** A named official before it leaves, with what its office mentions need. */
export interface HeldOffice {
  readonly role: string;
  readonly jurisdiction: Jurisdiction | null;
  readonly tenure: Official['tenure'];
  /** As written; '' when the story gives none. */
  readonly title: string;
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
  const ends = held.map(({ title }) => lastWord(title));
  for (const phrase of phrases) {
    if (linked.has(phrase) || phrase.article !== 'definite' || phrase.title.plural) continue;
    if (turnsAway(context, phrase) || phrase.tenure === 'former' || context.mentionFrom.has(phrase.to)) continue;
    if (hasCue(document, phrase.tail, cue.comma) && context.mentionFrom.has(phrase.tail + 1)) continue;
    if (isForeign(context, phrase) || isSought(context, phrase)) continue;
    const { role, weak } = phrase.title.office;
    const mention = spanOf(reading, afterOwner(document, phrase), phrase.to);
    const jurisdiction = jurisdictionOf(document, [phrase]);
    const word = lastWord(mention.text);
    const fits = (office: HeldOffice, index: number): boolean =>
      holds(office, ends[index] ?? '', phrase, role, jurisdiction, word);
    const first = held.findIndex(fits);
    const isOnly = first >= 0 && !held.some((office, index) => index > first && fits(office, index));
    if (isOnly) held[first]?.officeMentions.push(mention);
    else if (first < 0 && !weak && singular.has(role) && isPublicOffice(document, phrase, false))
      addUnnamed(document, unnamed, phrase, mention, jurisdiction);
  }
  return [...unnamed.values()];
}

/** The token at which the words of the office begin: behind "Flagstaff's". */
export function afterOwner(story: Story, { from, title }: TitledPhrase): number {
  for (let i = title.from - 1; i > from; i--)
    if (hasCue(story, i, cue.apostrophe) && !hasCue(story, i - 1, cue.namesake)) return i + 1;
  return from;
}

/**
 * Whether an office mention may mean this holder: the same sole office ("the mayor"), or, for a bare title, the same last
 * word of the title ("the clerk" for the city clerk). A jurisdiction in the mention's own words must agree.
 */
function holds(
  office: HeldOffice,
  end: string,
  phrase: TitledPhrase,
  role: string,
  jurisdiction: Jurisdiction | null,
  word: string,
): boolean {
  if (office.tenure === 'former') return false;
  const told = jurisdiction?.from === 'phrase' ? jurisdiction.name : null;
  if (told !== null && office.jurisdiction !== null && office.jurisdiction.name !== told) return false;
  if (office.role === role && singular.has(role) && !generic.has(word)) return true;
  const bare = phrase.from === phrase.title.from && phrase.bodies.length === 0 && phrase.tail === phrase.to;
  return bare && end === word;
}

/** Words that end many titles of one role: they must agree with the holder's own. */
const generic = new Set([
  'clerk',
  'manager',
  'administrator',
  'attorney',
  'director',
  'auditor',
  'assessor',
  'treasurer',
  'principal',
  'superintendent',
  'engineer',
  'planner',
]);

/** The last word of a title in lower case; words end at white space and hyphens. */
function lastWord(title: string): string {
  let from = title.length;
  while (from > 0 && !endsWord(title.charCodeAt(from - 1))) from--;
  return title.slice(from).toLowerCase();
}

const endsWord = (code: number): boolean =>
  code === 32 || code === 45 || (code >= 9 && code <= 13) || (code > 126 && /\s/.test(String.fromCharCode(code)));

function addUnnamed(
  document: Story,
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
