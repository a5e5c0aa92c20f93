// A synthetic store: stories with texts, claims, decisions and changes in the store's own tables, the same for every run.
// Knows the tables' columns; no database. Rows come table by table, story by story, so that memory stays flat.
import { hash } from 'node:crypto';
import { type PlainRow as Row, seededRandom } from '@civicwire/store/testing';
import { valueOfClaim } from './store-values.ts';

/** Rows of one batch, by table; tables in the order in which they are to be written. */
type Batch = ReadonlyMap<string, readonly Row[]>;

export interface Shape {
  readonly stories: number;
  readonly places: number;
  readonly officials: number;
}

/** Claims a story: three cities, two officials, three quotes, two stances. */
export const claimsPerStory = 10;
const storiesPerBatch = 500;
const months = 24;
const issues = ['sanctuary', 'local-enforcement', 'cooperation', 'detention', 'identification', 'surveillance'];
const positions = ['supports', 'opposes', 'opposes', 'mixed', 'neutral'];
const roles = ['mayor', 'council-member', 'sheriff', 'police-chief', 'governor'];

/** The shape that gives so many claims. */
export function shapeOf(claims: number): Shape {
  const stories = Math.ceil(claims / claimsPerStory);
  return { stories, places: Math.min(3_000, Math.ceil(stories / 20)), officials: Math.ceil(stories / 5) };
}

const idOf = (...parts: readonly (string | number)[]): string => hash('sha256', parts.join('/'), 'hex').slice(0, 32);
export const placeId = (index: number): string => idOf('place', index);
export const officialId = (index: number): string => idOf('official', index);
export const rareWord = (index: number): string => `quillon${index.toString(36)}x`;
/** One rare word in so many stories. */
export const storiesPerRareWord = 2_500;

/** Few are named often and most are named seldom. */
export const skewed = (random: () => number, count: number): number => Math.floor(count * random() ** 3);

const syllables = [
  'ba',
  'cor',
  'den',
  'fi',
  'gal',
  'hen',
  'il',
  'jor',
  'ka',
  'lum',
  'mer',
  'nor',
  'pa',
  'ran',
  'sel',
  'tor',
];
const word = (index: number): string =>
  [index & 15, (index >> 4) & 15, (index >> 8) & 15, (index >> 12) & 15].map((at) => syllables[at]).join('');

function sentence(random: () => number): string {
  const words = Array.from({ length: 12 }, () => word(skewed(random, 30_000)));
  return `${words.join(' ')}.`;
}

const isoDay = (index: number): string =>
  new Date(Date.UTC(2024, 10, 1) + index * 86_400_000).toISOString().slice(0, 10);
const at = '2026-11-01T12:00:00.000Z';

/** Sources, places and officials. */
export function groundRows(shape: Shape): Batch {
  const source = { national: 0, alarms: '[]', created_at: at };
  const official = { scope: 'office', findings: 1, first_seen: isoDay(0), last_seen: isoDay(1) };
  return new Map<string, Row[]>([
    [
      'source',
      Array.from({ length: 50 }, (_, index) => ({ id: `outlet-${index}`, name: `Outlet ${index}`, ...source })),
    ],
    [
      'place',
      Array.from({ length: shape.places }, (_, index) => ({ ...placeFacts(index), id: placeId(index), type: 'city' })),
    ],
    [
      'official',
      Array.from({ length: shape.officials }, (_, index) => {
        const place = placeFacts(index % shape.places);
        const facts = { name: `Official ${index}`, role: roles[index % roles.length] ?? null };
        const jurisdiction = `${place.name}, ${place.state}`;
        return { id: officialId(index), canonical_official_id: officialId(index), ...facts, jurisdiction, ...official };
      }),
    ],
  ]);
}

function placeFacts(index: number): { geoid: string; name: string; state: string; lat: number; lon: number } {
  return {
    geoid: String(1_000_000 + index),
    name: `Town ${word(index)}`,
    state: index % 2 === 0 ? 'AZ' : 'TX',
    lat: 33,
    lon: -111,
  };
}

