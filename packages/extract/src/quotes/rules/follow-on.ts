// “The road is shut,” Ruiz said. “It was flooded.” Knows a quotation behind an utterance of its paragraph.
import { type FollowRule, isSpeechLike, lastSpoken } from '../follow-search.ts';

export const followOn: FollowRule = {
  id: 'quotes.follow-on',
  reads: 'A quotation without a cue goes on with the one who spoke last in its paragraph.',
  match: (search, leftover) =>
    isSpeechLike(search.context, leftover) ? lastSpoken(search, leftover.span, leftover.unit.paragraph) : undefined,
  examples: {
    yes: [
      '“The road is shut,” Ruiz said. [[“It was flooded.”]]',
      'Ruiz said the road was shut. [[“It was flooded twice in May.”]]',
      '“Shut it,” said Al Diaz. [[“Now!”]] The crowd left. [[“We are done.”]]',
    ],
    no: [
      '“The road is shut,” Ruiz said. The “old” road was sold.',
      '“The road is shut,” Ruiz said. He wrote “The Long and Winding Road to the Old City by the Sea.”',
    ],
  },
};
