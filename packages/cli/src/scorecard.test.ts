import { expect, test } from 'vitest';
import { createScorecard, type ScoredFinding } from './scorecard.ts';

const packs = {
  packs: [],
  rules: [
    { type: 'frame', id: 'deal', pack: 'demo@1.0.0' },
    { type: 'frame', id: 'unused', pack: 'demo@1.0.0' },
    { type: 'act', id: 'ends', pack: 'core@1.0.0' },
    { type: 'negator', id: 'not', pack: 'core@1.0.0' },
  ],
  holders: [],
  never: [],
  issues: new Map(),
  tests: [],
} as never;

const stance: ScoredFinding = {
  kind: 'stance',
  rule: 'demo@1.0.0 not·ends·deal',
  start: 0,
  end: 10,
  label: 'council supports deal',
  status: 'accepted',
  holder: 'council',
  issue: 'deal',
  position: 'supports',
};

test('a stance counts for each rule of its chain, under the pack that the rule comes from', () => {
  const card = createScorecard(packs);
  card.addStory([stance]);
  expect(
    card.scores().map(({ rule, type, fired, reviewed, accepted }) => [rule, type, fired, reviewed, accepted]),
  ).toEqual([
    ['core@1.0.0 ends', 'act', 1, 1, 1],
    ['core@1.0.0 not', 'negator', 1, 1, 1],
    ['demo@1.0.0 deal', 'frame', 1, 1, 1],
    ['demo@1.0.0 unused', 'frame', 0, 0, 0],
  ]);
});

test('overlaps share characters, conflicts contradict; both only within a story', () => {
  const card = createScorecard(packs);
  const against: ScoredFinding = {
    ...stance,
    rule: 'demo@1.0.0 deal',
    start: 5,
    end: 30,
    position: 'opposes',
    status: 'rejected',
  };
  card.addStory([stance, against, { ...stance, start: 40, end: 50, status: 'pending' }]);
  card.addStory([{ ...stance, holder: 'mayor' }]);
  const deal = card.scores().find(({ rule }) => rule === 'demo@1.0.0 deal');
  expect(deal).toMatchObject({ fired: 4, overlaps: 2, conflicts: 3, reviewed: 3, accepted: 2 });
});
