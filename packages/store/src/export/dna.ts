// Stances as statements of the Discourse Network Analyzer: its project file (.dna, SQLite, version 3) and its statement table as
// CSV. Knows that program's schema and how stances map to it (docs/how-to/exports-and-releases.md).
import { createHash } from 'node:crypto';
import { personHolderTypes } from '@civicwire/shared';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import type { Context } from '../writing.ts';
import { csvLine } from './csv.ts';
import { datasetOf } from './datasets.ts';
import { dnaSchema } from './dna-schema.ts';
import { readPages, type StoredRow } from './read-pages.ts';

/** The program's own limit for short text. */
const shortTextMax = 190;

/** Types of holders who are people; every other type is a body: a council, a department, a group. */
const personTypes: ReadonlySet<string> = new Set(personHolderTypes);

interface Statement {
  readonly stance: StoredRow;
  readonly person: string;
  readonly organization: string;
  readonly concept: string;
  readonly agreement: 0 | 1;
}

/** Mixed and neutral stances have no agreement: they are no statements there. */
function statementOf(stance: StoredRow): Statement | null {
  if (stance.position !== 'supports' && stance.position !== 'opposes') return null;
  const isBody = stance.official_id === null && !personTypes.has(String(stance.holder_type));
  const holder = String(stance.official_name ?? stance.holder);
  return {
    stance,
    person: isBody ? '' : short(holder),
    organization: isBody ? short(holder) : short(String(stance.organization ?? '')),
    concept: short(String(stance.issue)),
    agreement: stance.position === 'supports' ? 1 : 0,
  };
}

/** At most so many characters, never half of one. */
function short(text: string): string {
  return text.length <= shortTextMax ? text : text.slice(0, shortTextMax).toWellFormed();
}

/** Statements with what the table of stances does not show: the holder's organization. */
async function* statementPages(context: Context): AsyncGenerator<readonly Statement[]> {
  for await (const rows of readPages(context, datasetOf(context, 'v_stance'))) {
    const organizations = await organizationsOf(context, rows);
    yield rows.flatMap((row) => {
      const organization = organizations.get(String(row.official_id)) ?? null;
      return statementOf({ ...row, organization }) ?? [];
    });
  }
}

async function organizationsOf({ db }: Context, rows: readonly StoredRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ official_id: id }) => (id === null ? [] : [String(id)])))];
  if (ids.length === 0) return new Map();
  const found = await db.selectFrom('official').select(['id', 'organization']).where('id', 'in', ids).execute();
  return new Map(found.flatMap(({ id, organization }) => (organization === null ? [] : [[id, organization] as const])));
}

const csvColumns = [
  ...['statement_id', 'time', 'document_id', 'document_title', 'author', 'source', 'section', 'type'],
  ...['start', 'end', 'text', 'person', 'organization', 'concept', 'agreement', 'civicwire_id'],
];

/** The statement table: a line for each stance that supports or opposes. */
export async function* dnaCsvStream(context: Context): AsyncGenerator<string> {
  yield csvLine(csvColumns, 'exact');
  let number = 0;
  for await (const statements of statementPages(context)) {
    let piece = '';
    for (const { stance, person, organization, concept, agreement } of statements) {
      number += 1;
      const where = [
        number,
        `${stance.seen_on} 00:00:00`,
        stance.version_id,
        stance.story_title,
        '',
        stance.source_name,
      ];
      const words = [
        '',
        '',
        stance.start,
        stance.end,
        stance.text,
        person,
        organization,
        concept,
        agreement,
        stance.id,
      ];
      piece += csvLine([...where, ...words], 'exact');
    }
    if (piece !== '') yield piece;
  }
}

/** Name and password of the one coder in the file: it opens with these. */
const dnaCoder = { name: 'civicwire', password: 'civicwire' } as const;

/** Writes the project file; gives the number of statements. */
export async function writeDnaFile(context: Context, file: string): Promise<number> {
  const target = new SqliteDatabase(file);
  try {
    target.pragma('journal_mode = OFF');
    target.pragma('synchronous = OFF');
    target.exec(`begin; ${dnaSchema}`);
    target
      .prepare('insert into CODERS (ID, Name, Red, Green, Blue, Password) values (1, ?, 0, 0, 0, ?)')
      .run(dnaCoder.name, hashPassword(dnaCoder.password));
    const project = new DnaProject(target);
    for await (const statements of statementPages(context)) {
      await addDocuments(context, project, statements);
      for (const statement of statements) project.addStatement(statement);
    }
    target.exec('commit');
    return project.statements;
  } finally {
    target.close();
  }
}

