// Reads one organization at a token by what stands beside it: a kind before ("the nonprofit …"), "administration" behind.
// Knows words; not other mentions.
import { hasShape } from '../reading/reading.ts';
import { shape } from '../reading/shapes.ts';
import { cue, is } from './lexicon.ts';
import { hasClass, hasCue, isNameWord, type NameReading } from './name-reading.ts';
import { type OrganizationMention, toMention } from './organization-merge.ts';

/** "the Ode administration": a government under its head's name, at the capital i. */
export function administrationAt(reading: NameReading, i: number): OrganizationMention | null {
  if (!hasCue(reading, i + 1, cue.administration) || !hasCue(reading, i - 1, cue.beforeAdministration)) return null;
  if (!hasClass(reading, i, is.surname) && hasClass(reading, i, is.known)) return null;
  return hasClass(reading, i, is.organization | is.state | is.world)
    ? null
    : { ...toMention(reading, i, i + 2, false), open: true };
}

/** "the nonprofit Brighter Days in Motion": what follows the kind is the name, from the capital i. */
export function organizationByKind(reading: NameReading, i: number): OrganizationMention | null {
  if (!hasCue(reading, i - 1, cue.kind) || isNameWord(reading, i - 1)) return null;
  let to = i + 1;
  while (to < i + 16) {
    if (isNameWord(reading, to) && hasShape(reading, to, shape.spaced)) to++;
    else if (hasCue(reading, to, cue.kindLink) && isNameWord(reading, to + 1)) to += 2;
    else break;
  }
  if (to - i === 1 && hasClass(reading, i, is.given | is.title | is.world | is.state)) return null;
  return toMention(reading, i, to, false);
}
