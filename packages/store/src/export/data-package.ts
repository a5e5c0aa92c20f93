// Datasets as a Frictionless data package: a CSV file for each and a datapackage.json that describes them, with hashes.
// Knows the specification's words; writes files into a folder that is there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../writing.ts';
import type { Dataset } from './datasets.ts';
import { counted } from './read-pages.ts';
import { readRows } from './read-rows.ts';
import { csvStream } from './text-streams.ts';
import { type WrittenFile, writeStream } from './write-stream.ts';

/** What a package says of itself. `name` is of lower-case letters, digits, dots, dashes and underscores. */
export interface PackageFacts {
  readonly name: string;
  readonly title: string;
  readonly version?: string;
}

/** One resource: what it holds and its file, whose path is relative to the package. */
export interface Resource {
  readonly dataset: Dataset;
  readonly rows: number;
  readonly file: WrittenFile;
}

/** Writes datapackage.json and data/NAME.csv for each dataset; gives what was written, in that order. */
export async function writeDataPackage(
  context: Context,
  all: readonly Dataset[],
  folder: string,
  facts: PackageFacts,
): Promise<readonly Resource[]> {
  mkdirSync(join(folder, 'data'), { recursive: true });
  const written: Resource[] = [];
  for (const dataset of all) {
    const path = `data/${dataset.name}.csv`;
    let rows = 0;
    const pages = counted(readRows(context, dataset), (count) => {
      rows += count;
    });
    const file = await writeStream(csvStream(dataset, pages, 'exact'), join(folder, path), path);
    written.push({ dataset, rows, file });
  }
  const resources = written.map(({ dataset, file }) => resourceOf(dataset, file));
  const description = `${JSON.stringify({ profile: 'tabular-data-package', ...facts, resources }, null, 2)}\n`;
  writeFileSync(join(folder, 'datapackage.json'), description, { flag: 'wx' });
  return written;
}

function resourceOf({ name, about, columns, key }: Dataset, { path, bytes, sha256 }: WrittenFile): object {
  return {
    profile: 'tabular-data-resource',
    name,
    path,
    description: about,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map((column) => ({ name: column.name, type: column.type, description: column.about })),
      ...(key === null ? {} : { primaryKey: key }),
      missingValues: [''],
    },
  };
}
