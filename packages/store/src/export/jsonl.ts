// Rows as JSON, one line each. Knows types of columns; not what a row means.
import type { DatasetColumn } from './datasets.ts';
import type { RawRow } from './read-rows.ts';

/** Makes the line of a row, without its line end. Stored JSON goes in as it is: parsing and writing it again would cost most of the time. */
export function jsonLineWriter(columns: readonly DatasetColumn[]): (row: RawRow) => string {
  const parts = columns.map(({ name, type }, index) => ({
    head: `${index === 0 ? '' : ','}${JSON.stringify(name)}:`,
    write: writers[type],
  }));
  return (row) => {
    let line = '{';
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index] as (typeof parts)[number];
      const value = row[index] ?? null;
      line += value === null ? `${part.head}null` : part.head + part.write(value);
    }
    return `${line}}`;
  };
}

const asIs = (value: string | number): string => String(value);

const writers: Readonly<Record<DatasetColumn['type'], (value: string | number) => string>> = {
  string: (value) => JSON.stringify(value),
  integer: asIs,
  number: asIs,
  boolean: (value) => (value === 1 ? 'true' : 'false'),
  object: asIs,
  array: asIs,
};