/** The stories in batches, each with all of its rows and the changes that writing them would have given. */
export function* storyBatches(shape: Shape, seed = 7): Generator<Batch> {
  const random = seededRandom(seed);
  let seq = 0;
  for (let from = 0; from < shape.stories; from += storiesPerBatch) {
    const tables = [
      'story_version',
      'story',
      'finding',
      'city_mention',
      'official_mention',
      'quote',
      'stance',
      'decision',
      'change',
    ];
    const batch = new Map<string, Row[]>(tables.map((table) => [table, []]));
    for (let index = from; index < Math.min(shape.stories, from + storiesPerBatch); index += 1) {
      const story = new Story(index, shape, random);
      for (const [table, row] of story.rows()) batch.get(table)?.push(row);
      for (const [entity, entityId] of story.written) {
        seq += 1;
        batch.get('change')?.push({ seq, entity, entity_id: entityId, story_id: story.id, kind: 'insert', at });
      }
    }
    yield batch;
  }
}

/** One story's rows. */
class Story {
  readonly id: string;
  readonly written: (readonly [string, string])[] = [];
  readonly #index: number;
  readonly #shape: Shape;
  readonly #random: () => number;
  readonly #versionId: string;
  readonly #seenOn: string;

  constructor(index: number, shape: Shape, random: () => number) {
    this.#index = index;
    this.#shape = shape;
    this.#random = random;
    this.id = idOf('story', index);
    this.#versionId = idOf('version', index);
    this.#seenOn = isoDay(Math.floor(random() * months * 30));
  }

