// The four positions: their order, words, signs and counts, the same in every chart. Knows no chart.
import type { DeskAnswer, DeskFilter } from '../../../src/desk-api/contract.ts';
import { countWords } from '../text/words.ts';
import type { Series } from './chart/series.ts';

export type ByPosition = DeskAnswer<'get_positions'>['cities'][number]['by_position'];
export type Position = keyof ByPosition;

/** `sign` stands inside of marks, where colour alone would not do. */
export const positions: readonly (Series & { readonly key: Position; readonly sign: string })[] = [
  { key: 'supports', words: 'Supports', paint: 'paint-supports', sign: '+' },
  { key: 'mixed', words: 'Mixed', paint: 'paint-mixed', sign: '±' },
  { key: 'neutral', words: 'Neutral', paint: 'paint-neutral', sign: '○' },
  { key: 'opposes', words: 'Opposes', paint: 'paint-opposes', sign: '−' },
];

export function positionsTotal(counts: ByPosition): number {
  return positions.reduce((sum, { key }) => sum + counts[key], 0);
}

export function addPositions(a: ByPosition, b: ByPosition): ByPosition {
  return {
    supports: a.supports + b.supports,
    mixed: a.mixed + b.mixed,
    neutral: a.neutral + b.neutral,
    opposes: a.opposes + b.opposes,
  };
}

export const noPositions: ByPosition = { supports: 0, mixed: 0, neutral: 0, opposes: 0 };

/** "3 stances: 2 supports, 1 opposes". */
export function positionsWords(counts: ByPosition): string {
  const parts = positions.filter(({ key }) => counts[key] > 0).map(({ key }) => `${counts[key]} ${key}`);
  return `${countWords(positionsTotal(counts), 'stance')}: ${parts.join(', ')}`;
}

/** The filter of a count, narrowed to one position. */
export function ofPosition(filter: DeskFilter, position: Position): DeskFilter {
  return { ...filter, position };
}
