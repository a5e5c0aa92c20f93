// A law that asks for two things at once is called back for neither.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

const both =
  'A 2024 law requires jails to check the immigration status of inmates and to hold people for ICE. Rep. Al Roe, who sponsored the law, spoke Monday.';
const one =
  'A 2024 law requires jails to check the immigration status of inmates. Rep. Al Roe, who sponsored the law, spoke Monday.';

test('whoever sponsored a law of two issues is for neither alone', () => {
  expect(positionsIn(both).filter((item) => item.startsWith('Al Roe'))).toEqual([]);
  expect(positionsIn(one)).toContain('Al Roe supports status-policing');
});
