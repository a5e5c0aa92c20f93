// The gate itself.
import { expect, test } from 'vitest';
import { compare, readBaseline, serialiseBaseline } from './baseline.ts';

const baseline = readBaseline(
  '{"tolerance":{"default":0.005},"figures":{"quotes":{"e2e F1":0.5,"wrong positions":2}}}',
);

test('a fall within the tolerance passes, one beyond it is named', () => {
  expect(compare('quotes', { 'e2e F1': 0.496, 'wrong positions': 2 }, baseline)).toEqual([]);
  expect(compare('quotes', { 'e2e F1': 0.49, 'wrong positions': 2 }, baseline)).toEqual([
    'quotes, e2e F1: was 0.5, is 0.4900 (tolerance 0.005)',
  ]);
});

test('of errors, more is worse', () => {
  expect(compare('quotes', { 'e2e F1': 0.6, 'wrong positions': 3 }, baseline)).toHaveLength(1);
  expect(compare('quotes', { 'e2e F1': 0.6, 'wrong positions': 0 }, baseline)).toEqual([]);
});

test('a figure that vanished is a fall', () => {
  expect(compare('quotes', { 'wrong positions': 0 }, baseline)).toEqual([
    'quotes, e2e F1: was 0.5, is no longer measured',
  ]);
});

test('what is recorded reads back', () => {
  expect(readBaseline(serialiseBaseline(baseline))).toEqual(baseline);
});
