// A real database in a temporary folder with stories of our own, some of them hostile, filled as the pipeline would. For tests only.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Annotation, type Article, type Clock, type TextSpan, textSpan } from '@civicwire/shared';
import { openStore, type Store } from '@civicwire/store';

const hostileTitle = `<script>document.title = "owned"</script> "Harbor" & 'pier' <img src=x onerror=alert(1)>`;

const council = [
  'MESQUITE FLATS — The city council voted 4-3 on Monday to end the jail agreement with federal agents.',
  '“We will not hold people for somebody else,” Councilwoman Ana Ruiz said after the vote. “Our jail is not theirs.”',
  'Mayor Tom Adler, who voted no, called the decision a mistake. He promised to bring the agreement back in the spring.',
  'The Mesquite Flats Police Department did not comment. Residents of Cedar Bend, where the county runs a similar program, filled the last two rows.',
].join('\n');

const harbor = [
  'PORT ALDEN — <b>Workers</b> closed the pier on Friday. <script>fetch("/findings/1/decisions")</script>',
  'Harbor Commissioner Lena Ortiz supports a welcome center for newcomers, her office said. 🚢 Port Alden would pay a third.',
].join('\n');

/** The `nth` passage of `text` with these words. */
function passage(text: string, words: string, nth = 0): TextSpan {
  let start = text.indexOf(words);
  for (let count = 0; count < nth; count += 1) start = text.indexOf(words, start + 1);
  return textSpan(text, start, start + words.length);
}

function city(text: string, name: string, focus: boolean, nth = 0): Annotation['cities'][number] {
  const facts = { state: 'AZ', geoid: null, lat: 33.41, lon: -111.72, type: 'city' as const, inOrg: false };
  const confidence = focus ? 0.92 : 0.61;
  const focusConfidence = focus ? 0.8 : null;
  return { ...passage(text, name, nth), name, ...facts, focus, focusConfidence, confidence, rule: 'city/home-state' };
}

function official(text: string, name: string, title: string, role: string): Annotation['officials'][number] {
  return {
    name,
    title,
    role,
    organization: 'City Council',
    jurisdiction: null,
    jurisdictionId: null,
    tenure: 'current',
    mentions: [{ ...passage(text, `${title} ${name}`), kind: 'full' }],
    rule: 'official/title-before-name',
  };
}

function stance(
  evidence: TextSpan,
  holder: string,
  position: 'supports' | 'opposes',
  trace: string,
): Annotation['stances'][number] {
  return {
    holder,
    holderType: 'official',
    issue: 'local-immigration-enforcement',
    position,
    basis: 'position',
    act: 'vote',
    modality: 'asserted',
    target: null,
    attributedBy: null,
    evidence,
    trace,
    confidence: 0.83,
    rule: 'stance/vote-to-end',
  };
}

const nothing: Annotation = { cities: [], places: [], people: [], officials: [], quotes: [], stances: [], notes: [] };

const councilFindings: Annotation = {
  ...nothing,
  cities: [{ ...city(council, 'MESQUITE FLATS', true), name: 'Mesquite Flats' }, city(council, 'Cedar Bend', false)],
  officials: [
    official(council, 'Ana Ruiz', 'Councilwoman', 'council-member'),
    official(council, 'Tom Adler', 'Mayor', 'mayor'),
  ],
  quotes: [
    {
      ...passage(council, '“We will not hold people for somebody else,”'),
      kind: 'direct',
      group: 'q1',
      part: 0,
      speaker: passage(council, 'Councilwoman Ana Ruiz'),
      speakerName: 'Ana Ruiz',
      speakerType: 'official',
      cue: passage(council, 'said'),
      rule: 'quote/speaker-then-cue',
    },
  ],
  stances: [
    stance(
      passage(council, 'The city council voted 4-3 on Monday to end the jail agreement with federal agents.'),
      'City Council',
      'opposes',
      'voted for (+1) × to end (−1) × the jail agreement with federal agents (+1) = −1: opposes',
    ),
    stance(
      passage(council, 'We will not hold people for somebody else'),
      'Ana Ruiz',
      'opposes',
      'will not (−1) × hold people for federal agents (+1) = −1: opposes',
    ),
  ],
  notes: ['“Residents” has no name: nobody to ascribe a stance to.'],
};

const harborFindings: Annotation = {
  ...nothing,
  cities: [city(harbor, 'Port Alden', true)],
  officials: [official(harbor, 'Lena Ortiz', 'Harbor Commissioner', '<svg onload=alert(2)>')],
  stances: [
    stance(
      passage(harbor, 'Harbor Commissioner Lena Ortiz supports a welcome center for newcomers'),
      `Lena Ortiz "><script>alert(3)</script>`,
      'supports',
      'supports (+1) × a welcome center (+1) = +1: supports <script>alert(4)</script>',
    ),
  ],
};

export function plainArticle(title: string, text: string, changes: Partial<Article> = {}): Article {
  const methods = { title: 'json-ld', text: 'readability' };
  return {
    title,
    byline: 'By Kim Doe',
    section: 'Public Safety',
    publishedAt: '2026-03-04T09:30:00-07:00',
    modifiedAt: null,
    canonicalUrl: null,
    text,
    methods,
    ...changes,
  };
}

