// The tests that packs carry, through all stages: names are canonical there, and quotations have speakers.
// Knows the order of the stages; what a test expects is judged by the stances folder.
import { readDocument } from './annotate.ts';
import type { Document } from './document.ts';
import type { Extractor } from './extract.ts';
import type { PlacedTest } from './stances/packs/compiled-packs.ts';
import { type PackTestResult, runPackTest, type Wordings } from './stances/packs/run-pack-tests.ts';

/** Runs the given tests, those of all the extractor's packs unless told otherwise. */
export function testPacks(
  extractor: Extractor,
  tests: readonly PlacedTest[] = extractor.packs.tests,
): readonly PackTestResult[] {
  return tests.map((test) =>
    runPackTest(test, (text) => {
      const document = readDocument({ id: 1, text }, extractor);
      return { stances: document.stances, wordings: wordingsOf(document) };
    }),
  );
}

function wordingsOf({ people, organizations, officials }: Document): Wordings {
  const named = [...people, ...organizations, ...officials];
  return new Map(
    named.flatMap(({ name, mentions }) => (name === null ? [] : [[name, mentions.map(({ text }) => text)] as const])),
  );
}
