// Whether a noun calls back to another paper than the one that the story told of: "the 2022 policy", "the city's rule" where the measure is a state bill.
// Knows what kinds of bodies make which papers, owners and years; not what the papers hold.
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';

/** What tells a measure from other papers: who makes it, and the words of time and kind in the sentence that told of it. */
interface Imprint {
  readonly level: 'state' | 'local' | null;
  readonly years: ReadonlySet<string>;
  /** The papers that the sentence brings in: "a bill", "a new ordinance". */
  readonly brought: ReadonlySet<string>;
}

const stateBodies =
  /^(?:senate|house|assembly|legislature|legislative|lawmakers|senators?|sen\.?|rep\.?|gov\.?|governor|congress|president|trump|statehouse|capitol)$/;
const localBodies =
  /^(?:council|commissioners?|aldermen|supervisors|selectmen|trustees|councilors|councilmembers?|mayor|sheriff|chief)$/;
const statePapers = /^(?:bill|bills|legislation|statute)$/;
const localPapers = /^(?:ordinances?|resolutions?|bylaws?|policy|policies|directives?|guidelines)$/;
const papers =
  /^(?:bills?|legislation|statute|law|ordinances?|resolutions?|bylaws?|policy|policies|directives?|guidelines|rules?|regulations?|restrictions?|limits?|ban|measure|plan|program|agreement|contract|deal|practice|approach)$/;
const answers =
  /^(?:oppos|denounc|condemn|support|back|endors|urg|lobb|fight|fought|critici|prais|blast|protest|sue|challeng|respon|object)/;

/** What the sentences that told of a thing say of its kind and time. */
function imprintOf(reading: Reading, tellings: Iterable<number>): Imprint {
  const years = new Set<string>();
  const brought = new Set<string>();
  let level: Imprint['level'] = null;
  for (const s of new Set(tellings)) {
    const [from, to] = sentenceRange(reading, s);
    for (let i = from; i < to; i++) {
      const word = foldedAt(reading, i);
      if (isYear(word)) years.add(word);
      if (papers.test(word) && isBroughtIn(reading, from, i)) brought.add(word);
    }
    level ??= levelOf(reading, from, to);
  }
  return { level, years, brought };
}

/** Who makes what a sentence first tells of: the first body, or the first paper, unless the body but answers it. */
function levelOf(reading: Reading, from: number, to: number): Imprint['level'] {
  let body: Imprint['level'] = null;
  let answered = false;
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    if (stateBodies.test(word)) return body === null || answered ? 'state' : body;
    if (localBodies.test(word)) body ??= 'local';
    if (answers.test(word)) answered = true;
    if (!papers.test(word) || !isBroughtIn(reading, from, i)) continue;
    if (localPapers.test(word)) return 'local';
    if (statePapers.test(word)) return body === null || answered ? 'state' : body;
  }
  return body;
}

/** "a bill", "a new ordinance", "the proposed resolution": not "a 2018 ordinance", "the city's ordinance" nor "over an ordinance". */
function isBroughtIn(reading: Reading, from: number, noun: number): boolean {
  for (let i = noun - 1; i >= Math.max(from, noun - 4); i--) {
    const word = foldedAt(reading, i);
    if (/^(?:a|an)$/.test(word)) return !/^(?:over|against|from|despite|of|under)$/.test(foldedAt(reading, i - 1));
    if (/^(?:new|proposed)$/.test(word)) return true;
    if (!/^[\p{Ll}-]+$/u.test(word) || /^(?:the|this|that|its|their|his|her)$/.test(word)) return false;
  }
  // A headline has no articles.
  return noun === from;
}

/** Whether the noun at a token names another paper than the one that sentences `told` of. `named`: the story itself called that paper so. */
export function isOtherPaper(reading: Reading, noun: number, told: readonly number[], named = false): boolean {
  const word = foldedAt(reading, noun);
  if (!isPaper(reading, noun)) return false;
  const { level, years, brought } = imprintOf(reading, told);
  const before = foldedAt(reading, noun - 1);
  // "A 2015 law says … The law lets …": the sentence before may have the year.
  if (isYear(before) && !years.has(before)) return !named || !told.some((s) => hasYear(reading, s - 1, before));
  if (named || brought.has(word)) return false;
  if (level === 'state' && localPapers.test(word)) return true;
  if (before !== "'s") return false;
  const owner = foldedAt(reading, noun - 2);
  if (level === 'state') return localOwners.test(owner);
  return level === 'local' && stateOwners.test(owner);
}

/** Whether tokens `[from, to)` name such a paper. */
export function namesOtherPaper(reading: Reading, from: number, to: number, told: readonly number[]): boolean {
  for (let i = from; i < to; i++) if (isOtherPaper(reading, i, told)) return true;
  return false;
}

/** "Adair adopted its policy in 2017. Finch voted for it.": whether the last paper before "it", in its sentence or the one before, is such a one. */
export function isBehindOther(reading: Reading, it: number, told: readonly number[]): boolean {
  const [from] = sentenceRange(reading, Math.max(0, (reading.sentenceOf[it] ?? 0) - 1));
  for (let i = it - 1; i >= from; i--) if (isPaper(reading, i)) return isOtherPaper(reading, i, told);
  return false;
}

/** "the policy", not "the policy director". */
function isPaper(reading: Reading, i: number): boolean {
  return papers.test(foldedAt(reading, i)) && !compounds.test(foldedAt(reading, i + 1));
}

const compounds =
  /^(?:directors?|analysts?|advisers?|advisors?|group|institute|center|makers?|chief|committee|manager|fellow|chair|enforcement|school|professors?|students?|firm|clerk)$/;
const localOwners =
  /^(?:city|town|village|county|council|commission|board|department|police|sheriff|chief|mayor|district|jail)$/;
const stateOwners =
  /^(?:state|legislature|senate|house|assembly|governor|government|congress|president|administration|trump)$/;

function hasYear(reading: Reading, s: number, year: string): boolean {
  if (s < 0) return false;
  const [from, to] = sentenceRange(reading, s);
  for (let i = from; i < to; i++) if (foldedAt(reading, i) === year) return true;
  return false;
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/.test(word);
}
