// Finds the subject of a verb among the candidates of its sentence. Knows word order; abstains where it is not plain.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { aspectOf, isBid } from '../clauses/aspects.ts';
import { isOf } from '../clauses/grammar.ts';
import { beforePartyTag, leftOfPhrase, onlyPhrases, opensAt } from '../clauses/noun-phrases.ts';
import { quoteAt } from '../clauses/quotations.ts';
import { beforeTime, isDate, opensClause } from '../clauses/times.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { antecedent, countedAmong } from './antecedents.ts';
import {
  beforeState,
  endOfOpener,
  firstPlace,
  headOfApposition,
  insertedSpeech,
  isBranchOf,
  ownArticle,
  representative,
  setAside,
} from './appositions.ts';
import type { Candidate } from './candidate.ts';
import { gathered } from './gatherings.ts';
import { headlineSubject } from './headline-subject.ts';
import { isOthersPaper } from './makers.ts';
import { behindOpener, mayGoOnRelative } from './shared-verbs.ts';
import { noSubject, type Subject } from './subject.ts';

/** The subject of the verb at token `verb`. */
export function subjectOf(context: SentenceContext, verb: number): Subject {
  const { reading } = context;
  const group = context.groupAt(verb);
  // "will keep riding along", "went on arresting": whoever keeps at it.
  const aspect = group.gerund ? aspectOf(context, verb) : null;
  if (aspect !== null) return subjectBefore(context, context.groupAt(aspect).left, aspect);
  if (group.infinitive && isBid(context, group.left))
    return subjectOfSegment(context, context.segments.of(group.left), group.left);
  // "Both said": the word looks like an adverb of the verb.
  const both = context.candidates.find((item) => item.members && item.from >= group.left && item.to <= verb);
  if (both) return { type: 'candidate', candidate: both, relative: false };
  if (group.infinitive) return countedAmong(context, group.left) ?? headlineSubject(context, group.left);
  if (/^(?:in|against)$/.test(foldedAt(reading, verb))) {
    const crowd = gathered(context, verb);
    if (crowd) return { type: 'candidate', candidate: crowd, relative: false };
  }
  return subjectBefore(context, group.left, verb);
}

/** The named holder before the "'s" at a token. */
function ownerBefore({ candidates: all }: SentenceContext, clitic: number): Candidate | undefined {
  return all.find((item) => item.to === clitic && item.named && item.role !== 'document');
}

