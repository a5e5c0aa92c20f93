// What one development set is. The sets themselves: text-sets.ts, page-sets.ts, ingest-sets.ts.

/** A row of JSON. */
export type Row = Record<string, unknown>;

/** Annotates one JSONL input row, as `civicwire annotate` does. */
export type AnnotateRow = (row: Row) => Row;

/** One run of one scorer. */
export interface EvaluationSet {
  readonly name: string;
  /** Files that must be there, relative to the shared folder. */
  readonly needs: readonly string[];
  /** Named figures: shares from 0 to 1, or counts. */
  readonly measure: (shared: string, annotateRow: AnnotateRow) => Promise<Readonly<Record<string, number>>>;
}
