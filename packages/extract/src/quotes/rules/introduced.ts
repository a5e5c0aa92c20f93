// Ruiz shook her head. “The road is shut.” Knows a quotation that stands free behind a sentence about somebody.
import {
  type FollowRule,
  type FollowSearch,
  isSpeechLike,
  type Leftover,
  lastSpoken,
  standsFree,
} from '../follow-search.ts';
import { unitSubject } from '../subjects.ts';
import type { Utterance } from '../utterance.ts';

const id = 'quotes.introduced';

export const introduced: FollowRule = {
  id,
  reads:
    'A quotation that stands free belongs to the subject of the sentence in front, or to who spoke last in the paragraph before.',
  match: (search, leftover) => {
    if (!isSpeechLike(search.context, leftover) || !standsFree(search.context, leftover)) return undefined;
    return introducer(search, leftover) ?? undefined;
  },
  examples: {
    yes: [
      'Ana Ruiz shook her head. [[“The road is shut.”]]',
      'Ana Ruiz had one wish: [[“Open the road.”]]',
      'Ana Ruiz said the road was shut.\n\n[[“It was flooded twice.”]]',
    ],
    no: ['The road was long and dusty. “The road is shut.”', 'Ana Ruiz left by the “old” road.'],
  },
};

function introducer(search: FollowSearch, { unit, index, span }: Leftover): Utterance | null {
  const { context } = search;
  const front = unit.from < span.from ? unit : context.units[index - 1];
  if (front?.paragraph === unit.paragraph) {
    const speaker = unitSubject(context, front, Math.min(front.to, span.from));
    return speaker && { rule: id, from: span.from, to: span.to, speaker, cue: null, group: span.from };
  }
  const utterance = lastSpoken(search, span, unit.paragraph - 1);
  return utterance ? { ...utterance, group: span.from } : null;
}