function subjectBefore(context: SentenceContext, left: number, verb: number): Subject {
  const { grammar, reading, from, segments } = context;
  let i = left - 1;
  if (i < from) return noSubject;
  if (isOf(grammar, reading, i, 'relative')) return antecedent(context, i);
  // "Al Roe, a critic of the plan, said …"
  // "In an email to Al Roe, the chief said …": the chief is another.
  const other = context.candidates.some((item) => item.to === left && /^(?:official|government)$/.test(item.role));
  const article = other ? null : ownArticle(context, i);
  if (article !== null) return article;
  // "Ann Lee's support for it"
  const owner = foldedAt(reading, i) === "'s" ? ownerBefore(context, i) : undefined;
  if (owner) return { type: 'candidate', candidate: owner, relative: false };
  // "accused of holding", "fired for cooperating": who does it stands elsewhere.
  if (isOf(grammar, reading, i, 'preposition')) return noSubject;
  const own = segments.list[segments.of(verb)];
  if (own?.kind === 'participle' && own.from === left)
    return isOthersPaper(context, left) ? noSubject : subjectOfSegment(context, own.parent, left);
  // "Salem, Oregon, outlawed …", "Commissioners in Cass County, North Dakota, passed …": the state says where that is.
  const placed = foldedAt(reading, i) === ',' ? beforeState(context, i) : i;
  if (placed !== i) return subjectEndingAt(context, placed, verb);
  // "Rep. Tom Ward, R-Boise, sponsored …"
  const tagged = foldedAt(reading, i) === ',' ? beforePartyTag(context, i) : i;
  if (tagged !== i) return subjectEndingAt(context, tagged, verb);
  // A clause between commas stands between the subject and its verb: "The bill, which failed, would …".
  if (foldedAt(reading, i) === ',' || foldedAt(reading, i) === ')' || isDashAt(context, i)) {
    const head = headOfApposition(context, i);
    if (head !== null) return head;
    const group = context.groupAt(verb);
    const said =
      insertedSpeech(context, i) ??
      setAside(context, i) ??
      (group.gerund || group.infinitive ? null : endOfOpener(context, i));
    if (said !== null) return subjectEndingAt(context, said, verb);
    // "…, which the Senate passed and the governor signed, bars": the whole clause of "which".
    const last = segments.of(i - 1);
    const outer = segments.list[last]?.kind === 'coordinate' ? (segments.list[last]?.parent ?? last) : last;
    const inner = segments.list[outer]?.kind === 'relative' ? outer : last;
    const segment = segments.list[inner];
    if (
      inner !== segments.of(verb) &&
      segment &&
      (segment.kind === 'relative' || segment.kind === 'aside' || segment.kind === 'participle')
    ) {
      i = segment.from - 1;
      if (foldedAt(reading, i) === ',' || isDashAt(context, i)) i--;
      return subjectEndingAt(context, i + 1, verb);
    }
    return subjectEndingAt(context, i, verb);
  }
  if (isOf(grammar, reading, i, 'pronoun')) return pronounAt(context, i);
  if (isOf(grammar, reading, i, 'conjunction')) {
    if (mayGoOnRelative(context, i, verb)) return noSubject;
    const parent = own && own.parent >= 0 ? own.parent : segments.of(verb);
    return subjectOfSegment(context, parent, left);
  }
  return subjectEndingAt(context, left, verb);
}

function isDashAt(context: SentenceContext, i: number): boolean {
  return /^(?:—|–|--|-)$/.test(foldedAt(context.reading, i)) && i > context.from;
}

function pronounAt(context: SentenceContext, i: number): Subject {
  const word = foldedAt(context.reading, i);
  const known = context.candidates.find((candidate) => candidate.from <= i && i < candidate.to);
  if (known) return { type: 'candidate', candidate: known, relative: false };
  return word === 'we' || word === 'i' ? { type: 'first-person' } : { type: 'pronoun', token: i };
}

/** The noun phrase that ends before token `end`, seen through what hangs on it: "Rosa Lund of Tenants Together", "Ana Ruiz, the mayor,". */
function subjectEndingAt(context: SentenceContext, until: number, verb: number): Subject {
  const { candidates, grammar, reading, from } = context;
  let end = beforeTime(context, until);
  while (end > from && hasShape(reading, end - 1, shape.quote)) end--;
  const last = candidates.find((candidate) => candidate.from < end && candidate.to >= end);
  if (!last) return looseSubject(context, end, verb);
  // "critics of a bill requiring …": it is the bill that requires.
  if (last.role === 'document' && context.groupAt(verb).gerund && last.to === verb)
    return { type: 'candidate', candidate: last, relative: true };
  const before = leftOfPhrase(context, firstPlace(context, last));
  // "The union that represents Lansing officers opposes …"
  const whole = representative(context, firstPlace(context, last) - 1) ?? representative(context, before);
  if (whole) return { type: 'candidate', candidate: whole, relative: false };
  // "a coalition of 38 rights groups"
  const head = candidates.find(
    (item) =>
      item.from > before && item.to < last.from && item.role === 'critic' && foldedAt(reading, item.to) === 'of',
  );
  if (head) return { type: 'candidate', candidate: head, relative: false };
  if (before >= from && isOf(grammar, reading, before, 'preposition'))
    return isDate(context, before) && opensClause(context, before)
      ? { type: 'candidate', candidate: last, relative: false }
      : headOf(context, last, before);
  // "Ana Ruiz, the mayor, said": an apposition has a comma on either side; "Chief Ruiz, the policy allows …" is an address.
  if (before >= from && foldedAt(reading, before) === ',' && foldedAt(reading, end) === ',') {
    const named = candidates.find((candidate) => candidate.to === before && candidate.named);
    if (named && !last.named) return { type: 'candidate', candidate: named, relative: false };
  }
  return { type: 'candidate', candidate: last, relative: false };
}

