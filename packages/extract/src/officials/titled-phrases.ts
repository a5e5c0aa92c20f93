// The noun phrase round each title: "Los Angeles County Sheriff's Department spokesman Capt.", "the city's former police chief".
// Knows where the phrase begins and ends and which bodies and districts stand in it; not whose it is.
import type { Official } from '@civicwire/shared';
import { foldedAt, isCapital, type Reading } from '../reading/reading.ts';
import { cue } from './cue-words.ts';
import { phraseStart, skipOpening, tailEnd } from './phrase-extent.ts';
import { hasCue, type Story } from './story.ts';
import { bodyBefore, bodyNear, bodyOfHead } from './story-bodies.ts';
import type { Office, TitleFinder, TitleMatch } from './title-table.ts';
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

/** All titled phrases of a story, in order. */
export function findTitledPhrases(story: Story, findTitles: TitleFinder): TitledPhrase[] {
  const { reading, cues, peopled } = story;
  const titles = findTitles(reading, cues);
  const phrases: TitledPhrase[] = [];
  for (let k = 0; k < titles.length; k++) {
    const first = titles[k];
    if (!first) continue;
    let title = first;
    let to = first.to;
    for (let next = titles[k + 1]; next?.from === to && sameSentence(reading, to, first.from); next = titles[k + 1]) {
      // "Deputy Commissioner", "Chief Planner": a rank before another title is part of that title.
      if (title === first && first.office.weak && isRank(foldedAt(reading, first.to - 1)))
        title = { ...next, from: first.from };
      to = next.to;
      k++;
    }
    to = overSuffix(story, to);
    const isPeopled = peopled[reading.sentenceOf[title.from] ?? 0] === 1 || peopled[reading.sentenceOf[to] ?? 0] === 1;
    const phrase = phraseAround(story, title, to, isPeopled);
    if (phrase) phrases.push(phrase);
  }
  return phrases;
}

const isRank = (word: string): boolean => word === 'deputy' || word === 'chief';

function sameSentence(reading: Reading, a: number, b: number): boolean {
  return reading.sentenceOf[a] === reading.sentenceOf[b];
}

/** Over "-elect" and "-at-large": "Alderman-elect", "Councilmember-at-large". */
function overSuffix(story: Story, titleTo: number): number {
  const { reading } = story;
  let to = titleTo;
  if (hasCue(story, to, cue.hyphen)) {
    if (/^(?:elect|designate)$/.test(foldedAt(reading, to + 1))) to += 2;
    if (hasCue(story, to, cue.hyphen) && foldedAt(reading, to + 1) === 'at' && foldedAt(reading, to + 3) === 'large')
      to += 4;
  }
  if (hasCue(story, to, cue.tie) && foldedAt(reading, to) === 'at' && foldedAt(reading, to + 1) === 'large') to += 2;
  return to;
}

function phraseAround(story: Story, title: TitleMatch, to: number, isPeopled: boolean): TitledPhrase | null {
  const from = phraseStart(story, title.from);
  const start = skipOpening(story, from, title.from);
  const article =
    hasCue(story, from - 1, cue.the | cue.possessive) ||
    hasCue(story, start - 1, cue.apostrophe) ||
    holdsPossessive(story, start, title.from)
      ? 'definite'
      : hasCue(story, from - 1, cue.article)
        ? 'indefinite'
        : null;
  // Neither said of anybody nearby nor a certain person's: no rule asks for it.
  if (article !== 'definite' && !isPeopled) return null;
  const tail = tailEnd(story, to, true);
  const bodies = bodiesIn(story, from, tail, title);
  const office = officeOfBody(title.office, bodies, story, title.from);
  return {
    from: start,
    to,
    title: office === title.office ? title : { ...title, office },
    article,
    written: writtenTitle(story, start, title.from, to),
    tenure: tenureOf(story, start, to),
    bodies,
    tail,
    serves: servedPerson(story, start, to),
    servesOfficial: false,
    behindName: undefined,
  };
}

/** The word before a title, over a possessive: "council" in "the city council's president". */
function nounBefore(story: Story, titleFrom: number): string {
  return foldedAt(story.reading, hasCue(story, titleFrom - 1, cue.apostrophe) ? titleFrom - 2 : titleFrom - 1);
}

const board = /\b(?:council|board|committee|commission|jury|aldermen|trustees)\b/i;

