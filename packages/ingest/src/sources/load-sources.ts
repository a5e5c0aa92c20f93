// Reads sources.yaml and says everything that is wrong with it at once, each at its line. Opens no file and no address.
import { type DatedPageRule, type Period, UsageError } from '@civicwire/shared';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { IndexPage } from '../index-pages/index-page.ts';
import type { CronSchedule } from '../polling/cron.ts';
import { normalizeUrl } from '../urls/normalize-url.ts';
import { closestWord } from './closest-word.ts';
import { readInterval } from './read-interval.ts';
import { slug } from './source-id.ts';
import { type OffAddress, readBodyRules, readOff } from './source-rules.ts';
import { knownKeys, sourcesFileSchema, type WrittenSourcesFile } from './source-schema.ts';

export interface Source {
  /** Unique in the file; made from the name when not given. */
  readonly id: string;
  readonly name: string;
  /** Where the outlet is at home; null for national ones. */
  readonly home: { readonly place: string; readonly state: string } | null;
  readonly national: boolean;
  readonly feeds: readonly string[];
  readonly sitemaps: readonly string[];
  readonly indexPages: readonly IndexPage[];
  /** Milliseconds between two polls as the list has it; null where each feed's own pace is found by polling it. */
  readonly scheduleMs: number | null;
  /** Times at which it is polled, instead of an interval; null for none. */
  readonly cron: CronSchedule | null;
  /** For the hosts of this source's feeds and sitemaps, instead of the file's; fields that it leaves out are absent. */
  readonly politeness: WrittenPoliteness;
  readonly enabled: boolean;
  /** When none of its addresses is polled; null: never. */
  readonly off: Period | null;
  /** When these of its addresses are not polled. */
  readonly offAddresses: readonly OffAddress[];
  /** For its pages, by the day on which they were fetched; no two hold on one day. */
  readonly bodyRules: readonly DatedPageRule[];
}

/** As `createFetcher` takes it. */
export interface WrittenPoliteness {
  readonly gapMs?: number;
  readonly perHost?: number;
}

export interface SourcesFile {
  /** For the User-Agent; null when the file gives none. */
  readonly contact: string | null;
  readonly allowAddresses: readonly string[];
  /** As `createFetcher` takes it; fields that the file leaves out are absent. */
  readonly politeness: WrittenPoliteness;
  readonly sources: readonly Source[];
}

type Path = readonly PropertyKey[];
interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * The sources of a file. Throws one UsageError that lists every problem as `file:line:column: field: found …, expected …`,
 * in the order of the lines. `fileName` is only for the messages.
 */
export function loadSources(text: string, fileName: string): SourcesFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const locate = (path: Path, key?: string): { line: number; column: number } => position(document, lines, path, key);
  const syntax = document.errors.map((error) => ({
    ...lineColumn(lines, error.pos[0]),
    message: `${error.message}, expected YAML`,
  }));
  fail(syntax, fileName);
  const value = readValue(document, fileName);
  const parsed = sourcesFileSchema.safeParse(value);
  const shape = parsed.success ? [] : parsed.error.issues.flatMap((issue) => describeIssue(issue, value, locate));
  const crossed = checkTogether(value, locate);
  fail([...shape, ...crossed], fileName);
  if (!parsed.success) throw new UsageError(`${fileName}:1:1: ${parsed.error.message}`);
  return withDefaults(parsed.data);
}

function readValue(document: Document.Parsed, fileName: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new UsageError(`${fileName}:1:1: the file cannot be read as YAML, expected few aliases`, { cause: error });
  }
}

function fail(problems: readonly Problem[], fileName: string): void {
  if (problems.length === 0) return;
  const sorted = [...problems].sort((left, right) => left.line - right.line || left.column - right.column);
  throw new UsageError(
    sorted.map(({ line, column, message }) => `${fileName}:${line}:${column}: ${message}`).join('\n'),
  );
}

type Locate = (path: Path, key?: string) => { line: number; column: number };

function describeIssue(issue: z.core.$ZodIssue, value: unknown, locate: Locate): Problem[] {
  const field = fieldName(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const meant = closestWord(key, knownKeys);
      const hint = meant === null ? 'expected one of the documented fields' : `did you mean ${JSON.stringify(meant)}?`;
      return {
        ...locate(issue.path, key),
        message: `${field === '' ? '' : `${field}: `}unknown field ${JSON.stringify(key)}, ${hint}`,
      };
    });
  }
  const found = issue.path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[String(key)] : undefined), value);
  return [
    {
      ...locate(issue.path),
      message: `${field === '' ? 'file' : field}: found ${words(found)}, expected ${issue.message}`,
    },
  ];
}

