import { expect, test } from 'vitest';
import { placeLabels } from './place-labels.ts';

const mark = (x: number, y: number, name: string) => ({ x, y, radius: 6, name });

test('a name stands to the right of its mark, and to the left at the edge', () => {
  expect(placeLabels([mark(50, 50, 'Yuma')], 400, 200)).toMatchObject([{ name: 'Yuma', x: 60, anchor: 'start' }]);
  expect(placeLabels([mark(390, 50, 'Yuma')], 400, 200)).toMatchObject([{ x: 380, anchor: 'end' }]);
});

test('names never cover one another or a mark; what fits nowhere is left out', () => {
  const names = ['Tucson', 'Marana', 'Vail', 'Oro', 'Sells', 'Ajo'];
  const labels = placeLabels(
    names.map((name) => mark(100, 50, name)),
    220,
    100,
  );
  expect(labels.map(({ name }) => name)).toEqual(names.slice(0, 4));
  expect(new Set(labels.map(({ x, y }) => `${x} ${y}`)).size).toBe(labels.length);
});
