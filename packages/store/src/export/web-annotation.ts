// Claims as W3C Web Annotations (JSON-LD): where in which text, by which rule. Knows the data model; offsets are converted from
// UTF-16 code units to code points, as TextPositionSelector counts.
import { sql } from 'kysely';
import type { Context } from '../writing.ts';
import { datasetOf } from './datasets.ts';
import { readPages, type StoredRow } from './read-pages.ts';

const contextLetters = 32;

/** Number of code points in the first `units` UTF-16 code units of a text. */
function codePoints(text: string, units: number): number {
  let points = units;
  for (let at = 0; at + 1 < units; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(at + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      points -= 1;
      at += 1;
    }
  }
  return points;
}

/** One AnnotationPage with an item for each claim in use, of one kind or of all. */
export async function* webAnnotationStream(context: Context, kind: string | null): AsyncGenerator<string> {
  yield '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:civicwire:claims","type":"AnnotationPage","items":[';
  let first = true;
  for await (const rows of readPages(context, datasetOf(context, 'v_claim_current'))) {
    const wanted = rows.filter((row) => kind === null || row.kind === kind);
    const texts = await textsOf(context, wanted);
    let piece = '';
    for (const row of wanted) {
      const version = texts.get(String(row.version_id));
      if (version === undefined) throw new Error(`claim ${row.id}: version ${row.version_id} is not in the store`);
      piece += `${first ? '' : ','}\n${JSON.stringify(annotationOf(row, version))}`;
      first = false;
    }
    if (piece !== '') yield piece;
  }
  yield '\n]}\n';
}

interface VersionText {
  readonly text: string;
  readonly textHash: string;
}

async function textsOf({ db }: Context, rows: readonly StoredRow[]): Promise<ReadonlyMap<string, VersionText>> {
  const ids = [...new Set(rows.map((row) => String(row.version_id)))];
  if (ids.length === 0) return new Map();
  const { rows: versions } = await sql<{ id: string; text: string; textHash: string }>`
    select id, text, text_hash from story_version where id in (${sql.join(ids)})`.execute(db);
  return new Map(versions.map(({ id, text, textHash }) => [id, { text, textHash }]));
}

function annotationOf(row: StoredRow, { text, textHash }: VersionText): object {
  const start = Number(row.start);
  const end = Number(row.end);
  return {
    id: `urn:civicwire:finding:${row.id}`,
    type: 'Annotation',
    motivation: row.kind === 'quote' || row.kind === 'stance' ? 'describing' : 'identifying',
    created: row.created_at,
    modified: row.updated_at,
    generator: { id: `urn:civicwire:rule:${row.rule}@${row.rules_version}`, type: 'Software', name: row.rule },
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: row.kind },
      { type: 'TextualBody', purpose: 'tagging', value: row.status },
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: row.label },
      { type: 'TextualBody', purpose: 'describing', format: 'application/json', value: row.value },
    ],
    target: {
      type: 'SpecificResource',
      source: {
        id: `urn:civicwire:story-version:${row.version_id}`,
        type: 'Text',
        format: 'text/plain',
        'schema:sha256': textHash,
      },
      scope: row.url,
      selector: [
        { type: 'TextPositionSelector', start: codePoints(text, start), end: codePoints(text, end) },
        {
          type: 'TextQuoteSelector',
          exact: text.slice(start, end),
          prefix: text.slice(wholeStart(text, Math.max(0, start - contextLetters)), start),
          suffix: text.slice(end, wholeStart(text, Math.min(text.length, end + contextLetters))),
        },
      ],
    },
  };
}

/** The place itself, or the one after it when it lies inside of a surrogate pair. */
function wholeStart(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
