import { expect, it } from 'vitest';
import { endTurn, extendTurn, freshHost, isIdleHost, takeTurn } from './host-turns.ts';

const ask = { id: 'a', gapMs: 1_000, perHost: 1, leaseMs: 20_000, continues: false };

it('grants a fresh host at once, and the next turn a gap after the end of the first', () => {
  const first = takeTurn(freshHost, ask, 5_000);
  expect(first.answer).toEqual({ granted: true, busyAnswers: 0 });
  const ended = endTurn(first.state, { id: 'a', gapMs: 1_000, holdMs: null }, 7_000);
  expect(takeTurn(ended, { ...ask, id: 'b' }, 7_400).answer).toEqual({ granted: false, afterMs: 600 });
  expect(takeTurn(ended, { ...ask, id: 'b' }, 8_000).answer.granted).toBe(true);
});

it('refuses while all turns are taken, and frees the turn of a holder that died when its lease is over', () => {
  const { state } = takeTurn(freshHost, ask, 0);
  expect(takeTurn(state, { ...ask, id: 'b' }, 10_000).answer).toEqual({ granted: false, afterMs: 1_000 });
  expect(takeTurn(state, { ...ask, id: 'b' }, 19_999).answer).toEqual({ granted: false, afterMs: 1 });
  expect(takeTurn(state, { ...ask, id: 'b' }, 20_000).answer.granted).toBe(true);
});

it('keeps the turn of a holder that says that it is still at work, and gives none back that ran out', () => {
  const { state } = takeTurn(freshHost, ask, 0);
  const longer = extendTurn(state, { id: 'a', leaseMs: 20_000 }, 15_000);
  expect(takeTurn(longer, { ...ask, id: 'b' }, 34_999).answer.granted).toBe(false);
  const other = takeTurn(longer, { ...ask, id: 'b' }, 35_000);
  expect(extendTurn(other.state, { id: 'a', leaseMs: 20_000 }, 36_000)).toEqual(other.state);
});

it('keeps the gap between two starts too where a host takes two requests at once', () => {
  const two = { ...ask, perHost: 2 };
  const { state } = takeTurn(freshHost, two, 0);
  expect(takeTurn(state, { ...two, id: 'b' }, 400).answer).toEqual({ granted: false, afterMs: 600 });
  const second = takeTurn(state, { ...two, id: 'b' }, 1_000);
  expect(second.answer.granted).toBe(true);
  expect(takeTurn(second.state, { ...two, id: 'c' }, 5_000).answer.granted).toBe(false);
});

it('waives the gap for the next step of a redirect, but not the wait for a busy host', () => {
  const ended = endTurn(freshHost, { id: 'a', gapMs: 1_000, holdMs: null }, 0);
  expect(takeTurn(ended, { ...ask, continues: true }, 10).answer.granted).toBe(true);
  const held = endTurn(freshHost, { id: 'a', gapMs: 1_000, holdMs: 60_000 }, 0);
  expect(takeTurn(held, { ...ask, continues: true }, 10).answer).toEqual({ granted: false, afterMs: 59_990 });
});

it('counts busy answers until one that is not, and calls a host idle only when forgetting it changes nothing', () => {
  const twice = [0, 1].reduce((state) => endTurn(state, { id: 'a', gapMs: 0, holdMs: 10 }, 0), freshHost);
  expect(takeTurn(twice, ask, 20).answer).toEqual({ granted: true, busyAnswers: 2 });
  expect(isIdleHost(twice, 20)).toBe(false);
  const well = endTurn(twice, { id: 'a', gapMs: 0, holdMs: null }, 20);
  expect(well.busyAnswers).toBe(0);
  expect(isIdleHost(well, 20)).toBe(true);
  expect(isIdleHost(takeTurn(well, { ...ask, gapMs: 0 }, 20).state, 21)).toBe(false);
});
