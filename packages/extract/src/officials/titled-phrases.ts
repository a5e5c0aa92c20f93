// The noun phrase round each title: "Los Angeles County Sheriff's Department spokesman Capt.", "the city's former police chief".
// Knows where the phrase begins and ends and which bodies and districts stand in it; not whose it is.
import type { Official, TextSpan } from '@civicwire/shared';
import type { Document } from '../document.ts';
import { foldedAt, hasShape, isCapital, type Reading, spanOf, tokenAt } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import type { TitleFinder, TitleMatch } from './title-table.ts';
import { articles, districtWords, modifiers, tenure } from './words.ts';

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
  /** Tokens of what follows the holder's name ("of Salem"); absent without. */
  readonly behindName?: readonly [number, number] | undefined;
}

/** All titled phrases of a document, in order. */
export function findTitledPhrases(document: Document, findTitles: TitleFinder): TitledPhrase[] {
  const { reading } = document;
  const bodyAt = markMentions(document, document.organizations);
  const personAt = markMentions(document, document.people);
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
    phrases.push(phraseAround(document, bodyAt, personAt, title, to));
  }
  return phrases;
}

function sameSentence(reading: Reading, a: number, b: number): boolean {
  return reading.sentenceOf[a] === reading.sentenceOf[b];
}

/** For each token the number of the list's entry that it is part of; -1 outside. */
function markMentions({ reading }: Document, list: readonly { readonly mentions: readonly TextSpan[] }[]): Int32Array {
  const marks = new Int32Array(reading.count).fill(-1);
  list.forEach(({ mentions }, index) => {
    for (const { start, end } of mentions)
      for (let i = tokenAt(reading, start); i < reading.count && (reading.starts[i] ?? 0) < end; i++) marks[i] = index;
  });
  return marks;
}

function phraseAround(
  { reading, organizations }: Document,
  bodyAt: Int32Array,
  personAt: Int32Array,
  title: TitleMatch,
  to: number,
): TitledPhrase {
  const from = phraseStart(reading, bodyAt, personAt, title.from);
  const possessive = /^'s?$/.test(foldedAt(reading, from - 1));
  const before = foldedAt(reading, from - 1);
  const start = skipOpening(reading, from, title.from);
  const tail = tailEnd(reading, bodyAt, to);
  const bodies = new Set<string>();
  for (let i = from; i < tail; i++) {
    const body = organizations[bodyAt[i] ?? -1];
    if (body) bodies.add(body.name);
  }
  return {
    from: start,
    to,
    title,
    article:
      before === 'the' || possessive || holdsPossessive(reading, start, title.from)
        ? 'definite'
        : articles.has(before)
          ? 'indefinite'
          : null,
    written: writtenTitle(reading, start, title.from, to),
    tenure: tenureOf(reading, start, to),
    bodies: [...bodies],
    tail,
  };
}

/** Leftwards over capitals, bodies, modifiers and possessives, within the sentence. */
function phraseStart(reading: Reading, bodyAt: Int32Array, personAt: Int32Array, titleFrom: number): number {
  const floor = Math.max(reading.sentenceStarts[reading.sentenceOf[titleFrom] ?? 0] ?? 0, titleFrom - 12);
  let i = titleFrom;
  while (i > floor) {
    const word = foldedAt(reading, i - 1);
    if (articles.has(word) || (personAt[i - 1] ?? -1) >= 0) break;
    if ((bodyAt[i - 1] ?? -1) >= 0 || modifiers.has(word)) i--;
    else if (/^(?:-|'s|')$/.test(word)) i--;
    else if (hasShape(reading, i - 1, shape.number) && isDistrictNumber(reading, i - 1)) i--;
    else if (isCapital(reading, i - 1) && !hasShape(reading, i - 1, shape.mark)) i--;
    else if (hasShape(reading, i - 2, shape.mark) && foldedAt(reading, i - 2) === '-' && isCapital(reading, i)) i--;
    else break;
  }
  return i;
}

function isDistrictNumber(reading: Reading, i: number): boolean {
  return districtWords.has(foldedAt(reading, i - 1)) || districtWords.has(foldedAt(reading, i + 1));
}

/** Leaves out marks and words that only begin the sentence: "But Mayor", "When Pasadena Mayor". */
function skipOpening(reading: Reading, from: number, titleFrom: number): number {
  let i = from;
  while (i < titleFrom && (hasShape(reading, i, shape.mark | shape.clitic) || openers.has(foldedAt(reading, i)))) i++;
  return i;
}

const openers = new Set(
  'but and when while although though as after before if in on at for so then however meanwhile also still both even since until by with from to that dear said says asked told photo now later yes no well not'.split(
    ' ',
  ),
);

/** "of the Tulsa Police Department", "for the city", "of Tulsa": the end of what follows the title. */
function tailEnd(reading: Reading, bodyAt: Int32Array, to: number): number {
  if (!/^(?:of|for|with|at|in)$/.test(foldedAt(reading, to))) return to;
  const limit = Math.min(reading.sentenceStarts[(reading.sentenceOf[to] ?? 0) + 1] ?? reading.count, to + 12);
  let i = to + 1;
  let end = to;
  while (i < limit) {
    const word = foldedAt(reading, i);
    if (
      (bodyAt[i] ?? -1) >= 0 ||
      (isCapital(reading, i) && !hasShape(reading, i, shape.mark)) ||
      lowerBodyWords.has(word)
    )
      end = ++i;
    else if (/^(?:the|'s|'|of|-|&|and)$/.test(word)) i++;
    else break;
  }
  return end;
}

const lowerBodyWords = new Set(
  'city county state town village borough police department sheriff office mayor governor agency council district schools school public works health federal government commission'.split(
    ' ',
  ),
);

/** Tenure, district and the titles themselves; names of places and bodies are left out. */
function writtenTitle(reading: Reading, from: number, titleFrom: number, to: number): string {
  let start = titleFrom;
  for (let i = titleFrom - 1; i >= from; i--) {
    const word = foldedAt(reading, i);
    const isNumber = hasShape(reading, i, shape.number) && isDistrictNumber(reading, i);
    const keeps =
      tenure.has(word) ||
      isNumber ||
      (districtWords.has(word) && hasShape(reading, i + 1, shape.number)) ||
      (districtWords.has(word) && hasShape(reading, i - 1, shape.number)) ||
      word === 'state' ||
      word === 'u.s.';
    if (!keeps && word !== '-') break;
    if (keeps) start = i;
  }
  return spanOf(reading, start, to).text.replaceAll(/\s+/g, ' ');
}

function holdsPossessive(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (/^'s?$/.test(foldedAt(reading, i)) && !/^(?:sheriff|state|commonwealth)$/.test(foldedAt(reading, i - 1)))
      return true;
  return false;
}

/** What the words of the phrase say of the time. */
function tenureOf(reading: Reading, from: number, to: number): Official['tenure'] {
  if (holdsAny(reading, from, to, /^(?:former|formerly|ex|late|retired|then|onetime)$/)) return 'former';
  if (holdsAny(reading, from, to, /^(?:elect|designate|incoming)$/)) return 'elect';
  return holdsAny(reading, from, to, /^(?:acting|interim)$/) ? 'acting' : 'current';
}

function holdsAny(reading: Reading, from: number, to: number, pattern: RegExp): boolean {
  for (let i = from; i < to; i++) if (pattern.test(foldedAt(reading, i))) return true;
  return false;
}
