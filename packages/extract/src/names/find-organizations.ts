// All organizations that a text names: known bodies, names with a telling head, kinds before a name, acronyms in brackets.
// Knows tokens and heads; not who belongs to them or where they are.
import type { Organization } from '@civicwire/shared';
import { PhraseTrie } from '../reading/phrases.ts';
import { foldedAt, hasShape, wordAt } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import { knownOrganizations } from './known-organizations.ts';
import { is } from './lexicon.ts';
import { hasClass, isNameWord, type NameReading } from './name-reading.ts';
import { definedAcronyms } from './organization-acronyms.ts';
import { findInitials } from './organization-initials.ts';
import { administrationAt, organizationByKind } from './organization-kinds.ts';
import { mergeOrganizations, type OrganizationMention } from './organization-merge.ts';
import { organizationByHead } from './organization-spans.ts';

/** A finder of organizations; interns its phrases when it is made. It marks their tokens in `scratch.closed`. */
export type OrganizationFinder = (reading: NameReading) => Organization[];

/** Makes the finder. Lists come in the order of the first mention; a text without organizations gives an empty list. */
export function createOrganizationFinder(vocabulary: Vocabulary): OrganizationFinder {
  const known = new PhraseTrie<string>(vocabulary);
  for (const line of knownOrganizations) {
    const [name = '', ...others] = line.split('|');
    for (const form of [name, ...others]) known.add(form, name);
  }
  return (reading) => {
    const { closed } = reading.scratch;
    const mentions: OrganizationMention[] = [];
    const take = (mention: OrganizationMention): void => {
      mentions.push(mention);
      if (!mention.open) for (let i = mention.from; i < mention.to; i++) closed[i] = 1;
    };
    for (const { name, acronymAt } of definedAcronyms(reading)) {
      take(name);
      if (acronymAt >= 0) take({ from: acronymAt, to: acronymAt + 1, name: name.name, generic: false });
    }
    const acronyms = acronymNames(reading, mentions);
    let next = 0;
    for (const i of reading.nameWords) {
      if (i < next || closed[i]) continue;
      const mention =
        knownAt(reading, known, i) ??
        acronymAt(reading, acronyms, i) ??
        administrationAt(reading, i) ??
        organizationByHead(reading, i) ??
        organizationByKind(reading, i);
      if (!mention || overlaps(closed, mention)) continue;
      take(mention);
      next = mention.to;
    }
    for (const mention of findInitials(reading, closed, mentions)) take(mention);
    return mergeOrganizations(reading, mentions);
  };
}

function knownAt(reading: NameReading, known: PhraseTrie<string>, i: number): OrganizationMention | null {
  const match = known.longestAt(reading, i);
  if (!match || !isNameWord(reading, match.to - 1)) return null;
  // Acronyms must be written as such: "ICE", never "Ice"; longer names with a capital at their end.
  if (match.to - i === 1 && !hasShape(reading, i, shape.allCaps)) {
    const word = wordAt(reading, i);
    if (word !== match.value && word !== 'Pentagon') return null;
  }
  // "State Department of Health" is a state's.
  if (
    hasClass(reading, match.to, is.of) &&
    foldedAt(reading, match.to - 1) === 'department' &&
    isNameWord(reading, match.to + 1)
  )
    return null;
  return { from: i, to: match.to, name: match.value, generic: false };
}

function acronymNames(reading: NameReading, mentions: readonly OrganizationMention[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const { from, to, name } of mentions)
    if (to - from === 1 && hasShape(reading, from, shape.allCaps)) names.set(reading.ids[from] ?? -1, name);
  return names;
}

function acronymAt(reading: NameReading, names: ReadonlyMap<number, string>, i: number): OrganizationMention | null {
  if (names.size === 0 || !hasShape(reading, i, shape.allCaps)) return null;
  const name = names.get(reading.ids[i] ?? -1);
  return name === undefined ? null : { from: i, to: i + 1, name, generic: false };
}

function overlaps(closed: Uint8Array, { from, to }: OrganizationMention): boolean {
  for (let i = from; i < to; i++) if (closed[i]) return true;
  return false;
}
