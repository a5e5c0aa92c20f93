// Where the officials, people, organizations and places that earlier stages found stand in the text, sentence by sentence.
// Knows records and offsets; not who holds what.
import type { Document } from '../../document.ts';
import { sentenceRange, tokenAt } from '../../reading/reading.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Candidate, TypeOf } from './candidate.ts';
import { personRole } from './people-roles.ts';

/** The mentions of a document as candidates. */
export interface Mentions {
  /** Officials first, then people, then organizations: the order in which they are believed. */
  readonly namedIn: (s: number) => readonly Candidate[];
  readonly placesIn: (s: number) => readonly Candidate[];
}

/** Whom a mention names, wherever it stands. */
type Named = Omit<Candidate, 'from' | 'to'>;
/** Told only when a sentence asks: most sentences never do. */
type Mention = { readonly from: number; readonly to: number; readonly named: () => Named };
type BySentence = ReadonlyMap<number, readonly Mention[]>;
interface Span {
  readonly start: number;
  readonly end: number;
}

export function createMentions(document: Document, lexicon: Lexicon, typeOf: TypeOf): Mentions {
  let people: BySentence | null = null;
  let places: BySentence | null = null;
  return {
    namedIn: (s) => {
      people ??= bySentence(document, [
        ...officialsOf(document, typeOf),
        ...peopleOf(document, lexicon, typeOf),
        ...organizationsOf(document, typeOf),
      ]);
      return candidatesIn(people, s);
    },
    placesIn: (s) => {
      places ??= bySentence(document, placesOf(document));
      return candidatesIn(places, s);
    },
  };
}

function candidatesIn(mentions: BySentence, s: number): readonly Candidate[] {
  return (mentions.get(s) ?? []).map(({ from, to, named }) => ({ from, to, ...named() }));
}

type Group = readonly [spans: readonly Span[], named: () => Named];

/** Mentions of all groups in their order; those that do not stand within one sentence are left out. */
function bySentence({ reading }: Document, groups: readonly Group[]): BySentence {
  const mentions = new Map<number, Mention[]>();
  for (const [spans, tell] of groups) {
    let known: Named | null = null;
    const named = (): Named => {
      known ??= tell();
      return known;
    };
    for (const span of spans) {
      const first = tokenAt(reading, span.start);
      const s = reading.sentenceOf[first] ?? 0;
      const [from, to] = sentenceRange(reading, s);
      if (span.start < (reading.starts[from] ?? 0) || span.end > (reading.ends[to - 1] ?? 0)) continue;
      const mention = { from: first, to: tokenAt(reading, span.end - 1) + 1, named };
      const list = mentions.get(s);
      if (list) list.push(mention);
      else mentions.set(s, [mention]);
    }
  }
  return mentions;
}

function officialsOf(document: Document, typeOf: TypeOf): readonly Group[] {
  return document.officials.flatMap((official): Group[] => {
    const title = official.title ?? official.role ?? '';
    const name = official.name ?? [title, official.jurisdiction ? `of ${official.jurisdiction}` : ''].join(' ').trim();
    if (name === '') return [];
    const tell = (): Named => {
      const type = typeOf(title) ?? typeOf(official.role ?? '');
      return {
        name,
        // "Council members Rosa Diaz and Jo Lee": the plural names a body, each of them a member.
        holderType: type === null ? 'official' : type.holderType === 'council' ? 'council-member' : type.holderType,
        role: 'official',
        named: official.name !== null,
      };
    };
    return [[official.mentions, tell]];
  });
}

function peopleOf(document: Document, lexicon: Lexicon, typeOf: TypeOf): readonly Group[] {
  return document.people.map((person): Group => {
    const tell = (): Named => {
      // "Hanover Selectboard": a body whose name looks like a person's.
      const body = typeOf(person.name);
      const role = body?.role === 'government' ? body : personRole(document, lexicon, typeOf, person.name);
      return { name: person.name, holderType: role.holderType, role: role.role, named: true };
    };
    return [person.mentions, tell];
  });
}

function organizationsOf(document: Document, typeOf: TypeOf): readonly Group[] {
  return document.organizations.map(({ name, mentions }): Group => {
    const tell = (): Named => {
      const type = typeOf(name);
      return { name, holderType: type?.holderType ?? 'nonprofit', role: type?.role ?? 'critic', named: true };
    };
    return [mentions.map((span) => withBranch(document, span)), tell];
  });
}

/** "Teamsters Local 412": the branch belongs to the name. */
function withBranch({ text }: Document, { start, end }: Span): Span {
  const behind = text.slice(end, end + 20);
  const branch = (/ (?:Local|Lodge)$/.test(text.slice(start, end)) ? number : branches).exec(behind);
  return { start, end: end + (branch?.[0].length ?? 0) };
}

const number = /^ (?:No\. ?)?\d+\b/;
const branches = /^ (?:Local|Lodge) (?:No\. ?)?\d+\b/;

function placesOf(document: Document): readonly Group[] {
  return document.places.flatMap((place): Group[] => {
    if (place.inOrg || !/^(?:city|county|state)$/.test(place.type) || endsName(document.text, place.start)) return [];
    const name = place.type === 'city' ? `City of ${place.name}` : place.name;
    return [[[place], () => ({ name, holderType: place.type, role: 'government', named: true })]];
  });
}

/** “Renters First St. Paul sued”: the last word of a name that no list has, and not the city; “for Livable Salem” tells where. */
function endsName(text: string, start: number): boolean {
  const [, before, word] = nameWord.exec(text.slice(Math.max(0, start - 40), start)) ?? [];
  return before !== undefined && word !== undefined && !noName.test(word) && !prepositions.test(before);
}

/** A capitalized word behind another word of its sentence. */
const nameWord = /([\p{L}’'-]+,?) (\p{Lu}[\p{L}’'-]+) $/u;
const prepositions = /^(?:for|of|in|to|with|at|from|by|on|near|around)$/i;
const noName =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Greater|Metro|North|South|East|West|Northern|Southern|Eastern|Western|Central|Downtown|Upstate|Democratic|Republican|Democrat|American|Black|Mayor|Fort|Mount|Saint|Lake|New|Port|El|Los|Las|San|Santa)$/;
