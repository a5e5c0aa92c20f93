// Every format is read back by a reader that is not ours, and holds as many rows as the database counts.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  collect,
  exampleAnnotation,
  exampleArticle,
  exampleText,
  passage,
  saveExample,
} from '../testing/example-story.ts';
import { readCsv } from '../testing/read-csv.ts';
import { describeOnEachStore, type StoreUnderTest } from '../testing/with-store.ts';
import type { ExportRequest } from './formats.ts';

/** Two stories; the second has a formula for a title, letters beyond the basic plane, and a stance of a council. */
async function saveStories({ store }: StoreUnderTest): Promise<void> {
  await saveExample(store);
  const text = `🏜 Dust.\n${exampleText}`;
  const stance = exampleAnnotation(text).stances[0];
  if (stance === undefined) throw new Error('expected a stance in the example');
  const council = { ...stance, holder: 'Mesa & Tempe <Council>', holderType: 'council', position: 'supports' as const };
  const neutral = { ...council, position: 'neutral' as const, evidence: passage(text, 'The Mesa Police Department') };
  await saveExample(store, 'two', {
    article: exampleArticle(text, { title: '=HYPERLINK("x"), Mesa', publishedAt: '2026-04-01' }),
    annotation: exampleAnnotation(text, { stances: [stance, council, neutral] }),
  });
  const id = (await store.listFindings({ kind: 'city', limit: 1 })).findings[0]?.id ?? '';
  await store.decide({ findingId: id, editor: 'kim', verdict: 'edit', patch: { focus: false }, reason: '-1, "so"' });
}

