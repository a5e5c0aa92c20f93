// Scores predicted officials against the annotated stories. Pure: knows neither files nor the extractor.
import { sameJurisdiction, sameName, sameOrganization, sameTitle, timeWords } from './likeness.ts';
import type { GoldOfficial, GoldStory } from './story-source.ts';

export interface SaidMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: string;
}

/** One official as `civicwire annotate` prints it. */
export interface SaidOfficial {
  readonly name: string | null;
  readonly title: string | null;
  readonly role: string | null;
  readonly organization: string | null;
  readonly jurisdiction: string | null;
  readonly mentions: readonly SaidMention[];
}

const counters = [
  'named',
  'saidNamed',
  'nameRight',
  'title',
  'titleRight',
  'times',
  'timesRight',
  'roleRight',
  'jurisdiction',
  'jurisdictionRight',
  'organization',
  'organizationRight',
  'alone',
  'saidAlone',
  'aloneRight',
  'mentions',
  'saidMentions',
  'mentionsRight',
  'notOfficials',
] as const;
type Counts = Record<(typeof counters)[number], number>;

/** What one story added to the counts, and a line for each thing that was wrong. */
export interface StoryScore {
  readonly counts: Readonly<Counts>;
  readonly notes: readonly string[];
}

type Gold = { readonly official: GoldOfficial } | { readonly person: string };
const nameIn = (gold: Gold): string => ('official' in gold ? (gold.official.name ?? '') : gold.person);
const alternatives = (first: string, also: readonly string[] | undefined): string[] => [first, ...(also ?? [])];

/** Compares one story's officials: persons first (namesakes apart), then offices alone, then the spans of every chain. */
export function scoreStory(story: GoldStory, said: readonly SaidOfficial[]): StoryScore {
  const counts = Object.fromEntries(counters.map((name) => [name, 0])) as Counts;
  const notes: string[] = [];
  const gold: Gold[] = [
    ...story.officials.filter(({ name }) => name !== null).map((official) => ({ official })),
    ...story.people.map(({ name }) => ({ person: name })),
  ];
  const pairs = pairByName(gold, said);
  for (const one of said.filter(({ name }) => name)) countPerson(one, pairs.get(one), gold, counts, notes);
  const found = new Set([...pairs.values()]);
  for (const one of gold)
    if ('official' in one && !one.official.optional) {
      counts.named += 1;
      if (!found.has(one)) notes.push(`missed ${one.official.name}, ${one.official.title}`);
    }
  const chains = new Map([...pairs].map(([one, match]) => [one, 'official' in match ? match.official : null]));
  for (const [one, official] of pairOffices(story, said)) chains.set(one, official);
  countOffices(story, said, chains, counts, notes);
  countMentions(story, said, chains, counts);
  return { counts, notes: notes.map((note) => `${story.id}: ${note}`) };
}

/** One gold person for each said name at most; whole names are paired before bare surnames. */
function pairByName(gold: readonly Gold[], said: readonly SaidOfficial[]): Map<SaidOfficial, Gold> {
  const pairs = new Map<SaidOfficial, Gold>();
  const taken = new Set<Gold>();
  for (const grade of ['full', 'surname'])
    for (const one of said) {
      if (!one.name || pairs.has(one)) continue;
      const match = gold.find((other) => !taken.has(other) && sameName(nameIn(other), one.name ?? '') === grade);
      if (!match) continue;
      pairs.set(one, match);
      taken.add(match);
    }
  return pairs;
}

function countPerson(
  said: SaidOfficial,
  match: Gold | undefined,
  gold: readonly Gold[],
  counts: Counts,
  notes: string[],
): void {
  if (match && 'official' in match && match.official.optional) return;
  counts.saidNamed += 1;
  if (!match || !('official' in match)) {
    const twice = gold.some((other) => 'official' in other && sameName(nameIn(other), said.name ?? ''));
    if (match || !twice) counts.notOfficials += 1;
    notes.push(`${!match && twice ? 'listed twice' : 'no official'}: ${said.name}, ${said.title ?? 'no title'}`);
    return;
  }
  const { official } = match;
  if (sameName(official.name ?? '', said.name ?? '') !== 'full') {
    notes.push(`name of ${official.name} is only ${said.name}`);
    return;
  }
  counts.nameRight += 1;
  countFields(official, said, counts, notes);
}

