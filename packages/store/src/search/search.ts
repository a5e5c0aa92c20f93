// Full-text search over current stories and quotes in use: best first, in pages. Knows both databases' indexes; shows no markup.
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../schema/tables.ts';
import type { Context } from '../writing.ts';
import { type Excerpt, excerptOf, type Highlighted, highlight } from './highlight.ts';
import { postgresQuestion, type SearchTerm, searchTerms, sqliteQuestion } from './search-query.ts';

export const searchKinds = ['story', 'quote'] as const;
export type SearchKind = (typeof searchKinds)[number];

export interface SearchOptions {
  /** Only stories or only quotes; both unless given. */
  readonly kind?: SearchKind | undefined;
  /** Only quotes that a person accepted or edited, and stories with a claim of that kind. */
  readonly publishedOnly?: boolean | undefined;
  /** `nextKey` of the page before. */
  readonly after?: string | null | undefined;
  /** Hits a page, 1 to 200; 20 unless given. */
  readonly limit?: number | undefined;
}

/** A story or quote that has all terms. */
export interface SearchHit {
  readonly kind: SearchKind;
  /** Of the story, or of the quote (its finding). */
  readonly id: string;
  readonly storyId: string;
  readonly versionId: string;
  readonly sourceId: string;
  readonly url: string;
  /** Headline of the story; empty when it has none. */
  readonly title: Highlighted;
  /** Passage of the story's text, or of the quote. */
  readonly excerpt: Excerpt;
  /** Speaker of a quote; null for stories and unknown speakers. */
  readonly speakerName: string | null;
  /** Higher is better; compares hits of one query on one database. */
  readonly score: number;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** To be given as `after`; null on the last page. */
  readonly nextKey: string | null;
}

interface Ranked {
  readonly kind: string;
  readonly recordId: string;
  readonly score: number;
}

const limitMax = 200;
const limitUsual = 20;

/**
 * One page of the stories and quotes that have all words of the query: plain words, "phrases" and beginnings (deport*),
 * without regard to case and accents. Whatever is typed gives a page; one without any word is empty. Scores follow from the
 * whole store, so a page after a write may show a hit of the page before once more.
 */
export async function search(
  { db, dialect }: Context,
  query: string,
  options: SearchOptions = {},
): Promise<SearchPage> {
  const terms = searchTerms(query);
  if (terms.length === 0) return { hits: [], nextKey: null };
  const limit = Math.min(limitMax, Math.max(1, Math.trunc(options.limit ?? limitUsual) || 1));
  const found = dialect === 'sqlite' ? sqliteHits(terms) : postgresHits(terms);
  const after = readKey(options.after);
  const statuses = sql.raw(options.publishedOnly === true ? "'accepted', 'edited'" : "'pending', 'accepted', 'edited'");
  const stories =
    options.publishedOnly === true
      ? sql`exists (select 1 from finding f where f.story_id = e.record_id and f.status in (${statuses}))`
      : sql`1 = 1`;
  const ofKind = options.kind === undefined ? sql`` : sql`and e.kind = ${options.kind}`;
  const beyond =
    after === null
      ? sql``
      : sql`where score < ${after.score} or (score = ${after.score} and record_id > ${after.recordId})`;
  const { rows } = await sql<Ranked>`
    select kind, record_id, score from (
      ${found} ${ofKind} and ((e.kind = 'story' and ${stories}) or exists (
        select 1 from finding f where f.id = e.record_id and f.status in (${statuses})))
    ) hit ${beyond}
    order by score desc, record_id
    limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    hits: await describe(db, page, terms),
    nextKey: rows.length > limit && last !== undefined ? `${last.score}_${last.recordId}` : null,
  };
}

/** A word in a headline counts as ten in the text. */
function sqliteHits(terms: readonly SearchTerm[]): RawBuilder<unknown> {
  return sql`select e.kind, e.record_id, -bm25(search_index, 10.0, 1.0) as score
    from search_index join search_entry e on e.number = search_index.rowid
    where search_index match ${sqliteQuestion(terms)}`;
}

function postgresHits(terms: readonly SearchTerm[]): RawBuilder<unknown> {
  const question = sql`to_tsquery('simple', ${postgresQuestion(terms)})`;
  // 1: longer texts need more to count as much.
  return sql`select e.kind, e.record_id, ts_rank(i.words, ${question}, 1)::double precision as score
    from search_index i join search_entry e on e.number = i.number
    where i.words @@ ${question}`;
}

/** Null for anything that is not a key of ours: the first page then. */
function readKey(key: string | null | undefined): { readonly score: number; readonly recordId: string } | null {
  const [, score, recordId] = /^(-?[\d.]{1,30}(?:e-?\d{1,3})?)_([0-9a-f]{1,64})$/.exec(key ?? '') ?? [];
  const value = Number(score);
  return recordId === undefined || !Number.isFinite(value) ? null : { score: value, recordId };
}

async function describe(db: Database, page: readonly Ranked[], terms: readonly SearchTerm[]): Promise<SearchHit[]> {
  const idsOf = (kind: SearchKind) => page.filter((row) => row.kind === kind).map((row) => row.recordId);
  const stories = await describeStories(db, idsOf('story'));
  const quotes = await describeQuotes(db, idsOf('quote'));
  return page.flatMap((row): SearchHit[] => {
    const kind = row.kind === 'quote' ? 'quote' : 'story';
    const record = (kind === 'quote' ? quotes : stories).get(row.recordId);
    if (record === undefined) return [];
    const { title, text, ...rest } = record;
    return [{ kind, ...rest, title: highlight(title ?? '', terms), excerpt: excerptOf(text, terms), score: row.score }];
  });
}

interface Described {
  readonly id: string;
  readonly storyId: string;
  readonly versionId: string;
  readonly sourceId: string;
  readonly url: string;
  readonly title: string | null;
  readonly text: string;
  readonly speakerName: string | null;
}

async function describeStories(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Described>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('story')
    .innerJoin('storyVersion as version', 'version.id', 'story.versionId')
    .select(['story.id', 'story.id as storyId', 'version.id as versionId', 'story.sourceId', 'story.url'])
    .select(['version.title', 'version.text'])
    .where('story.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, speakerName: null }]));
}

async function describeQuotes(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Described>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('quote')
    .innerJoin('story', 'story.id', 'quote.storyId')
    .innerJoin('storyVersion as version', 'version.id', 'quote.versionId')
    .select(['quote.id', 'quote.storyId', 'quote.versionId', 'story.sourceId', 'story.url'])
    .select(['version.title', 'quote.text', 'quote.speakerName'])
    .where('quote.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
