// The noun phrase round each title: "Los Angeles County Sheriff's Department spokesman Capt.", "the city's former police chief".
// Knows where the phrase begins and ends and which bodies and districts stand in it; not whose it is.
import type { Official, TextSpan } from '@civicwire/shared';
import type { Document } from '../document.ts';
import { foldedAt, isCapital, type Reading, tokenAt } from '../reading/reading.ts';
import { phraseStart, skipOpening, tailEnd } from './phrase-extent.ts';
import { bodyBefore, bodyNear, bodyOfHead } from './story-bodies.ts';
import type { Office, TitleFinder, TitleMatch } from './title-table.ts';
import { articles, possessives } from './words.ts';
import { tenureOf, writtenTitle } from './written-title.ts';

export interface TitledPhrase {
  /** Tokens of the whole phrase, without an article: `[from, to)`; `to` is the end of the last title. */
  readonly from: number;
  readonly to: number;
  /** The title that says the office: the first of a chain ("spokesman Capt."). */
  readonly title: TitleMatch;
  /** "the", "a", "Pasadena's" …; null without one. */
  readonly article: 'definite' | 'indefinite' | null;
  /** Title as written, with what belongs to it: "District 2 Councilwoman", "former Mayor". */
  readonly written: string;
  readonly tenure: Official['tenure'];
  /** Names of organizations that stand in the phrase or right behind it ("of the …", "for the …"). */
  readonly bodies: readonly string[];
  /** Tokens behind the title that name its body or place: "of Tulsa", "for the Tulsa Police Department"; `[to, tail)`. */
  readonly tail: number;
  /** Number of the person whom the office serves ("a spokesman for Feller"); -1 without one. */
  readonly serves: number;
  /** That person is known to hold public office. */
  readonly servesOfficial: boolean;
  /** Tokens of what follows the holder's name ("of Salem"); absent without. */
  readonly behindName?: readonly [number, number] | undefined;
}

/** All titled phrases of a document, in order. */
export function findTitledPhrases(document: Document, findTitles: TitleFinder): TitledPhrase[] {
  const { reading } = document;
  const bodyAt = markMentions(document, document.organizations);
  /** 1 for each sentence in which somebody is named. */
  const peopled = new Uint8Array(reading.sentenceStarts.length);
  const personAt = markMentions(document, document.people, peopled);
  const titles = findTitles(reading);
  const phrases: TitledPhrase[] = [];
  for (let k = 0; k < titles.length; k++) {
    const first = titles[k];
    if (!first) continue;
    let title = first;
    let to = first.to;
    for (let next = titles[k + 1]; next?.from === to && sameSentence(reading, to, first.from); next = titles[k + 1]) {
      // "Deputy Commissioner", "Chief Planner": a rank before another title is part of that title.
      if (title === first && /^(?:deputy|chief)$/.test(foldedAt(reading, first.to - 1)) && first.office.weak)
        title = { ...next, from: first.from };
      to = next.to;
      k++;
    }
    // "Alderman-elect", "Councilmember-at-large".
    if (foldedAt(reading, to) === '-' && /^(?:elect|designate)$/.test(foldedAt(reading, to + 1))) to += 2;
    if (foldedAt(reading, to) === '-' && foldedAt(reading, to + 1) === 'at' && foldedAt(reading, to + 3) === 'large')
      to += 4;
    if (foldedAt(reading, to) === 'at' && foldedAt(reading, to + 1) === 'large') to += 2;
    const isPeopled = peopled[reading.sentenceOf[title.from] ?? 0] === 1 || peopled[reading.sentenceOf[to] ?? 0] === 1;
    const phrase = phraseAround(document, bodyAt, personAt, title, to, isPeopled);
    if (phrase) phrases.push(phrase);
  }
  return phrases;
}

function sameSentence(reading: Reading, a: number, b: number): boolean {
  return reading.sentenceOf[a] === reading.sentenceOf[b];
}

/** For each token the number of the list's entry that it is part of, -1 outside; sets `sentences` to 1 where one begins. */
function markMentions(
  { reading }: Document,
  list: readonly { readonly mentions: readonly TextSpan[] }[],
  sentences?: Uint8Array,
): Int32Array {
  const marks = new Int32Array(reading.count).fill(-1);
  list.forEach(({ mentions }, index) => {
    for (const { start, end } of mentions) {
      const from = tokenAt(reading, start);
      if (sentences) sentences[reading.sentenceOf[from] ?? 0] = 1;
      for (let i = from; i < reading.count && (reading.starts[i] ?? 0) < end; i++) marks[i] = index;
    }
  });
  return marks;
}