/** Behind a preposition stands an object; the head is what stands before it. */
function headOf(context: SentenceContext, object: Candidate, preposition: number): Subject {
  const { candidates, reading, segments } = context;
  // "Ana Ruiz, unlike the sheriff, supports …"
  const end = foldedAt(reading, preposition - 1) === ',' ? preposition - 1 : preposition;
  const head = candidates.find((candidate) => candidate.to === end);
  // "Nobody in the department asks": what the department does, under a negator.
  if (
    /^(?:nobody|none|one)$/.test(foldedAt(reading, end - 1)) &&
    /^(?:in|of|at|from)$/.test(foldedAt(reading, preposition))
  )
    return { type: 'candidate', candidate: object, relative: false };
  // "with voters backing it"
  const absolute = foldedAt(reading, preposition) === 'with' && context.groupAt(object.to).gerund;
  if (absolute && foldedAt(reading, preposition - 1) === ',')
    return { type: 'candidate', candidate: object, relative: false };
  // "Crews with the city of Waterloo cleared …"
  if (hands.test(foldedAt(reading, preposition - 1)) && /^(?:with|from|for)$/.test(foldedAt(reading, preposition)))
    return object.role === 'government' ? { type: 'candidate', candidate: object, relative: false } : noSubject;
  // "Ana Ruiz, president of the police union, said …"
  if (head && !head.named && foldedAt(reading, head.from - 1) === ',') {
    const named = candidates.find((item) => item.to === head.from - 1 && item.named && item.role !== 'document');
    if (named) return { type: 'candidate', candidate: named, relative: false };
  }
  // "Opponents of the cap, including Lee, said …"
  const before = head?.role === 'document' ? leftOfPhrase(context, head.from) : -1;
  if (head && before > context.from && foldedAt(reading, before) === 'of') return headOf(context, head, before);
  if (head) return { type: 'candidate', candidate: head, relative: false };
  if (
    foldedAt(reading, preposition) === 'from' &&
    /^(?:comments|remarks|statements?|letters?|tweets?)$/.test(foldedAt(reading, preposition - 1))
  ) {
    return { type: 'candidate', candidate: object, relative: false };
  }
  // "The measure, sponsored by Alderwoman Lee, would …"
  const opening = preposition - 2;
  if (
    foldedAt(reading, preposition) === 'by' &&
    made.test(foldedAt(reading, preposition - 1)) &&
    foldedAt(reading, opening) === ','
  ) {
    const document = candidates.find((item) => item.to === opening && item.role === 'document');
    if (document) return { type: 'candidate', candidate: document, relative: false };
  }
  // "The family of a man killed by police is calling …"
  if (/^(?:by|in|during)$/.test(foldedAt(reading, preposition)) && suffers.test(foldedAt(reading, preposition - 1)))
    return subjectEndingAt(context, preposition - 1, preposition);
  // A phrase that opens the clause ("At the meeting the council …") has no head before it; the subject must then follow it, and did not.
  const chain = candidates.filter(
    (candidate) => candidate.to <= preposition && segments.of(candidate.from) === segments.of(preposition),
  );
  const nearest = chain.at(-1);
  return nearest && onlyPhrases(context, nearest.to, preposition)
    ? { type: 'candidate', candidate: nearest, relative: false }
    : noSubject;
}

const made =
  /^(?:sponsored|drafted|written|introduced|proposed|backed|authored|passed|adopted|approved|signed|filed|brought|championed|crafted|supported)$/;
const branches =
  /^(?:chapter|branch|affiliate|lodge|leaders|officials|members|organizers|activists|lawyers|attorneys|crews?|workers|staff|employees|contractors)$/;