function countFields(official: GoldOfficial, said: SaidOfficial, counts: Counts, notes: string[]): void {
  const wrong = (what: string, gold: string | null, own: string | null): void => {
    notes.push(`${what} of ${official.name} is ${gold}, not ${own ?? 'nothing'}`);
  };
  const titles = alternatives(official.title, official.titleAlso);
  counts.title += 1;
  counts.roleRight += said.role === official.role ? 1 : 0;
  if (titles.some((title) => sameTitle(title, said.title ?? '') ?? said.role === official.role)) counts.titleRight += 1;
  else wrong('title', official.title, said.title);
  const ownTimes = timeWords(said.title ?? '');
  if (timeWords(official.title) || ownTimes) {
    counts.times += 1;
    if (titles.some((title) => timeWords(title) === ownTimes)) counts.timesRight += 1;
    else wrong('time word', timeWords(official.title) || 'none', ownTimes);
  }
  if (official.jurisdiction !== null) {
    counts.jurisdiction += 1;
    const places = alternatives(official.jurisdiction, official.jurisdictionAlso);
    if (places.some((place) => sameJurisdiction(place, said.jurisdiction ?? ''))) counts.jurisdictionRight += 1;
    else wrong('jurisdiction', official.jurisdiction, said.jurisdiction);
  }
  if (official.organization !== null) {
    counts.organization += 1;
    const bodies = alternatives(official.organization, official.organizationAlso);
    if (
      said.organization &&
      bodies.some((body) => sameOrganization(body, said.organization ?? '', official.jurisdiction))
    )
      counts.organizationRight += 1;
    else wrong('organization', official.organization, said.organization);
  }
}

/** A span without its leading article, as "start-end". */
function key({ start, end, text }: { readonly start: number; readonly end: number; readonly text: string }): string {
  return `${start + (/^(?:the|a|an)\s+/i.exec(text)?.[0].length ?? 0)}-${end}`;
}

/** Offices that are never named, paired where a mention is the same. */
function pairOffices(story: GoldStory, said: readonly SaidOfficial[]): Map<SaidOfficial, GoldOfficial> {
  const pairs = new Map<SaidOfficial, GoldOfficial>();
  for (const official of story.officials.filter(({ name }) => name === null)) {
    const spans = new Set(official.mentions.map(key));
    const match = said.find(
      (one) => !one.name && !pairs.has(one) && one.mentions.some((mention) => spans.has(key(mention))),
    );
    if (match) pairs.set(match, official);
  }
  return pairs;
}

function countOffices(
  story: GoldStory,
  said: readonly SaidOfficial[],
  chains: ReadonlyMap<SaidOfficial, GoldOfficial | null>,
  counts: Counts,
  notes: string[],
): void {
  const found = new Set(chains.values());
  for (const official of story.officials.filter(({ name, optional }) => name === null && !optional)) {
    counts.alone += 1;
    if (!found.has(official)) notes.push(`missed the office ${official.title}`);
  }
  for (const one of said.filter(({ name }) => !name)) {
    if (chains.get(one)?.optional || isLeftOut(story, one)) continue;
    counts.saidAlone += 1;
    if (chains.get(one)) counts.aloneRight += 1;
    else notes.push(`no office of its own: ${one.title} (${one.mentions.map(({ text }) => text).join(', ')})`);
  }
}

/** Every mention of an unnamed office stands where the gold is undecided. */
function isLeftOut(story: GoldStory, one: SaidOfficial): boolean {
  const undecided = new Set(
    story.officials.flatMap(({ mentions }) => mentions.filter(({ optional }) => optional).map(key)),
  );
  return one.mentions.length > 0 && one.mentions.every((mention) => undecided.has(key(mention)));
}

/** A mention is right when its span is one of the chain of the very official that it was given to. */
function countMentions(
  story: GoldStory,
  said: readonly SaidOfficial[],
  chains: ReadonlyMap<SaidOfficial, GoldOfficial | null>,
  counts: Counts,
): void {
  const undecided = new Set(
    story.officials.flatMap(({ mentions, optional }) => mentions.filter((m) => optional || m.optional).map(key)),
  );
  for (const { mentions } of story.officials) counts.mentions += mentions.filter((m) => !undecided.has(key(m))).length;
  for (const one of said) {
    const own = new Set(chains.get(one)?.mentions.map(key));
    const spans = new Set(one.mentions.filter(({ kind }) => kind !== 'pronoun').map(key));
    for (const span of spans) {
      if (undecided.has(span)) continue;
      counts.saidMentions += 1;
      counts.mentionsRight += own.has(span) ? 1 : 0;
    }
  }
}

const share = (right: number, all: number): number => (all === 0 ? 1 : right / all);

/** Figures over many stories: shares from 0 to 1, and the count of people listed who are no officials. */
export function figuresOf(scores: readonly StoryScore[]): Readonly<Record<string, number>> {
  const sum = Object.fromEntries(
    counters.map((name) => [name, scores.reduce((total, { counts }) => total + counts[name], 0)]),
  ) as Counts;
  const [P, R] = [share(sum.mentionsRight, sum.saidMentions), share(sum.mentionsRight, sum.mentions)];
  return {
    'name P': share(sum.nameRight, sum.saidNamed),
    'name R': share(sum.nameRight, sum.named),
    'title right': share(sum.titleRight, sum.title),
    'time words right': share(sum.timesRight, sum.times),
    'role right': share(sum.roleRight, sum.title),
    'jurisdiction right': share(sum.jurisdictionRight, sum.jurisdiction),
    'organization right': share(sum.organizationRight, sum.organization),
    'office alone P': share(sum.aloneRight, sum.saidAlone),
    'office alone R': share(sum.aloneRight, sum.alone),
    'mentions P': P,
    'mentions R': R,
    'mentions F1': P + R > 0 ? (2 * P * R) / (P + R) : 0,
    'not officials': sum.notOfficials,
  };
}
