import { expect, test } from 'vitest';
import { positionsAmong } from '../../testing/shipped-stances.ts';

const people = ['Ana Diaz', 'Dan Cole'];
const asks = 'Ana Diaz asked Sheriff Dan Cole to remove license plate readers.';

test('whoever asked for a thing is not who turned it down', () => {
  expect(positionsAmong(people, `${asks} Cole turned the request down.`)).toEqual([
    'Ana Diaz opposes alpr-cameras',
    'Dan Cole supports alpr-cameras',
  ]);
  for (const answer of ['He turned the request down.', 'He rejected the request.', 'The request was rejected.'])
    expect(positionsAmong(people, `${asks} ${answer}`)).not.toContain('Ana Diaz supports alpr-cameras');
});

test('a request that nobody has read is not the measure', () => {
  const lede = 'Sheriff Dan Cole will keep a rule that bars deputies from chasing drivers.';
  const asked = 'The deputies’ union asked him to let them go after stolen cars again.';
  expect(positionsAmong(people, `${lede} ${asked} Cole turned the request down.`)).toEqual([
    'Dan Cole supports use-of-force-limits',
  ]);
});
