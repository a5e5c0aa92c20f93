// Reads one organization at a token by what stands beside it: a kind before ("the nonprofit …"), "administration" behind.
// Knows words; not other mentions.
import { foldedAt, hasShape, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { isNameWord } from './capital-runs.ts';
import type { NameLexicon } from './lexicon.ts';
import { type OrganizationMention, toMention } from './organization-merge.ts';

const kinds = new Set(
  'nonprofit non-profit group organization coalition charity union company newspaper outlet startup firm collective publisher broadcaster station'.split(
    ' ',
  ),
);
/** "the Ode administration": a government under its head's name. */
export function administrationAt(reading: Reading, { classes }: NameLexicon, i: number): OrganizationMention | null {
  if (
    !isNameWord(reading, i) ||
    !/^(?:the|new|incoming)$/.test(foldedAt(reading, i - 1)) ||
    foldedAt(reading, i + 1) !== 'administration'
  )
    return null;
  const id = reading.ids[i] ?? -1;
  if (!classes.has(id, 'surname') && classes.has(id, 'known')) return null;
  return classes.has(id, 'organization', 'state', 'world')
    ? null
    : { ...toMention(reading, i, i + 2, false), open: true };
}

/** "the nonprofit Brighter Days in Motion": what follows the kind is the name. */
export function organizationByKind(reading: Reading, { classes }: NameLexicon, i: number): OrganizationMention | null {
  if (!isNameWord(reading, i) || i === 0 || !kinds.has(foldedAt(reading, i - 1)) || isNameWord(reading, i - 1))
    return null;
  let to = i + 1;
  while (to < i + 16) {
    if (isNameWord(reading, to) && hasShape(reading, to, shape.spaced)) to++;
    else if (/^(?:of|for|in|and|the|&)$/.test(foldedAt(reading, to)) && isNameWord(reading, to + 1)) to += 2;
    else break;
  }
  if (to - i === 1 && classes.has(reading.ids[i] ?? -1, 'given', 'title', 'world', 'state')) return null;
  return toMention(reading, i, to, false);
}
