// Published examples, computed anew.
import { expect, test } from 'vitest';
import { cohenKappa } from './cohen-kappa.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

/** Items by column: a line for each person, a dot where he or she said nothing. */
function items(...lines: readonly string[]): string[][] {
  const rows = lines.map((line) => line.split(' '));
  return (rows[0] ?? []).map((_, at) =>
    rows.flatMap((row) => (row[at] === undefined || row[at] === '.' ? [] : [row[at]])),
  );
}

test('Krippendorff’s α is that of his own examples (2011: A two observers, B binary, C four observers with gaps)', () => {
  expect(krippendorffAlpha(items('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'))).toBeCloseTo(0.095, 3);
  expect(krippendorffAlpha(items('a a b b d c c c e d d a', 'b a b b b c c c e d d d'))).toBeCloseTo(0.692, 3);
  const four = items(
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  );
  expect(krippendorffAlpha(four)).toBeCloseTo(0.743, 3);
});

test('α is 1 where all agree on different labels, and nothing where nothing can be told', () => {
  expect(
    krippendorffAlpha([
      ['a', 'a'],
      ['b', 'b', 'b'],
    ]),
  ).toBe(1);
  expect(
    krippendorffAlpha([
      ['a', 'a'],
      ['a', 'a'],
    ]),
  ).toBeNull();
  expect(krippendorffAlpha([['a'], []])).toBeNull();
});

/** So many items with this pair of labels. */
const times = (count: number, a: string, b: string) => Array.from({ length: count }, () => [a, b] as const);

test('Cohen’s κ is that of the worked example with 50 proposals (20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no): 0.4', () => {
  const pairs = [...times(20, 'y', 'y'), ...times(5, 'y', 'n'), ...times(10, 'n', 'y'), ...times(15, 'n', 'n')];
  expect(cohenKappa(pairs)).toBeCloseTo(0.4, 10);
});

test('κ tells apart two tables with the same share of agreement: 0.13 and 0.26', () => {
  const alike = [...times(45, 'y', 'y'), ...times(15, 'y', 'n'), ...times(25, 'n', 'y'), ...times(15, 'n', 'n')];
  const apart = [...times(25, 'y', 'y'), ...times(35, 'y', 'n'), ...times(5, 'n', 'y'), ...times(35, 'n', 'n')];
  expect(cohenKappa(alike)).toBeCloseTo(0.1304, 4);
  expect(cohenKappa(apart)).toBeCloseTo(0.2593, 4);
});

test('κ is 1 where two agree, and nothing where both say one label or nothing', () => {
  expect(cohenKappa([...times(3, 'y', 'y'), ...times(2, 'n', 'n')])).toBe(1);
  expect(cohenKappa(times(4, 'y', 'y'))).toBeNull();
  expect(cohenKappa([])).toBeNull();
});