/** The president of a council or board is no president of the United States. */
function officeOfBody(office: Office, bodies: readonly string[], story: Story, titleFrom: number): Office {
  if (office.weak !== 'nation') return office;
  const isBoard =
    bodies.some((name) => board.test(name)) ||
    /^(?:council|board|commission|committee|jury|village)$/.test(nounBefore(story, titleFrom));
  return isBoard ? boardOffice : office;
}

const boardOffice: Office = { role: 'agency-head', level: 'body', body: 'named', weak: 'body' };

/** Bodies named in the tokens, those that "the board" or "its committee" stand for, and for a bare chair the last board named. */
function bodiesIn(story: Story, from: number, tail: number, title: TitleMatch): readonly string[] {
  const { reading, organizations, bodyAt } = story;
  const bodies: string[] = [];
  for (let i = from; i < tail; i++) {
    const number = bodyAt[i] ?? -1;
    const named = number >= 0 ? organizations[number]?.name : undefined;
    const isHead = (i < title.from || i >= title.to) && hasCue(story, i, cue.bodyHead);
    const body = named ?? (isHead ? bodyOfHead(story, foldedAt(reading, i), i) : null);
    if (body !== null && !bodies.includes(body)) bodies.push(body);
  }
  const { weak, role } = title.office;
  if (bodies.length > 0 || tail > title.to + 3) return bodies;
  if (role === 'police-officer') return listOf(bodyBefore(story, from, 'force'));
  // "Port commissioner": of the port that the story names.
  if (weak === undefined) return role === 'agency-head' ? listOf(ownBody(story, from, title)) : bodies;
  if (weak === 'nation')
    return /^(?:board|council|commission|committee)$/.test(nounBefore(story, title.from))
      ? listOf(bodyBefore(story, from, 'board'))
      : bodies;
  return weak === 'body' ? listOf(bodyOfOfficer(story, from, title)) : bodies;
}

/** The body that bears the word which the title begins with. */
function ownBody(story: Story, from: number, title: TitleMatch): string | null {
  return hasCue(story, title.from, cue.bodyHead) ? bodyOfHead(story, foldedAt(story.reading, title.from), from) : null;
}

/** For titles of any body: the public body that the story named last, the board of its chairs and members. */
function bodyOfOfficer(story: Story, from: number, title: TitleMatch): string | null {
  const { reading } = story;
  const head = foldedAt(reading, title.from);
  const isOfficer =
    title.office.role === 'spokesperson' || generalHeads.has(title.plural ? head.replace(/s$/, '') : head);
  if (isOfficer && isCapital(reading, title.from)) return bodyNear(story, from);
  const isChair =
    /^(?:chair\w*|vice|members?|moderator|jurors?|jury|board|trustees?|school|commission|committee|council)$/.test(
      head,
    );
  if (!isChair) return null;
  // "Board President", "Committee member": of the body that bears the word; a board may be a district's.
  const own = ownBody(story, from, title);
  if (own !== null || /^(?:committee|commission|council)$/.test(head)) return own;
  return bodyBefore(story, from, head === 'board' ? 'boardOnly' : 'board');
}

/** Titles of any body: bare and in capitals, they are those of the public body that the story named last. */
const generalHeads = new Set(
  'chief director general executive manager administrator interim acting ceo deputy assistant'.split(' '),
);

const none: readonly string[] = [];
const listOf = (body: string | null): readonly string[] => (body === null ? none : [body]);

/** "Falcone's chief of staff", "a spokesman for Feller": the person whom the office serves; -1 when none is named. */
function servedPerson(story: Story, start: number, to: number): number {
  const { reading, personAt } = story;
  if (hasCue(story, start - 1, cue.apostrophe)) return personAt[start - 2] ?? -1;
  const before = personAt[start - 1] ?? -1;
  if (before >= 0) return before;
  if (!/^(?:for|to|of)$/.test(foldedAt(reading, to))) return -1;
  for (let i = to + 1; i < to + 6 && isCapital(reading, i); i++) if ((personAt[i] ?? -1) >= 0) return personAt[i] ?? -1;
  return -1;
}

function holdsPossessive(story: Story, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (hasCue(story, i, cue.apostrophe) && !hasCue(story, i - 1, cue.namesake)) return true;
  return false;
}