  *rows(): Generator<readonly [string, Row]> {
    const [random, id, index] = [this.#random, this.id, this.#index];
    const sentences = Array.from({ length: 10 }, () => sentence(random));
    if (index % 500 === 0) sentences.push(`It was ${rareWord(Math.floor(index / storiesPerRareWord))}.`);
    const text = sentences.join('\n');
    const url = `https://outlet-${index % 50}.example/${index}`;
    const fetched = {
      discovered_at: at,
      next_attempt_at: at,
      saved_at: at,
      fetched_at: at,
      final_url: url,
      attempts: 0,
    };
    const head = { source_id: `outlet-${index % 50}`, state: 'saved', url, url_key: url, version_id: this.#versionId };
    const version = { title: sentences[0]?.slice(0, 60) ?? '', published_at: this.#seenOn, methods: '{}', notes: '[]' };
    const read = {
      rules_version: 'bench',
      refusals: '[]',
      refused: 0,
      created_at: at,
      snapshot_id: idOf('bytes', index),
    };
    yield ['story_version', { id: this.#versionId, story_id: id, ...version, text, text_hash: idOf(text), ...read }];
    yield ['story', { id, ...head, ...fetched }];
    this.written.push(['story', id], ['story_version', this.#versionId]);
    for (let nth = 0; nth < 3; nth += 1) yield* this.#city(text, nth);
    for (let nth = 0; nth < 2; nth += 1) yield* this.#official(text, nth);
    for (let nth = 0; nth < 3; nth += 1) yield* this.#quote(sentences, nth);
    for (let nth = 0; nth < 2; nth += 1) yield* this.#stance(text, nth);
  }

  *#finding(kind: string, span: Row, label: string): Generator<readonly [string, Row], string> {
    const id = idOf('finding', this.#index, kind, label, span.start ?? 0);
    const luck = this.#random();
    const status =
      luck < 0.2
        ? 'pending'
        : luck < 0.8
          ? 'accepted'
          : luck < 0.84
            ? 'edited'
            : luck < 0.95
              ? 'rejected'
              : 'superseded';
    const decided = status === 'accepted' || status === 'edited' || status === 'rejected';
    const value = JSON.stringify(valueOfClaim(kind, label));
    const facts = {
      rule: `${kind}/rule-${Math.floor(luck * 1000) % 12}`,
      rules_version: 'bench',
      confidence: luck,
      label,
    };
    const hashes = { value, value_hash: id, content_hash: id, decided_value: status === 'edited' ? value : null };
    const flags = { status, reopened: luck > 0.8 && luck < 0.801 ? 1 : 0, found: status === 'superseded' ? 0 : 1 };
    const times = { created_at: at, updated_at: at };
    yield ['finding', { id, ...this.#place(), kind, ...flags, ...facts, ...span, ...hashes, ...times }];
    this.written.push(['finding', id]);
    if (decided && luck * 1000 - Math.floor(luck * 1000) < 0.1) {
      const seen = { seen_value: value, seen_value_hash: id, decided_at: at, version_id: this.#versionId };
      yield [
        'decision',
        { id: idOf('decision', id), finding_id: id, position: 0, editor: 'kim', verdict: 'accept', ...seen },
      ];
    }
    return id;
  }

  #place(): Row {
    return { story_id: this.id, version_id: this.#versionId };
  }

  *#city(text: string, nth: number): Generator<readonly [string, Row]> {
    const place = skewed(this.#random, this.#shape.places);
    const span = spanOf(text, nth * 20, 8);
    const findingId = yield* this.#finding('city', span, `Town ${place}`);
    const facts = {
      finding_id: findingId,
      place_id: placeId(place),
      in_org: 0,
      focus: nth === 0 ? 1 : 0,
      confidence: 0.9,
    };
    const where = { ...this.#place(), ...facts, seen_on: this.#seenOn };
    yield ['city_mention', { id: idOf('mention', findingId, 0), ...where, ...span, is_first: 1 }];
    if (nth < 2)
      yield [
        'city_mention',
        { id: idOf('mention', findingId, 1), ...where, ...spanOf(text, 200 + nth * 20, 8), is_first: 0 },
      ];
  }

  *#official(text: string, nth: number): Generator<readonly [string, Row]> {
    const official = officialId(skewed(this.#random, this.#shape.officials));
    const span = spanOf(text, 100 + nth * 20, 10);
    const findingId = yield* this.#finding('official', span, official);
    const facts = {
      finding_id: findingId,
      official_id: official,
      kind: 'full',
      tenure: 'current',
      seen_on: this.#seenOn,
    };
    yield ['official_mention', { id: idOf('mention', findingId), ...this.#place(), ...facts, ...span }];
  }

  *#quote(sentences: readonly string[], nth: number): Generator<readonly [string, Row]> {
    const start = sentences.slice(0, nth + 3).join('\n').length + 1;
    const text = sentences[nth + 3] ?? '';
    const span = { start, end: start + text.length, text };
    const id = yield* this.#finding('quote', span, `speaker ${nth}`);
    const speaker = { speaker_type: 'official', official_id: officialId(skewed(this.#random, this.#shape.officials)) };
    const facts = { kind: 'direct', group: `q${nth}`, part: 0, speaker_name: `Official ${nth}`, seen_on: this.#seenOn };
    yield ['quote', { id, ...this.#place(), ...facts, ...speaker, ...span }];
  }

  *#stance(text: string, nth: number): Generator<readonly [string, Row]> {
    const random = this.#random;
    const span = spanOf(text, 400 + nth * 30, 25);
    const issue = issues[skewed(random, issues.length)] ?? '';
    const position = positions[Math.floor(random() * positions.length)] ?? '';
    const id = yield* this.#finding('stance', span, `holder ${nth} ${position} ${issue}`);
    const holder =
      random() < 0.7
        ? { holder_type: 'official', official_id: officialId(skewed(random, this.#shape.officials)) }
        : { holder_type: 'person', official_id: null };
    const facts = {
      holder: `Holder ${nth}`,
      issue,
      position,
      basis: random() < 0.8 ? 'position' : 'practice',
      act: 'oppose',
    };
    const rest = { modality: 'stated', trace: 'opposes (−1)', seen_on: this.#seenOn };
    yield ['stance', { id, ...this.#place(), ...facts, ...holder, ...rest, ...span }];
  }
}

function spanOf(text: string, start: number, length: number): { start: number; end: number; text: string } {
  return { start, end: start + length, text: text.slice(start, start + length) };
}
