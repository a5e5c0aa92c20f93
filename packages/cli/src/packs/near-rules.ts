// Which rules came near in a passage and why they did not fire, for people who judge its stances. Makes the extractor when it is
// first asked: the desk opens without waiting for it.
import { type Extractor, explainText } from '@civicwire/extract';
import { UsageError } from '@civicwire/shared';
import { loadExtractor } from '../load-extractor.ts';

/** A sentence of the passage with what came near in it. */
interface NearRules {
  readonly sentence: string;
  readonly misses: readonly string[];
}

/**
 * By the packs in force. Where a user's pack does not compile the shipped ones alone are asked: the desk goes on, and
 * `civicwire rules test` says what is wrong.
 */
export function nearRules(packsFolder?: string): (passage: string) => Promise<readonly NearRules[]> {
  let extractor: Promise<Extractor> | undefined;
  return async (text) => {
    extractor ??= loadExtractor(packsFolder).catch((error: unknown) => {
      if (!(error instanceof UsageError) || packsFolder === undefined) throw error;
      return loadExtractor();
    });
    const { sentences } = explainText({ id: 1, text }, await extractor);
    return sentences.map(({ sentence, misses }) => ({ sentence, misses }));
  };
}
