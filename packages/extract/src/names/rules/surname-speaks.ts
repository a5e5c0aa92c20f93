// names.surname-speaks: a surname alone, never given in full, that says something.
import { isSurname, speaks } from '../evidence.ts';
import { is } from '../lexicon.ts';
import { hasClass } from '../name-reading.ts';
import type { NameRule } from './name-rule.ts';

export const surnameSpeaks: NameRule = {
  id: 'names.surname-speaks',
  reads: 'A surname alone beside a verb of saying, when it is no plain word and never stands where places stand.',
  match: (candidate, context) => {
    const { reading, placed, alone } = context;
    const { from, words, runFrom, runTo } = candidate;
    if (words !== 1 || candidate.doubtful || runTo - runFrom !== 1) return false;
    const id = reading.ids[from] ?? -1;
    if (placed.has(id) || !isSurname(reading, from)) return false;
    if (hasClass(reading, from, is.common | is.world | is.state | is.title | is.organization | is.thing | is.function))
      return false;
    // A rarer English word must stand with a capital again and again: "Trump".
    if (hasClass(reading, from, is.known) && (alone.get(id) ?? 0) < 4) return false;
    return (reading.ends[from] ?? 0) - (reading.starts[from] ?? 0) > 3 && speaks(candidate, context);
  },
  examples: {
    yes: ['“It was late,” [[Holloway]] said.'],
    no: ['The crew worked in Tulsa. Tulsa said it would pay.', 'Police said they left.'],
  },
};
