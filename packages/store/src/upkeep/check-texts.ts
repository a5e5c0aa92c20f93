// Whether what is stored of texts holds: each passage is the version's text from its start to its end, each hash is the hash
// of its content. Goes through the stories a few at a time, so that an archive of any size costs the memory of those.
import { sha256 } from '../hashing.ts';
import { keptEncoding, removedEncoding, unpackBytes } from '../ledger/snapshot-bytes.ts';
import type { Cell, RawDatabase, Row } from './raw-database.ts';

const storiesAtOnce = 20;

/** Passages: table, and its columns start, end and text. */
const passages = [
  ['finding', 'start', 'end', 'text'],
  ['city_mention', 'start', 'end', 'text'],
  ['official_mention', 'start', 'end', 'text'],
  ['quote', 'start', 'end', 'text'],
  ['quote', 'speaker_start', 'speaker_end', 'speaker_text'],
  ['quote', 'cue_start', 'cue_end', 'cue_text'],
  ['stance', 'start', 'end', 'text'],
] as const;

const list = (ids: readonly Cell[]): string => ids.map((id) => `'${String(id).replaceAll("'", "''")}'`).join(', ');

/** Ids of rows whose passage is not the text there, and of versions whose text has another hash. `onProgress` gets stories done. */
export async function wrongPassages(
  db: RawDatabase,
  onProgress: (stories: number) => void,
): Promise<{ readonly checked: number; readonly wrong: readonly string[] }> {
  const wrong: string[] = [];
  let [checked, done, after] = [0, 0, ''];
  for (;;) {
    const stories = await db.query(
      `select id from story where id > ${list([after])} order by id limit ${storiesAtOnce}`,
    );
    if (stories.length === 0) return { checked, wrong };
    const ids = list(stories.map(({ id }) => id ?? null));
    const texts = new Map<Cell, string>();
    for (const version of await db.query(`select id, text, text_hash from story_version where story_id in (${ids})`)) {
      texts.set(version.id ?? null, String(version.text));
      if (sha256(String(version.text)) !== version.text_hash) wrong.push(`story_version ${version.id}`);
    }
    for (const [table, start, end, text] of passages) {
      const rows = await db.query(
        `select id, version_id, "${start}" as first, "${end}" as past, "${text}" as words from ${table}
          where "${start}" is not null and story_id in (${ids})`,
      );
      checked += rows.length;
      for (const row of rows) if (!holds(row, texts)) wrong.push(`${table} ${row.id}`);
    }
    done += stories.length;
    onProgress(done);
    after = String(stories.at(-1)?.id);
  }
}

function holds({ version_id, first, past, words }: Row, texts: ReadonlyMap<Cell, string>): boolean {
  return texts.get(version_id ?? null)?.slice(Number(first), Number(past)) === words && words !== '';
}

/** Ids of snapshots whose bytes are not those that their id is the hash of; removed ones (retention) must be empty. */
export async function wrongSnapshots(
  db: RawDatabase,
): Promise<{ readonly checked: number; readonly wrong: readonly string[] }> {
  const wrong: string[] = [];
  let checked = 0;
  for await (const rows of db.stream('select id, bytes, encoding, size from snapshot')) {
    for (const row of rows) {
      checked += 1;
      if (!(await isItself(row))) wrong.push(`snapshot ${row.id}`);
    }
  }
  return { checked, wrong };
}

async function isItself({ id, bytes, encoding, size }: Row): Promise<boolean> {
  if (!(bytes instanceof Uint8Array)) return false;
  if (encoding === removedEncoding) return bytes.length === 0;
  if (encoding !== keptEncoding) return false;
  const content = await unpackBytes({ bytes, encoding }).catch(() => null);
  return content !== null && content.length === size && sha256(content) === id;
}
