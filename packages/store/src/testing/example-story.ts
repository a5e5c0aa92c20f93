// A small story of our own with all four kinds of finding, and its way through the ledger. For tests only.
import type { Annotation, Article, Clock, TextSpan } from '@civicwire/shared';
import type { Store } from '../open-store.ts';

export const exampleText = [
  'Mesa council members voted on Tuesday to end the city’s jail agreement with federal agents.',
  '“We will not hold people for somebody else,” Councilwoman Ana Ruiz said.',
  'Ruiz opposes the agreement. The Mesa Police Department did not comment.',
].join('\n');

/** The `nth` passage of `text` with these words. */
export function passage(text: string, words: string, nth = 0): TextSpan {
  let start = -1;
  for (let count = 0; count <= nth; count += 1) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length, text: words };
}

/** An article with this text. */
export function exampleArticle(text: string = exampleText, changes: Partial<Article> = {}): Article {
  return {
    title: 'Mesa ends its jail agreement',
    byline: 'By Kim Doe',
    section: 'Public Safety',
    publishedAt: '2026-03-04',
    modifiedAt: null,
    canonicalUrl: null,
    text,
    methods: { title: 'json-ld', text: 'readability' },
    ...changes,
  };
}

/** What an extraction would find in the example's text, or in a text that still has its sentences. */
export function exampleAnnotation(text: string = exampleText, changes: Partial<Annotation> = {}): Annotation {
  const mesa = { name: 'Mesa', state: 'AZ', geoid: '0446000', lat: 33.4, lon: -111.7, type: 'city' as const };
  const city = { ...mesa, focus: true, focusConfidence: 0.8, confidence: 0.9, rule: 'city/home-state' };
  return {
    cities: [
      { ...passage(text, 'Mesa'), ...city, inOrg: false },
      { ...passage(text, 'Mesa', 1), ...city, inOrg: true },
    ],
    places: [],
    people: [],
    officials: [
      {
        name: 'Ana Ruiz',
        title: 'Councilwoman',
        role: 'council-member',
        organization: 'Mesa City Council',
        jurisdiction: 'Mesa, AZ',
        jurisdictionId: 'ocd-division/country:us/state:az/place:mesa',
        tenure: 'current' as const,
        mentions: [
          { ...passage(text, 'Ana Ruiz'), kind: 'full' },
          { ...passage(text, 'Ruiz', 1), kind: 'surname' },
        ],
        rule: 'official/title-before-name',
      },
    ],
    quotes: [
      {
        ...passage(text, '“We will not hold people for somebody else,”'),
        kind: 'direct',
        group: 'q1',
        part: 0,
        speaker: passage(text, 'Councilwoman Ana Ruiz'),
        speakerName: 'Ana Ruiz',
        speakerType: 'official',
        cue: passage(text, 'said'),
        rule: 'quote/after-speaker-cue',
      },
    ],
    stances: [
      {
        holder: 'Ana Ruiz',
        holderType: 'official',
        issue: 'local-enforcement',
        position: 'opposes',
        basis: 'position',
        act: 'oppose',
        modality: 'stated',
        target: null,
        attributedBy: null,
        evidence: passage(text, 'Ruiz opposes the agreement'),
        trace: 'opposes (−1) × the agreement (+1) = −1: opposes',
        confidence: 0.8,
        rule: 'stance/oppose',
      },
    ],
    notes: [],
    ...changes,
  };
}

/** A clock that moves on by one second at each look, so that times differ and repeat from run to run. */
export function steppingClock(startMs = Date.UTC(2026, 2, 4, 12)): Clock & { advance(ms: number): void } {
  let now = startMs;
  return {
    nowMs: () => {
      now += 1_000;
      return now;
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

/** Adds the source of the examples. */
export async function addExampleSource(store: Store, id = 'mesa-wire'): Promise<void> {
  await store.upsertSource({
    id,
    name: 'The Mesa Wire',
    home: { name: 'Mesa', state: 'AZ', geoid: '0446000' },
    national: false,
  });
}

/** Discovers one story and gives its id. */
export async function discoverExample(store: Store, slug = 'one', sourceId = 'mesa-wire'): Promise<string> {
  const url = `https://${sourceId}.example/${slug}`;
  const found = await store.discover([{ sourceId, url, urlKey: url, guid: slug, title: `Story ${slug}` }]);
  return [...found.added, ...found.duplicates, ...found.updated, ...found.known][0] ?? '';
}

/** What one run through fetch and extract gave. */
export interface ExampleRun {
  readonly bytes?: string;
  readonly article?: Article;
  readonly annotation?: Annotation;
  readonly rulesVersion?: string;
  readonly canonicalUrlKey?: string | null;
}

/** Takes a discovered story to `extracted`. */
export async function extractExample(store: Store, storyId: string, run: ExampleRun = {}): Promise<void> {
  const article = run.article ?? exampleArticle();
  const { snapshotId } = await store.recordSnapshot(storyId, {
    bytes: new TextEncoder().encode(run.bytes ?? `<html>${storyId} ${article.title} ${article.text}</html>`),
    status: 200,
    contentType: 'text/html',
    headers: { 'content-type': 'text/html' },
    finalUrl: `https://mesa-wire.example/${storyId}`,
    fetchedAtMs: Date.UTC(2026, 2, 4, 12),
  });
  await extractAgain(store, storyId, snapshotId, run);
}

/** Takes a fetched story to `extracted`. */
export async function extractAgain(
  store: Store,
  storyId: string,
  snapshotId: string,
  run: ExampleRun = {},
): Promise<void> {
  const article = run.article ?? exampleArticle();
  await store.recordExtraction(storyId, {
    snapshotId,
    rulesVersion: run.rulesVersion ?? 'rules-1',
    article,
    annotation: run.annotation ?? exampleAnnotation(article.text),
    canonicalUrlKey: run.canonicalUrlKey ?? null,
  });
}

/** A whole story, saved; gives its id. */
export async function saveExample(store: Store, slug = 'one', run: ExampleRun = {}): Promise<string> {
  const id = await discoverExample(store, slug);
  await extractExample(store, id, run);
  await store.save(id);
  return id;
}

/** All that an iterator yields. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}
