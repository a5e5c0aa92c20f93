// “The road is shut.” Knows a quotation that stands free with nobody near who could have said it.
import { type FollowRule, isSpeechLike, standsFree } from '../follow-search.ts';

export const unattributed: FollowRule = {
  id: 'quotes.unattributed',
  reads:
    'A closed quotation that stands free is speech, though nobody near can have said it: the speaker is left open.',
  match: ({ context }, leftover) =>
    leftover.span.closed && isSpeechLike(context, leftover) && standsFree(context, leftover) ? null : undefined,
  examples: {
    yes: ['[[“The road is shut.”]]', 'The road was long and dusty.\n\n[[“We will not take it again.”]]'],
    no: ['The “old” road was sold.', '“The road is shut.'],
  },
};
