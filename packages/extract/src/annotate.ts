// Text → annotation, by the stages in order. Pure: the same input and rules give the same output, byte for byte.
import type { AnnotateInput, Annotation } from '@civicwire/shared';
import { createDocument, type Document } from './document.ts';
import type { Vocabulary } from './reading/vocabulary.ts';
import type { Stage } from './stage.ts';

/** Annotates one text. Never throws for bad text: an empty one gives empty lists. */
export function annotate(
  input: AnnotateInput,
  extractor: { readonly vocabulary: Vocabulary; readonly stages: readonly Stage[] },
): Annotation {
  return toAnnotation(readDocument(input, extractor));
}

/** The document after the last stage. */
export function readDocument(
  input: AnnotateInput,
  extractor: { readonly vocabulary: Vocabulary; readonly stages: readonly Stage[] },
): Document {
  let document = createDocument(input, extractor.vocabulary);
  for (const stage of extractor.stages) document = stage.run(document);
  return document;
}

/** What of a document leaves the package. */
export function toAnnotation(document: Document): Annotation {
  const places = document.places.map(({ divisionId: _, ...place }) => place);
  return {
    cities: places.filter((place) => place.type === 'city'),
    places,
    people: document.people.map(({ name, mentions }) => ({ name, mentions })),
    officials: [...document.officials],
    quotes: [...document.quotes],
    stances: [...document.stances],
    notes: [...document.notes],
  };
}