/** A clock that moves on by one second at each look. */
function steppingClock(startMs = Date.UTC(2026, 2, 4, 18)): Clock & { advance(ms: number): void } {
  let nowMs = startMs;
  return {
    nowMs: () => {
      nowMs += 1_000;
      return nowMs;
    },
    advance: (ms) => {
      nowMs += ms;
    },
  };
}

/** Takes one story of the desert-wire source through the ledger to `saved`; gives its id. */
export async function saveStory(
  store: Store,
  url: string,
  story: Article,
  annotation: Annotation,
  rulesVersion = 'rules-1',
): Promise<string> {
  const found = await store.discover([
    { sourceId: 'desert-wire', url, urlKey: url, title: story.title, updatedAt: rulesVersion },
  ]);
  const id = [...found.added, ...found.updated, ...found.known][0] ?? '';
  const { snapshotId } = await store.recordSnapshot(id, {
    bytes: new TextEncoder().encode(`${url} ${rulesVersion} ${story.text}`),
    status: 200,
    contentType: 'text/html',
    headers: {},
    finalUrl: url,
    fetchedAtMs: Date.UTC(2026, 2, 4, 12),
  });
  await store.recordExtraction(id, { snapshotId, rulesVersion, article: story, annotation, canonicalUrlKey: null });
  await store.save(id);
  return id;
}

/** A story that names `count` different cities, for long lists. */
export function manyCities(count: number): { readonly story: Article; readonly annotation: Annotation } {
  const names = Array.from({ length: count }, (_, index) => `Town${String(index).padStart(4, '0')}`);
  const text = `The lake feeds ${names.join(', ')}.`;
  return {
    story: plainArticle('Towns on the lake', text),
    annotation: { ...nothing, cities: names.map((name) => city(text, name, false)) },
  };
}

export interface FilledStore {
  readonly store: Store;
  readonly clock: ReturnType<typeof steppingClock>;
  readonly councilId: string;
  readonly harborId: string;
  /** Dropped as a bot wall. */
  readonly droppedId: string;
  /** Reads the council's story anew: the mayor's title is another one now. */
  readAgain(): Promise<void>;
  /** Reads the harbor's story anew: the machine finds no stance in it any more. */
  takeBack(): Promise<void>;
  remove(): Promise<void>;
}

/** Two saved stories (6 and 3 findings), one dropped story, three feeds of which one fails; in a file of its own unless given. */
export async function fillStore(url?: string): Promise<FilledStore> {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-review-'));
  const clock = steppingClock();
  const store = await openStore(url ?? `sqlite:${join(folder, 'store.db')}`, { clock });
  await store.upsertSource({ id: 'desert-wire', name: 'The Desert Wire <i>', home: null, national: false });
  await addFeeds(store);
  const councilUrl = 'https://desert-wire.example/council-ends-agreement';
  const councilStory = plainArticle('Council ends jail agreement, 4-3', council, { modifiedAt: '2026-03-05' });
  const councilId = await saveStory(store, councilUrl, councilStory, councilFindings);
  const harborId = await saveStory(store, 'javascript:alert(5)', plainArticle(hostileTitle, harbor), harborFindings);
  const walled = await store.discover([
    {
      sourceId: 'desert-wire',
      url: 'https://desert-wire.example/walled',
      urlKey: 'w',
      title: '=HYPERLINK("https://evil.example")',
    },
  ]);
  const droppedId = walled.added[0] ?? '';
  await store.drop(droppedId, 'bot-wall', 'the page asks to prove that one is human');
  const [ruiz, adler] = councilFindings.officials;
  return {
    store,
    clock,
    councilId,
    harborId,
    droppedId,
    readAgain: async () => {
      if (ruiz === undefined || adler === undefined) return;
      const officials = [ruiz, { ...adler, title: 'Vice Mayor' }];
      await saveStory(store, councilUrl, councilStory, { ...councilFindings, officials }, 'rules-2');
    },
    takeBack: async () => {
      const findings = { ...harborFindings, stances: [] };
      await saveStory(store, 'javascript:alert(5)', plainArticle(hostileTitle, harbor), findings, 'rules-2');
    },
    remove: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addFeeds(store: Store): Promise<void> {
  const polls = [
    { path: 'news.rss', failures: 0, lastError: null, warnings: [], health: 'ok' },
    { path: 'local.atom', failures: 0, lastError: null, warnings: ['a raw & was read as text'], health: 'ok' },
    {
      path: 'gone.rss',
      failures: 4,
      lastError: 'https://desert-wire.example/gone.rss: HTTP 404; expected 200',
      warnings: [],
      health: 'failing',
    },
  ];
  for (const { path, ...poll } of polls) {
    const feed = await store.upsertFeed({
      sourceId: 'desert-wire',
      url: `https://desert-wire.example/${path}`,
      kind: 'feed',
    });
    const polledAtMs = Date.UTC(2026, 2, 4, 17, 40);
    await store.recordPoll(feed.id, { ...poll, polledAtMs, nextPollAtMs: polledAtMs + 3_600_000 });
  }
}