describeOnEachStore('export formats', (under) => {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'civicwire-export-'));
    await saveStories(under);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const textOf = async (request: ExportRequest) => (await collect(under.store.exportStream(request))).join('');
  const rowsOf = async (kind: string): Promise<Record<string, unknown>[]> =>
    (await textOf({ format: 'jsonl', kind }))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('give every kind and view in JSONL, CSV and Parquet with the same rows', async () => {
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    for (const { name, columns } of under.store.datasets()) {
      const rows = await rowsOf(name);
      const csv = readCsv(await textOf({ format: 'csv', kind: name }));
      expect(csv[0]).toEqual(columns.map((column) => column.name));
      expect(csv.length - 1, name).toBe(rows.length);
      const file = join(folder, `${name}.parquet`);
      writeFileSync(
        file,
        Buffer.concat((await collect(under.store.exportStream({ format: 'parquet', kind: name }))) as Uint8Array[]),
      );
      const parquet = await duck.runAndReadAll(`select * from '${file}'`);
      expect(parquet.columnNames()).toEqual(columns.map((column) => column.name));
      expect(plain(parquet.getRowObjects()), name).toEqual(rows.map(flattened));
      for (const [index, row] of rows.map(flattened).entries())
        expect(csv[index + 1]).toEqual(Object.values(row).map((value) => (value === null ? '' : String(value))));
    }
    duck.closeSync();
  });

  it('give each column the type that its values have', async () => {
    for (const { name, columns } of under.store.datasets()) {
      for (const row of await rowsOf(name)) {
        const wrong = columns.filter(({ name: column, type }) => !hasType(row[column], type));
        expect(wrong, name).toEqual([]);
      }
    }
  });

  it('disarm formulas in CSV only for a spreadsheet', async () => {
    const titles = async (forSpreadsheet: boolean) =>
      readCsv(await textOf({ format: 'csv', kind: 'v_story', forSpreadsheet })).map((row) => row[11]);
    expect(await titles(false)).toContain('=HYPERLINK("x"), Mesa');
    expect(await titles(true)).toContain('\'=HYPERLINK("x"), Mesa');
  });

  it('write a SQLite file of plain tables with a dictionary, the same bytes each time', async () => {
    const counts = await under.store.exportTo({ format: 'sqlite' }, join(folder, 'one.sqlite'));
    await under.store.exportTo({ format: 'sqlite' }, join(folder, 'two.sqlite'));
    expect(readFileSync(join(folder, 'one.sqlite')).equals(readFileSync(join(folder, 'two.sqlite')))).toBe(true);
    const file = new SqliteDatabase(join(folder, 'one.sqlite'), { readonly: true });
    expect(file.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(file.prepare("select count(*) as views from sqlite_schema where type = 'view'").get()).toEqual({ views: 0 });
    for (const [table, count] of Object.entries(counts)) {
      expect(file.prepare(`select count(*) as count from "${table}"`).get(), table).toEqual({ count });
      const undescribed = file
        .prepare(
          "select name from pragma_table_info(?) except select column_name from dictionary where table_name = ? and meaning <> ''",
        )
        .all(table, table);
      expect(undescribed, table).toEqual([]);
    }
    expect(counts).toMatchObject({ v_story: 2, v_stance: 4, finding: 10, snapshot: 2, v_decision: 1 });
    const stances = file.prepare('select * from v_stance order by id').all();
    expect(stances).toEqual(await rowsOf('v_stance'));
    file.close();
  });

  it('write a data package whose hashes, sizes and columns hold', async () => {
    const place = join(folder, 'package');
    mkdirSync(place);
    const counts = await under.store.exportTo({ format: 'data-package' }, place);
    const description = JSON.parse(readFileSync(join(place, 'datapackage.json'), 'utf8'));
    expect(description.profile).toBe('tabular-data-package');
    expect(description.resources).toHaveLength(under.store.datasets().length);
    for (const { name, path, bytes, hash, schema } of description.resources) {
      const content = readFileSync(join(place, path));
      expect(content.length).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
      const [head, ...rows] = readCsv(content.toString());
      expect(rows.length, name).toBe(counts[name]);
      expect(head).toEqual(schema.fields.map((field: { name: string }) => field.name));
      for (const { name: field, type, description: meaning } of schema.fields) {
        expect(meaning, `${name}.${field}`).toMatch(/\S/);
        expect(type).toMatch(/^(string|integer|number|boolean|object|array)$/);
      }
    }
  });

  it('write a DNA project and its statement table: stances that agree or disagree', async () => {
    const file = join(folder, 'x.dna');
    expect(await under.store.exportTo({ format: 'dna' }, file)).toEqual({ stances: 3 });
    const project = new SqliteDatabase(file, { readonly: true });
    project.pragma('foreign_keys = ON');
    expect(project.pragma('foreign_key_check')).toEqual([]);
    const statements = project
      .prepare(
        `select p.Value as person, o.Value as organization, c.Value as concept, b.Value as agreement,
           substr(d.Text, 1, 2) as begins, s.Start as start, s.Stop as stop
         from STATEMENTS s join DOCUMENTS d on d.ID = s.DocumentId join DATABOOLEAN b on b.StatementId = s.ID
         join DATASHORTTEXT x on x.StatementId = s.ID and x.VariableId = 1 join ENTITIES p on p.ID = x.Entity
         join DATASHORTTEXT y on y.StatementId = s.ID and y.VariableId = 2 join ENTITIES o on o.ID = y.Entity
         join DATASHORTTEXT z on z.StatementId = s.ID and z.VariableId = 3 join ENTITIES c on c.ID = z.Entity`,
      )
      .all() as Record<string, unknown>[];
    project.close();
    const ruiz = { person: 'Ana Ruiz', organization: 'Mesa City Council', concept: 'local-enforcement', agreement: 0 };
    const council = { person: '', organization: 'Mesa & Tempe <Council>', concept: 'local-enforcement', agreement: 1 };
    expect(statements.filter((one) => one.person !== '')).toEqual([
      expect.objectContaining(ruiz),
      expect.objectContaining(ruiz),
    ]);
    expect(statements.filter((one) => one.person === '')).toEqual([expect.objectContaining(council)]);
    const [head, ...lines] = readCsv(await textOf({ format: 'dna-csv' }));
    expect(lines).toHaveLength(3);
    expect(head).toContain('agreement');
  });

  it('point web annotations at code points and quote what stands there', async () => {
    const page = JSON.parse(await textOf({ format: 'web-annotation' }));
    expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' });
    expect(page.items).toHaveLength((await rowsOf('v_claim_current')).length);
    const texts = new Map(
      (await rowsOf('v_story_version')).map(({ id, text }) => [`urn:civicwire:story-version:${id}`, String(text)]),
    );
    for (const { target } of page.items) {
      const points = [...(texts.get(target.source.id) ?? '')];
      const [position, quote] = target.selector;
      expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
      expect(points.join('')).toContain(quote.prefix + quote.exact + quote.suffix);
    }
    const cities = JSON.parse(await textOf({ format: 'web-annotation', kind: 'cities' }));
    expect(cities.items).toHaveLength(2);
  });

  it('write actors and issues as GraphML, positions counted', async () => {
    const xml = await textOf({ format: 'graphml' });
    expect(xml.match(/<edge /g)).toHaveLength(2);
    expect(xml).toContain('<data key="node_label">Mesa &amp; Tempe &lt;Council&gt;</data>');
    expect(xml).toMatch(
      /<edge source="official:[0-9a-f]+" target="issue:local-enforcement"><data key="edge_weight">2<\/data>.*<data key="edge_net">-2</,
    );
  });

  it('refuse what they cannot hold, in words', async () => {
    await expect(textOf({ format: 'csv', kind: 'opinions' })).rejects.toThrow(
      'there is no kind "opinions"; expected one of stories',
    );
    await expect(textOf({ format: 'graphml', kind: 'cities' })).rejects.toThrow('graphml holds stances');
    await expect(textOf({ format: 'web-annotation', kind: 'stories' })).rejects.toThrow('no kind "stories"');
    await expect(textOf({ format: 'sqlite' })).rejects.toThrow('sqlite is no stream');
  });

  it('see one state while others write', async () => {
    const pieces = under.store.exportStream({ format: 'jsonl', kind: 'stories' });
    const first = await pieces.next();
    await saveExample(under.store, 'three');
    const rest = await collect(pieces);
    expect([first.value, ...rest].join('').split('\n').filter(Boolean)).toHaveLength(2);
    expect(await rowsOf('stories')).toHaveLength(3);
  });
});

function hasType(value: unknown, type: string): boolean {
  if (value === null) return true;
  if (type === 'array') return Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

const flattened = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value !== null && typeof value === 'object' ? JSON.stringify(value) : value,
    ]),
  );

/** Rows of DuckDB with its wide integers as plain numbers. */
const plain = (rows: readonly Record<string, unknown>[]): Record<string, unknown>[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
    ),
  );
