// The tests of the shipped packs through all stages: what the stances stage alone gets right may still be lost on the way to it.
import { testPacks } from '@civicwire/extract';
import { expect, test } from 'vitest';
import { loadExtractor } from './load-extractor.ts';

/** Sentences that come out otherwise today, and why. A line goes when its sentence is mended; none is added lightly. */
const knownFailures = new Map([
  [
    '“I do not think we should end the 287(g) agreement,” Sheriff Joe Hall said.',
    'the speaker is the quotation’s: says takes no part',
  ],
  ["Mesa's City Manager has declined to sign the ICE-MPD MOU.", 'the office has a canonical name, with its state'],
  [
    '“Families are handed over to ICE, unfortunately,” organizers said.',
    'a quotation of a group has no speaker’s name',
  ],
  ['“Our neighbors are handed over to ICE,” organizers said.', 'a quotation of a group has no speaker’s name'],
  [
    'The union endorsed Lou Marsh, who opposes the sanctuary ordinance.',
    'with Lou Marsh known as a person, the stance is found',
  ],
]);

test('the shipped packs pass their tests through the whole extractor', { timeout: 60_000 }, async () => {
  const results = testPacks(await loadExtractor());
  const failed = results.filter(({ status, text }) => status === 'failed' && !knownFailures.has(text));
  expect(failed).toEqual([]);
  expect(results.filter(({ status }) => status === 'passed').length).toBeGreaterThan(250);
});
