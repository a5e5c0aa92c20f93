// What a person without an office is, by the words beside any mention of the name. Knows titles and organizations; no stance.
import type { Document } from '../../document.ts';
import { foldedAt, tokenAt } from '../../reading/reading.ts';
import { findHolderWords, type Lexicon } from '../lexicon.ts';
import type { Candidate, TypeOf } from './candidate.ts';

const rolesOfDocument = new WeakMap<Document, Map<string, Pick<Candidate, 'holderType' | 'role'>>>();

/** What a person without an office is: "attorney Emi Lane", "Rosa Lund of Tenants Together", anywhere in the story; else just a person. */
export function personRole(
  document: Document,
  lexicon: Lexicon,
  typeOf: TypeOf,
  name: string,
): Pick<Candidate, 'holderType' | 'role'> {
  const known = rolesOfDocument.get(document) ?? new Map<string, Pick<Candidate, 'holderType' | 'role'>>();
  rolesOfDocument.set(document, known);
  const cached = known.get(name);
  if (cached) return cached;
  const role = findPersonRole(document, lexicon, typeOf, name) ?? { holderType: 'person', role: 'other' as const };
  known.set(name, role);
  return role;
}

function findPersonRole(
  document: Document,
  lexicon: Lexicon,
  typeOf: TypeOf,
  name: string,
): Pick<Candidate, 'holderType' | 'role'> | null {
  const { reading } = document;
  for (const mention of document.people.find((person) => person.name === name)?.mentions ?? []) {
    const from = tokenAt(reading, mention.start);
    const title = findHolderWords(lexicon, reading, Math.max(0, from - 4), from).find((hit) => hit.to === from);
    if (title) return { holderType: title.rule.holderType, role: title.rule.role };
    const behind = tokenAt(reading, mention.end - 1) + 1;
    if (foldedAt(reading, behind) !== 'of' && foldedAt(reading, behind) !== 'with') continue;
    const at = reading.starts[behind + 1] ?? -1;
    const organization = document.organizations.find((item) => item.mentions.some((place) => place.start === at));
    const type = organization ? typeOf(organization.name) : null;
    if (organization && type?.role !== 'government')
      return { holderType: type?.holderType ?? 'nonprofit', role: type?.role ?? 'critic' };
  }
  return null;
}
