// A story of what a department does has nothing that could be voted on; whoever judges it takes a side.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const told =
  'The Mesa County jail notified immigration agents of the release of 71 inmates last year, the sheriff told the board.';

test('no vote is on a practice', () => {
  const found = positionsIn(
    `${told}\n\nThe state expanded the law last year. Sen. Al Roe voted against the expansion.`,
    'Jail notified ICE of 71 releases',
  );
  expect(found.filter((one) => one.startsWith('Al Roe'))).toEqual([]);
});

test('a vote told with other business is on that', () => {
  const voted = 'The board voted 5-2 Monday to ban camping on public property.';
  const also = 'Also on Monday, the board voted 4-1 to join a suit over taxes. The suit is in its third year.';
  const found = positionsIn(`${voted}\n\n${also} Supervisor Al Roe cast the dissenting vote.`, 'Board bans camping');
  expect(found.filter((one) => one.startsWith('Al Roe'))).toEqual([]);
  const close = positionsIn(`${voted} Supervisor Al Roe cast the dissenting vote.`, 'Board bans camping');
  expect(close).toContain('Al Roe opposes homeless-encampments');
});