const deeds = /^(?:vote|votes|decision|ruling|order|veto)$/;
const hands = /^(?:crews|workers|employees|contractors|staff|officials)$/;
const suffers =
  /^(?:killed|shot|injured|hurt|struck|beaten|arrested|detained|displaced|evicted|affected|represented|owned|run)$/;

/** No candidate ends here: look past a short phrase ("police chiefs in a number of cities", "activists within Pasadena"). */
function looseSubject(context: SentenceContext, end: number, verb: number): Subject {
  const { candidates, segments } = context;
  const segment = segments.of(verb);
  const before = candidates
    .filter((candidate) => candidate.to <= end && segments.of(candidate.from) === segment)
    .at(-1);
  // "The Council's 6-3 vote repealed …"
  if (
    before &&
    foldedAt(context.reading, before.to) === "'s" &&
    deeds.test(foldedAt(context.reading, end - 1)) &&
    end - before.to <= 7
  )
    return { type: 'candidate', candidate: before, relative: false };
  if (before && isBranchOf(context, before, end)) return { type: 'candidate', candidate: before, relative: false };
  const own = before?.named || before?.role === 'government';
  if (before && own && before.to === end - 1 && branches.test(foldedAt(context.reading, before.to)))
    return { type: 'candidate', candidate: before, relative: false };
  if (before && onlyPhrases(context, before.to, end)) {
    const head = ownArticle(context, before.from - 1);
    if (head !== null && !before.named) return head;
    const left = leftOfPhrase(context, before.from);
    if (left < context.from || !isOf(context.grammar, context.reading, left, 'preposition'))
      return { type: 'candidate', candidate: before, relative: false };
  }
  // "A judge in a 2021 Garfield County case ruled": whoever opens the sentence, with phrases alone behind it.
  const opener = candidates.find((item) => item.role !== 'document' && item.to <= end);
  const opens = opener && opener !== before && leftOfPhrase(context, opener.from) < context.from;
  return opens && onlyPhrases(context, opener.to, end)
    ? { type: 'candidate', candidate: opener, relative: false }
    : noSubject;
}

/** The subject of a clause's first verb, for a second verb that shares it. */
function subjectOfSegment(context: SentenceContext, number: number, before: number): Subject {
  const { grammar, reading, segments } = context;
  const segment = segments.list[number];
  if (!segment) return noSubject;
  for (let i = segment.from; i < before; i++) {
    if (segments.of(i) !== number) continue;
    // “…,” Doyle told the council, asking it to …: the verbs of the quotation are not the clause's.
    if (quoteAt(context.document, i)?.direct && !quoteAt(context.document, before)?.direct) continue;
    if (foldedAt(reading, i) === "'s" || (!isOf(grammar, reading, i, 'auxiliary', 'modal') && !context.verbAt(i)))
      continue;
    // "In written testimony, Lee backed it but asked …"
    if (/e[dn]$/.test(foldedAt(reading, i)) && isOf(grammar, reading, i - 1, 'preposition')) continue;
    const group = context.groupAt(i);
    if (group.infinitive || group.gerund) continue;
    return subjectBefore(context, group.left, i);
  }
  // A verb that no rule knows: the clause's first words are its subject when a candidate opens it.
  const all = context.candidates.filter((candidate) => candidate.from >= segment.from && candidate.to <= before);
  const [opening] = all;
  if (opening && segments.of(opening.from) === number && opensAt(context, opening.from, segment.from)) {
    // "Georgia's attorney general sued …, saying": not Georgia.
    const owned = foldedAt(reading, opening.to) === "'s" ? all.find((item) => item.from === opening.to + 1) : undefined;
    return { type: 'candidate', candidate: owned ?? opening, relative: false };
  }
  const behind = number === 0 ? behindOpener(context, all) : null;
  if (behind !== null) return { type: 'candidate', candidate: behind, relative: false };
  if (segment.parent >= 0 && segment.kind === 'coordinate')
    return subjectOfSegment(context, segment.parent, segment.from);
  return noSubject;
}
