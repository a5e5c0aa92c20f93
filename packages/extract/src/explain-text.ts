// Text → annotation with an explanation of its stances: what was found, what nearly was. For people who write packs.
// Knows the order of the stages; the explaining is done by the stances folder.
import type { AnnotateInput, Annotation } from '@civicwire/shared';
import { readDocument, toAnnotation } from './annotate.ts';
import type { Extractor } from './extract.ts';
import { createStanceReader } from './stances/analyse-stances.ts';
import { explainStances, type SentenceExplanation } from './stances/explain-stances.ts';

/** What `annotate` gives, and each sentence that has, or nearly has, an issue phrase. */
export function explainText(
  input: AnnotateInput,
  extractor: Extractor,
): { readonly annotation: Annotation; readonly sentences: readonly SentenceExplanation[] } {
  const document = readDocument(input, extractor);
  const reader = createStanceReader(extractor.vocabulary, extractor.packs);
  return { annotation: toAnnotation(document), sentences: explainStances(document, reader) };
}
