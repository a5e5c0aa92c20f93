// The tests that packs carry, through all stages: names are canonical there, and quotations have speakers.
// Knows the order of the stages; what a test expects is judged by the stances folder.
import type { Official } from '@civicwire/shared';
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
  const named = [...people, ...organizations, ...officials.map((item) => ({ ...item, name: officeOf(item) }))];
  const wordings = new Map(named.map(({ name, mentions }) => [name, mentions.map(({ text }) => text)]));
  for (const official of officials) {
    const place = official.jurisdiction?.split(',')[0];
    // "Mesa's City Manager": the place stands before the office.
    if (place && official.name === null)
      wordings.set(
        officeOf(official),
        official.mentions.flatMap(({ text }) => [text, `${place}'s ${text}`]),
      );
  }
  return wordings;
}

/** The name of an official, or of an office whose holder the text does not name, as the stances stage writes it. */
function officeOf({ name, title, role, jurisdiction }: Official): string {
  return name ?? [title ?? role ?? '', jurisdiction ? `of ${jurisdiction}` : ''].join(' ').trim();
}