async function addDocuments({ db }: Context, project: DnaProject, statements: readonly Statement[]): Promise<void> {
  const missing = new Map(
    statements.map(({ stance }) => [String(stance.version_id), stance] as const).filter(([id]) => !project.has(id)),
  );
  if (missing.size === 0) return;
  const { rows } = await sql<{ id: string; text: string; byline: string | null }>`
    select id, text, byline from story_version where id in (${sql.join([...missing.keys()])}) order by id`.execute(db);
  for (const { id, text, byline } of rows) {
    const stance = missing.get(id);
    if (stance !== undefined) project.addDocument(id, stance, text, byline);
  }
}

/** The tables of a project being filled: numbers for what we name by hashes. */
class DnaProject {
  statements = 0;
  readonly #documents = new Map<string, number>();
  readonly #entities = new Map<string, number>();
  readonly #insertDocument: SqliteDatabase.Statement;
  readonly #insertStatement: SqliteDatabase.Statement;
  readonly #insertEntity: SqliteDatabase.Statement;
  readonly #insertShort: SqliteDatabase.Statement;
  readonly #insertBoolean: SqliteDatabase.Statement;
  readonly #insertAttribute: SqliteDatabase.Statement;

  constructor(file: SqliteDatabase.Database) {
    this.#insertDocument = file.prepare(
      "insert into DOCUMENTS (ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date) values (?, ?, ?, 1, ?, ?, '', ?, 'story', ?)",
    );
    this.#insertStatement = file.prepare('insert into STATEMENTS values (?, 1, ?, ?, ?, 1)');
    this.#insertEntity = file.prepare(
      'insert into ENTITIES (ID, VariableId, Value, Red, Green, Blue) values (?, ?, ?, 0, 0, 0)',
    );
    this.#insertShort = file.prepare('insert into DATASHORTTEXT (StatementId, VariableId, Entity) values (?, ?, ?)');
    this.#insertBoolean = file.prepare('insert into DATABOOLEAN (StatementId, VariableId, Value) values (?, ?, ?)');
    this.#insertAttribute = file.prepare(
      'insert into ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) select ?, ID, ? from ATTRIBUTEVARIABLES where VariableId = ? and AttributeVariable = ?',
    );
  }

  has(versionId: string): boolean {
    return this.#documents.has(versionId);
  }

  addDocument(versionId: string, stance: StoredRow, text: string, byline: string | null): void {
    const id = this.#documents.size + 1;
    this.#documents.set(versionId, id);
    const notes = `civicwire story version ${versionId}; ${stance.url}`;
    const seconds = Date.parse(`${stance.seen_on}T00:00:00Z`) / 1000;
    const title = short(String(stance.story_title ?? stance.url));
    const head = [title, text, short(byline ?? ''), short(String(stance.source_name))];
    this.#insertDocument.run(id, ...head, notes, Number.isFinite(seconds) ? seconds : 0);
  }

  addStatement({ stance, person, organization, concept, agreement }: Statement): void {
    this.statements += 1;
    const id = this.statements;
    this.#insertStatement.run(id, this.#documents.get(String(stance.version_id)), stance.start, stance.end);
    const role = person === '' ? '' : short(String(stance.official_role ?? ''));
    this.#insertShort.run(id, 1, this.#entity(1, person, role));
    this.#insertShort.run(id, 2, this.#entity(2, organization, ''));
    this.#insertShort.run(id, 3, this.#entity(3, concept, ''));
    this.#insertBoolean.run(id, 4, agreement);
  }

  /** The number of a value of a variable; values that the program tells apart are one row each. */
  #entity(variable: number, value: string, role: string): number {
    const key = `${variable}:${value}`;
    const known = this.#entities.get(key);
    if (known !== undefined) return known;
    const id = this.#entities.size + 1;
    this.#entities.set(key, id);
    this.#insertEntity.run(id, variable, value);
    if (role !== '') this.#insertAttribute.run(id, role, variable, 'Type');
    return id;
  }
}

const passwordRounds = 100_000;

/**
 * A password as that program's library (jasypt's strong password encryptor) stores it: base64 of a salt of 16 bytes and SHA-256
 * of salt and password, hashed again 99,999 times. The salt is fixed, as the password is public: the same state gives the same bytes.
 */
function hashPassword(password: string): string {
  const salt = createHash('sha256').update('civicwire').digest().subarray(0, 16);
  let digest = createHash('sha256').update(salt).update(password.normalize('NFC')).digest();
  for (let round = 1; round < passwordRounds; round += 1) digest = createHash('sha256').update(digest).digest();
  return Buffer.concat([salt, digest]).toString('base64');
}
