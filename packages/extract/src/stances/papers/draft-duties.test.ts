import { describe, expect, it } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const title = 'Council weighs ban on no-knock warrants';
const lede = 'The Salem City Council will vote Tuesday on an ordinance that would ban no-knock warrants.';
const people = ['Ana Diaz', 'Jo Lee'];

function held(...paragraphs: readonly string[]): number {
  const all = positionsAmong(people, [lede, ...paragraphs].join('\n\n'), title);
  return all.filter((one) => one === 'Ana Diaz supports use-of-force-limits').length;
}

const sponsor = 'Council Member Ana Diaz sponsored the ordinance.';

describe('what a draft would ask in other words than the issue’s', () => {
  it('is its sponsor’s', () => {
    expect(held(sponsor)).toBe(1);
    expect(held(`${sponsor} Officers would have to knock and wait a minute.`)).toBe(2);
    expect(held(`${sponsor} Officers would have to knock. Raids at night would be banned.`)).toBe(3);
    expect(held(sponsor, 'Under the ordinance, a supervisor would have to sign every request.')).toBe(2);
    expect(held('Officers would have to knock and wait a minute.', sponsor)).toBe(2);
  });

  it('is nobody’s where somebody says it', () => {
    expect(held(`${sponsor} Officers would have to knock, Chief Jo Lee said.`)).toBe(1);
    expect(held(`${sponsor} “Officers would have to knock,” said Chief Jo Lee.`)).toBe(1);
  });

  it('is no vote, cost or condition', () => {
    expect(held(`${sponsor} The council would have to meet again in May.`)).toBe(1);
    expect(held(`${sponsor} Taxpayers would have to pay for the lawyers.`)).toBe(1);
    expect(held(`${sponsor} A vote could be held only in May.`)).toBe(1);
    expect(held(`${sponsor} Two officers would be appointed to a panel.`)).toBe(1);
    expect(held(`${sponsor} Officers would have to knock if the court agrees.`)).toBe(1);
  });

  it('is not told far behind the draft', () => {
    const other = ['It rained all day.', 'The park is closed.', 'A bridge fell.', 'The road is wet.', 'A dog ran.'];
    expect(held(sponsor, ...other, 'Officers would have to walk to the hall.')).toBe(1);
  });
});