/** What the shape cannot say: home or national, something to poll, no name or address twice. */
function checkTogether(value: unknown, locate: Locate): Problem[] {
  const problems: Problem[] = [];
  const ids = new Map<string, number>();
  const polled = new Map<string, string>();
  const sources = isRecord(value) && Array.isArray(value.sources) ? value.sources : [];
  for (const [index, source] of sources.entries()) {
    if (!isRecord(source)) continue;
    const at = ['sources', index] as const;
    const say = (path: Path, message: string): number =>
      problems.push({ ...locate(path), message: `${fieldName(at)}: ${message}` });
    if (source.national === true && source.home !== undefined)
      say([...at, 'home'], 'found both home and national: true, expected one of them');
    if (source.national !== true && source.home === undefined)
      say(at, 'found no home, expected home: {place, state} or national: true');
    if (isEmptyList(source.feeds) && isEmptyList(source.sitemaps) && isEmptyList(source.index_pages))
      say(at, 'found nothing to poll, expected feeds, sitemaps or index_pages');
    const id = String(source.id ?? slug(String(source.name ?? '')));
    const first = ids.get(id);
    if (first !== undefined && id !== '')
      say(at, `found the id ${JSON.stringify(id)} of sources[${first}] again, expected an id of its own`);
    else ids.set(id, index);
    for (const list of ['feeds', 'sitemaps', 'index_pages']) {
      for (const [place, item] of (Array.isArray(source[list]) ? source[list] : []).entries()) {
        const address = isRecord(item) ? item.url : item;
        const key = typeof address === 'string' ? normalizeUrl(address)?.key : undefined;
        const owner = key === undefined ? undefined : polled.get(key);
        if (owner !== undefined)
          say([...at, list, place], `found ${words(address)} again, expected it once (${owner} has it)`);
        else if (key !== undefined) polled.set(key, `${fieldName(at)}.${list}`);
      }
    }
  }
  return problems;
}

function withDefaults(written: WrittenSourcesFile): SourcesFile {
  return {
    contact: written.contact ?? null,
    allowAddresses: written.allow_addresses ?? [],
    politeness: readPoliteness(written.politeness),
    sources: written.sources.map((source) => ({
      id: source.id ?? slug(source.name),
      name: source.name,
      home: source.home ?? null,
      national: source.national ?? false,
      feeds: (source.feeds ?? []).map(urlOf),
      sitemaps: (source.sitemaps ?? []).map(urlOf),
      indexPages: (source.index_pages ?? []).map(({ url, list, link, title, date }) => ({
        url,
        list,
        link,
        title: title ?? null,
        date: date ?? null,
      })),
      ...readSchedule(source.schedule),
      politeness: readPoliteness(source.politeness),
      enabled: source.enabled ?? true,
      off: readOff(source.off),
      offAddresses: readOffAddresses(source),
      bodyRules: readBodyRules(source.body_rules),
    })),
  };
}

function urlOf(item: string | { readonly url: string }): string {
  return typeof item === 'string' ? item : item.url;
}

function readOffAddresses(source: WrittenSourcesFile['sources'][number]): OffAddress[] {
  const listed = [...(source.feeds ?? []), ...(source.sitemaps ?? []), ...(source.index_pages ?? [])];
  return listed.flatMap((item) => {
    const period = typeof item === 'string' ? null : readOff(item.off);
    return period === null ? [] : [{ url: urlOf(item), ...period }];
  });
}

function readPoliteness(written: WrittenSourcesFile['politeness']): WrittenPoliteness {
  return {
    ...(written?.gap_ms === undefined ? {} : { gapMs: written.gap_ms }),
    ...(written?.per_host === undefined ? {} : { perHost: written.per_host }),
  };
}

function isEmptyList(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function words(value: unknown): string {
  return value === undefined || value === null ? 'nothing' : JSON.stringify(value).slice(0, 80);
}

function fieldName(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** Where the value at `path` (or the key `key` inside it) stands; for a missing value, where its owner stands. */
function position(
  document: Document.Parsed,
  lines: LineCounter,
  path: Path,
  key?: string,
): { line: number; column: number } {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node =
      depth === 0
        ? document.contents
        : document.getIn(
            path.slice(0, depth).map((part) => (typeof part === 'symbol' ? '' : part)),
            true,
          );
    const offset = key === undefined ? startOf(node) : (keyStart(node, key) ?? startOf(node));
    if (offset !== null) return lineColumn(lines, offset);
  }
  return { line: 1, column: 1 };
}

function startOf(node: unknown): number | null {
  return isRecord(node) && Array.isArray(node.range) && typeof node.range[0] === 'number' ? node.range[0] : null;
}

function keyStart(node: unknown, key: string): number | null {
  if (!isRecord(node) || !Array.isArray(node.items)) return null;
  const pair: unknown = node.items.find(
    (item: unknown) => isRecord(item) && isRecord(item.key) && item.key.value === key,
  );
  return isRecord(pair) ? startOf(pair.key) : null;
}

function lineColumn(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function readSchedule(written: WrittenSourcesFile['sources'][number]['schedule']): Pick<Source, 'scheduleMs' | 'cron'> {
  if (typeof written !== 'object') return { scheduleMs: readInterval(written ?? ''), cron: null };
  return { scheduleMs: null, cron: { expression: written.cron, timeZone: written.time_zone } };
}
