import { expect, it } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const among = (text: string): readonly string[] => positionsAmong(['Anna Weiss', 'Tom Ferraro'], text);
const forum = 'The three candidates for mayor met Monday.\n\n';

it('reads what a candidate would do as promised', () => {
  expect(among(`${forum}Anna Weiss would repeal rent control.`)).toContain('Anna Weiss opposes rent-control');
  expect(among(`${forum}Anna Weiss would not sign a 287(g) agreement.`)).toContain('Anna Weiss opposes ice-agreement');
  expect(
    among(`${forum}The council passed an ordinance that bans camping in parks. Tom Ferraro would keep it.`),
  ).toContain('Tom Ferraro supports homeless-encampments');
  expect(
    among('Two Democrats are running for sheriff.\n\nAnna Weiss would install license plate readers downtown.'),
  ).toContain('Anna Weiss supports alpr-cameras');
});

it('reads no promise where a paper or a condition would have it done, or nobody runs', () => {
  expect(among(`${forum}Under the plan, Anna Weiss would install license plate readers.`)).not.toContain(
    'Anna Weiss supports alpr-cameras',
  );
  expect(among(`${forum}If rents fall, Anna Weiss would repeal rent control.`)).not.toContain(
    'Anna Weiss opposes rent-control',
  );
  expect(among('Anna Weiss would repeal rent control.')).toEqual([]);
});
