// Tests of how the desk's state changes before the server has heard of anything.
import { describe, expect, it } from 'vitest';
import type { DeskItem, DeskQueueRow } from '../../../src/desk-api/contract.ts';
import { type DeskState, firstState, isTaken, neighbour, withDecision, withoutDecision } from './desk-state.ts';

const row = (id: string) => ({ id, kind: 'city', status: 'pending', reopened: false, label: id }) as DeskQueueRow;
const item = (id: string) => ({ ...row(id), lease: null }) as unknown as DeskItem;
const counts = {
  by_show: { review: 3, accepted: 0 },
  by_kind: { city: 3 },
  holders: [],
  choices: { issues: [], rules: [], sources: [] },
} as unknown as NonNullable<DeskState['counts']>;
const state: DeskState = {
  ...firstState,
  rows: ['a', 'b', 'c'].map(row),
  currentId: 'a',
  upcoming: ['b'],
  items: { a: item('a') },
  counts,
};

describe('the desk', () => {
  it('marks a decided row and counts on at once, each item once', () => {
    const decided = withDecision(state, item('a'), { verdict: 'accept' });
    expect(decided.rows[0]).toMatchObject({ status: 'accepted' });
    expect(decided.counts?.by_show).toMatchObject({ review: 2, accepted: 1 });
    const twice = withDecision(decided, item('a'), { verdict: 'reject' });
    expect(twice.counts?.by_show).toMatchObject({ review: 2 });
    expect(decided.lastDecision).toEqual({ id: 'a', deciding: { verdict: 'accept' } });
  });

  it('forgets a decision that was taken back, and what it knew of the item', () => {
    const back = withoutDecision(withDecision(state, item('a'), { verdict: 'accept' }), 'a');
    expect([back.decided, back.items]).toEqual([{}, {}]);
  });

  it('offers nothing as the next item that is on screen, comes anyway or is decided', () => {
    const decided = withDecision(state, item('c'), { verdict: 'accept' });
    expect(['a', 'b', 'c', 'd'].map((id) => isTaken(decided, id))).toEqual([true, true, true, false]);
  });

  it('knows the rows beside the one on screen', () => {
    expect([neighbour(state, 1)?.id, neighbour(state, -1)]).toEqual(['b', null]);
    expect(neighbour({ ...state, currentId: 'c' }, 1)).toBeNull();
    expect(neighbour({ ...state, currentId: null }, 1)?.id).toBe('a');
  });
});
