// Why editors reject, ready to pick, per kind of finding. The order is that of the keys 1 to 6.
import type { FindingKind } from '@civicwire/store';

export const rejectReasons: Readonly<Record<FindingKind, readonly string[]>> = {
  city: [
    'another place of that name',
    'not a place here',
    'part of an organization’s name',
    'wrong on whether the story is about it',
    'not part of the story (page furniture)',
  ],
  official: [
    'holds no public office',
    'two people mixed up',
    'wrong title or role',
    'wrong organization or jurisdiction',
    'not part of the story (page furniture)',
  ],
  quote: [
    'wrong speaker',
    'not speech',
    'begins or ends in the wrong place',
    'wrong kind of quote',
    'not part of the story (page furniture)',
  ],
  stance: [
    'wrong holder',
    'the opposite or another position',
    'takes no position',
    'about another issue',
    'the evidence does not show it',
    'not part of the story (page furniture)',
  ],
};
