// Acronyms that a text uses without binding them: those that are the first letters of a body named in full ("MCSO" beside
// "Maricopa County Sheriff's Office"), and short forms of local forces ("PPD"). Knows letters; not where a force is.
import { hasShape, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import type { NameReading } from './name-reading.ts';
import type { OrganizationMention } from './organization-merge.ts';

/** A police or fire department, a sheriff's office, by its usual ending. */
const force = /^[A-Z]{1,4}(?:PD|CSO|FD|CFR)$/;

/** Mentions for the all-capital words outside of `closed`; those that fit several bodies are left alone. */
export function findInitials(
  reading: NameReading,
  closed: Uint8Array,
  mentions: readonly OrganizationMention[],
): OrganizationMention[] {
  const found: OrganizationMention[] = [];
  // Most stories hold no such word: bodies are listed when one does.
  let byInitials: ReadonlyMap<string, string | null> | null = null;
  for (const i of reading.nameWords) {
    if (closed[i] || !hasShape(reading, i, shape.allCaps) || inCapitals(reading, i)) continue;
    const length = (reading.ends[i] ?? 0) - (reading.starts[i] ?? 0);
    if (length < 3 || length > 8) continue;
    byInitials ??= namesByInitials(mentions);
    const word = wordAt(reading, i);
    const name = byInitials.get(word);
    if (name) found.push({ from: i, to: i + 1, name, generic: false });
    else if (name === undefined && force.test(word)) found.push({ from: i, to: i + 1, name: word, generic: false });
  }
  return found;
}

/** The body that has the initials; null when several have. */
function namesByInitials(mentions: readonly OrganizationMention[]): Map<string, string | null> {
  const byInitials = new Map<string, string | null>();
  for (const name of new Set(mentions.filter(({ generic }) => !generic).map((mention) => mention.name))) {
    const letters = initialsOf(name);
    if (letters.length >= 3) byInitials.set(letters, byInitials.has(letters) ? null : name);
  }
  return byInitials;
}

/** First letters of the capitalised words; a department also by "PD". */
function initialsOf(name: string): string {
  const full = name.replace(/(?<=\S )(?:PD|[Pp]olice)$/, 'Police Department').replaceAll(/['’]s?\b/g, '');
  const words = full.split(/[\s-]+/);
  return words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('');
}

/** A heading in capitals makes words of acronyms. */
function inCapitals(reading: NameReading, i: number): boolean {
  return hasShape(reading, i - 1, shape.allCaps) && hasShape(reading, i + 1, shape.allCaps);
}
