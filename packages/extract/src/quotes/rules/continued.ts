// “The road is shut.¶ “It will open in May.” Knows a quotation left open at the end of its paragraph and opened again.
import { type FollowRule, utteranceAt } from '../follow-search.ts';

export const continued: FollowRule = {
  id: 'quotes.continued',
  reads: 'The quotation before was not closed at the end of its paragraph, and this one opens the next: it goes on.',
  match: (search, { before }) => {
    if (!before?.continues) return undefined;
    return search.added.get(before) ?? utteranceAt(search, before.innerFrom);
  },
  examples: {
    yes: [
      '“The road is shut,” Ruiz said. “It was flooded twice.\n\n[[“It will open in May.”]]',
      'Ruiz said, “The road is shut.\n\n[[“The bridge is open.]]\n\n[[“The ferry runs.”]]',
    ],
    no: ['“The road is shut,” Ruiz said.\n\nThe “old” road was sold.'],
  },
};
