// places.repeat: a name without evidence that has it elsewhere in the story.
import type { Found } from '../evidence.ts';
import type { StoryPlaceRule } from './story-rule.ts';

export const repeat: StoryPlaceRule = {
  id: 'places.repeat',
  reads: 'A name that stands without evidence is a place where the story gives evidence for it elsewhere.',
  match: ({ surnames }, { open, strong }) =>
    open
      .filter(({ record }) => strong.has(record.key) && !surnames.has(record.key) && !record.isWord)
      .map((candidate): Found => {
        const verdict = { take: true, confidence: 0.7 };
        return { candidate, record: candidate.record, rule: 'places.repeat', verdict };
      }),
  examples: {
    yes: ['The city of [[Mason]] paid. On Friday [[Mason]] paid again.'],
    no: ['The chief of staff paid. On Friday Mason paid again.', 'Robert Mason lives in [[Tempe]]. Mason paid.'],
  },
};
