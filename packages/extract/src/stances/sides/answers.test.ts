import { expect, it } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const intro = 'Sheriff Anna Weiss spoke to a reporter last week.\n\n';
const said = (text: string): readonly string[] => positionsAmong(['Anna Weiss'], `${intro}${text}`);

it('reads what an answer says of the thing that was asked about', () => {
  expect(
    said(
      'Q: Some residents want the county to end its license plate reader program.\n\nA: I hear that. I wouldn’t support it.',
    ),
  ).toContain('Anna Weiss supports alpr-cameras');
  expect(said('Q: Should there be a civilian review board?\n\nA: No. We have enough of them.')).toContain(
    'Anna Weiss opposes civilian-oversight',
  );
  expect(
    said(
      'Question: Some members want a civilian review board.\n\nAnswer: It takes time. But I support that, because people ask for it.',
    ),
  ).toContain('Anna Weiss supports civilian-oversight');
  expect(said('Q: Should the county create a civilian review board?\n\nA: I’m not in favor of it.')).toContain(
    'Anna Weiss opposes civilian-oversight',
  );
});

it('reads no answer with a condition, of another thing, or taken back', () => {
  for (const answer of [
    'I would support it if the council paid for it.',
    'I support that. But not here.',
    'I like the parks.',
    'I support the mayor.',
  ])
    expect(said(`Q: Should the county create a civilian review board?\n\nA: ${answer}`), answer).toEqual([]);
});