function phraseAround(
  document: Document,
  bodyAt: Int32Array,
  personAt: Int32Array,
  title: TitleMatch,
  to: number,
  isPeopled: boolean,
): TitledPhrase | null {
  const { reading } = document;
  const from = phraseStart(reading, bodyAt, personAt, title.from);
  const before = foldedAt(reading, from - 1);
  const start = skipOpening(reading, from, title.from);
  const possessive = /^'s?$/.test(foldedAt(reading, start - 1));
  const tail = tailEnd(reading, bodyAt, to);
  const article =
    before === 'the' || possessive || possessives.has(before) || holdsPossessive(reading, start, title.from)
      ? 'definite'
      : articles.has(before)
        ? 'indefinite'
        : null;
  // Neither said of anybody nearby nor a certain person's: no rule asks for it.
  if (article !== 'definite' && !isPeopled) return null;
  const bodies = bodiesIn(document, bodyAt, from, tail, title);
  const office = officeOfBody(title.office, bodies, nounBefore(reading, title.from));
  return {
    from: start,
    to,
    title: { ...title, office },
    article,
    written: writtenTitle(reading, start, title.from, to),
    tenure: tenureOf(reading, start, to),
    bodies,
    tail,
    serves: servedPerson(reading, personAt, start, to),
    servesOfficial: false,
  };
}

/** The word before a title, over a possessive: "council" in "the city council's president". */
function nounBefore(reading: Reading, titleFrom: number): string {
  const word = foldedAt(reading, titleFrom - 1);
  return /^'s?$/.test(word) ? foldedAt(reading, titleFrom - 2) : word;
}

/** The president of a council or board is no president of the United States. */
function officeOfBody(office: Office, bodies: readonly string[], before: string): Office {
  const isBoard = bodies.some((name) =>
    /\b(?:council|board|committee|commission|jury|aldermen|trustees)\b/i.test(name),
  );
  return office.weak === 'nation' && (isBoard || /^(?:council|board|commission|committee|jury|village)$/.test(before))
    ? { role: 'agency-head', level: 'body', body: 'named', weak: 'body' }
    : office;
}

/** Bodies named in the tokens, those that "the board" or "its committee" stand for, and for a bare chair the last board named. */
function bodiesIn(
  document: Document,
  bodyAt: Int32Array,
  from: number,
  tail: number,
  title: TitleMatch,
): readonly string[] {
  const { reading, organizations } = document;
  const bodies = new Set<string>();
  for (let i = from; i < tail; i++) {
    const named = organizations[bodyAt[i] ?? -1]?.name;
    const body = named ?? (i < title.from || i >= title.to ? bodyOfHead(document, foldedAt(reading, i), i) : null);
    if (body !== null) bodies.add(body);
  }
  const { weak, role } = title.office;
  if (bodies.size > 0 || tail > title.to + 3) return [...bodies];
  if (role === 'police-officer') return listOf(bodyBefore(document, from, 'force'));
  const isChair =
    /^(?:chair\w*|vice|members?|moderator|jurors?|jury|board|trustees?|school|commission|committee|council)$/.test(
      foldedAt(reading, title.from),
    );
  const head = foldedAt(reading, title.from);
  // "Port commissioner": of the port that the story names.
  if (weak === undefined && role === 'agency-head') return listOf(bodyOfHead(document, head, from));
  const isOfficer = role === 'spokesperson' || generalHeads.has(title.plural ? head.replace(/s$/, '') : head);
  if (weak === 'body' && isOfficer && isCapital(reading, title.from)) return listOf(bodyNear(document, from));
  const ofBoard = /^(?:board|council|commission|committee)$/.test(nounBefore(reading, title.from));
  if (weak === 'nation' && ofBoard) return listOf(bodyBefore(document, from, 'board'));
  if (weak !== 'body' || !isChair) return [];
  // "Board President", "Committee member": of the body that bears the word; a board may be a district's.
  const own = bodyOfHead(document, head, from);
  if (own !== null || /^(?:committee|commission|council)$/.test(head)) return listOf(own);
  return listOf(bodyBefore(document, from, head === 'board' ? 'boardOnly' : 'board'));
}

/** Titles of any body: bare and in capitals, they are those of the public body that the story named last. */
const generalHeads = new Set(
  'chief director general executive manager administrator interim acting ceo deputy assistant'.split(' '),
);

const listOf = (body: string | null): readonly string[] => (body === null ? [] : [body]);

/** "Falcone's chief of staff", "a spokesman for Feller": the person whom the office serves; -1 when none is named. */
function servedPerson(reading: Reading, personAt: Int32Array, start: number, to: number): number {
  if (/^'s?$/.test(foldedAt(reading, start - 1))) return personAt[start - 2] ?? -1;
  if ((personAt[start - 1] ?? -1) >= 0) return personAt[start - 1] ?? -1;
  if (!/^(?:for|to|of)$/.test(foldedAt(reading, to))) return -1;
  for (let i = to + 1; i < to + 6 && isCapital(reading, i); i++) if ((personAt[i] ?? -1) >= 0) return personAt[i] ?? -1;
  return -1;
}

function holdsPossessive(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (/^'s?$/.test(foldedAt(reading, i)) && !/^(?:sheriff|state|commonwealth)$/.test(foldedAt(reading, i - 1)))
      return true;
  return false;
}
