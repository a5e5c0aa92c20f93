// What the columns of the changes and of their one counter mean. Knows meanings, no types.
import type { FieldDescription } from './fields.ts';

export const changeFields: Readonly<Record<string, FieldDescription>> = {
  change: {
    about: 'What downstream readers follow: every change once, in order, without gaps. Append-only.',
    columns: {
      seq: 'Number of the change: 1, 2, 3 …, in the order in which they became visible.',
      entity:
        'Table of the record: story, story_version, story_link (entity_id is the copy), finding, decision, official or official_decision.',
      entity_id: 'Id of the record.',
      story_id: 'Story that it belongs to; null for officials and decisions about them, which belong to many.',
      kind: 'insert, update, or tombstone (the machine took it back; the row stays). An official’s counts and dates change without one: they follow from its findings.',
      at: 'When.',
    },
  },
  sequencer: {
    about: 'The one counter behind change numbers; every writer holds its row.',
    columns: { id: 'Always 1.', value: 'Last number given.' },
  },
};
