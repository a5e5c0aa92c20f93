// What a stage is. Knows none of them: the list is extract.ts.
import type { Document } from './document.ts';

/**
 * One step of extraction. A stage is made once (by a `create…Stage(vocabulary, data)` in its folder, which interns
 * the words that its rules know) and is then a pure function of the document; it imports no other stage.
 */
export interface Stage {
  readonly name: string;
  readonly run: (document: Document) => Document;
}
