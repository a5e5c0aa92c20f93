// The numbers of a chart as a table: what is shown instead of it, and what is saved. Knows no screen.
import type { DeskFilter } from '../../../../src/desk-api/contract.ts';

export interface Column {
  readonly label: string;
  readonly isNumber: boolean;
}

export interface Cell {
  /** As it is saved and sorted. */
  readonly value: string | number | null;
  /** As it is shown, where that differs. */
  readonly words?: string;
  /** Where it leads. */
  readonly address?: string;
  /** The claims that it counts. */
  readonly filter?: DeskFilter;
}

export interface TableData {
  readonly columns: readonly Column[];
  /** A cell for each column; the first one names the row. */
  readonly rows: readonly (readonly Cell[])[];
}

export const textColumn = (label: string): Column => ({ label, isNumber: false });
export const numberColumn = (label: string): Column => ({ label, isNumber: true });

/** A count that leads to its claims; a zero leads nowhere. */
export function counted(count: number, filter: DeskFilter | null): Cell {
  return count === 0 || filter === null ? { value: count } : { value: count, filter };
}
