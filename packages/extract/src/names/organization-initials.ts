// Acronyms that a text uses without binding them: those that are the first letters of a body named in full ("MCSO" beside
// "Maricopa County Sheriff's Office"), and short forms of local forces ("PPD"). Knows letters; not where a force is.
import { hasShape, type Reading, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { OrganizationMention } from './organization-merge.ts';

/** A police or fire department, a sheriff's office, by its usual ending. */
const force = /^[A-Z]{1,4}(?:PD|CSO|FD|CFR)$/;

/** Mentions for the all-capital words outside of `closed`; those that fit several bodies are left alone. */
export function findInitials(
  reading: Reading,
  closed: Uint8Array,
  mentions: readonly OrganizationMention[],
): OrganizationMention[] {
  const byInitials = new Map<string, Set<string>>();
  for (const { name, generic } of mentions) {
    if (generic) continue;
    for (const letters of initialsOf(name)) byInitials.set(letters, (byInitials.get(letters) ?? new Set()).add(name));
  }
  const found: OrganizationMention[] = [];
  for (let i = 0; i < reading.count; i++) {
    if (closed[i] || !hasShape(reading, i, shape.allCaps) || inCapitals(reading, i)) continue;
    const word = wordAt(reading, i);
    if (word.length < 3 || word.length > 8) continue;
    const names = byInitials.get(word);
    const [only] = names ?? [];
    if (names?.size === 1 && only !== undefined) found.push({ from: i, to: i + 1, name: only, generic: false });
    else if (!names && force.test(word)) found.push({ from: i, to: i + 1, name: word, generic: false });
  }
  return found;
}

/** First letters of the capitalised words, with and without those of small words; a department also by "PD". */
function initialsOf(name: string): string[] {
  const full = name.replace(/(?<=\S )(?:PD|[Pp]olice)$/, 'Police Department').replaceAll(/['’]s?\b/g, '');
  const words = full.split(/[\s-]+/);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.charAt(0));
  return capitals.length < 3 ? [] : [capitals.join('')];
}

/** A heading in capitals makes words of acronyms. */
function inCapitals(reading: Reading, i: number): boolean {
  return hasShape(reading, i - 1, shape.allCaps) && hasShape(reading, i + 1, shape.allCaps);
}
