// Who opens a sentence whose later verb no rule can tie to a subject: "Union carpenters marched downtown in support of the tower",
// "The council sent the governor a letter urging him to …". Knows word order; a told verb, a negator or another doer between the two ends in nobody.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isBareSide } from '../chains/doubts.ts';
import { irregularPast, isAdverb, isOf } from '../clauses/grammar.ts';
import { leftOfPhrase } from '../clauses/noun-phrases.ts';
import { beforeTime } from '../clauses/times.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { gathers } from './gatherings.ts';
import { isOthersPaper } from './makers.ts';

/** So many words may stand between a holder and what it holds. */
const wordsMax = 18;

/** The holder that opens the sentence of the verb at token `verb`, when nobody else in it could be meant; null otherwise. `sending`: whoever sends somebody to do it is meant, too. */
export function leadingHolder(context: SentenceContext, verb: number, sending = false): Candidate | null {
  const { grammar, reading, hits } = context;
  if (isBareSide(context, verb) || isOthersPaper(context, verb)) return null;
  const [opener, ...rest] = openersBefore(context, verb);
  // "Taney County Sheriff Wade Gilmore"
  if (!opener) return null;
  const titled = opener.role === 'official' && rest[0]?.role === 'official' && rest[0].from === opener.to;
  const [lone = opener, ...more] = titled ? rest : [opener, ...rest];
  // "The Builders Exchange and the local chapter of Habitat sent letters": the last of those who act together.
  const joined = more.findIndex((item, i) => !isJoined(context, more[i - 1] ?? lone, item));
  const together = joined < 0 ? more.length : joined;
  const first = more[together - 1] ?? lone;
  const others = more.slice(together);
  if (foldedAt(reading, first.to) === "'s") return null;
  if (verb - first.to > wordsMax || !opens(context, opener)) return null;
  const described: Candidate[] = [];
  for (const item of others)
    if (describes(context, first, item) || goesOnWith(context, item, described.at(-1))) described.push(item);
  const strangers = others.filter((item) => !described.includes(item));
  if (strangers.length > 0 && !areObjects(context, first, strangers, verb, sending)) return null;
  for (let i = first.to; i < verb; i++) {
    const clause = context.segments.list[context.segments.of(i)]?.kind === 'condition';
    if (clause || isOf(grammar, reading, i, 'negator', 'pronoun', 'asks') || hasShape(reading, i, shape.quote))
      return null;
    if (/^(?:that|but|while|when|as|because|whose|:|;)$/.test(foldedAt(reading, i))) return null;
    // "met with landlords, who came to …": they came.
    const end = foldedAt(reading, i - 1) === ',' ? i - 1 : i;
    if (!/^(?:who(?:m|se)?|which)$/.test(foldedAt(reading, i)) || end === first.to) continue;
    // "sent a letter, which calls …"
    if (papers.test(foldedAt(reading, end - 1))) continue;
    // "Lee founded Neighbors United, which collected signatures in support of it": they did.
    const whose = rest.find((item) => item.to === end && item.named);
    return whose && gathers.test(foldedAt(reading, i + 1)) ? whose : null;
  }
  const own = predicateOf(context, first);
  if (own !== null && suffers.test(foldedAt(reading, own))) return null;
  const told = hits.operators.some(
    ({ rule, from, to }) =>
      rule.type === 'act' &&
      /^(?:say|accuse|decide|question|open)$/.test(rule.source.kind) &&
      from >= first.to &&
      to <= verb &&
      !isAddressed(reading, from, verb),
  );
  return told ? null : first;
}

/** Whether nothing but "and", a determiner and the rest of a name stands between two holders. */
function isJoined({ reading, grammar }: SentenceContext, one: Candidate, other: Candidate): boolean {
  let i = other.from - 1;
  while (isOf(grammar, reading, i, 'determiner')) i--;
  if (foldedAt(reading, i) !== 'and' || one.role === 'document' || other.role === 'document') return false;
  return one.to === i || (one.to === i - 1 && hasShape(reading, one.to, shape.capital));
}

/** "wrote to the board asking it to …": what is written stands behind the participle. */
export function isAddressed(reading: SentenceContext['reading'], say: number, verb: number): boolean {
  return (
    /^(?:wrote|writes|written)$/.test(foldedAt(reading, say)) &&
    /^(?:to|a|an)$/.test(foldedAt(reading, say + 1)) &&
    /ing$/.test(foldedAt(reading, verb))
  );
}

/** "of tenants, teachers and clergy": the next of a list. */
function goesOnWith(context: SentenceContext, item: Candidate, last: Candidate | undefined): boolean {
  if (!last) return false;
  const left = leftOfPhrase(context, item.from);
  return left - last.to <= 1 && /^(?:,|and)$/.test(foldedAt(context.reading, left));
}

/** The holders before a verb, without an owner that opens the sentence ("Boise's new police chief") and without places. */
function openersBefore({ candidates, reading }: SentenceContext, verb: number): readonly Candidate[] {
  const before = candidates.filter((item) => item.to <= verb && item.role !== 'document');
  const [owner, owned] = before;
  const isOwner = owner && owned && /^['’]s?$/.test(foldedAt(reading, owner.to)) && owned.from - owner.to <= 3;
  return isOwner ? before.slice(1) : before;
}

/** Whether others between a holder and a verb are but objects: the holder's own verb stands before them, and none stands behind them. */
function areObjects(
  context: SentenceContext,
  first: Candidate,
  others: readonly Candidate[],
  verb: number,
  sending: boolean,
): boolean {
  const { reading, grammar } = context;
  const group = context.groupAt(verb);
  if (group.gerund ? !trails(context, verb) : !group.infinitive) return false;
  const own = predicateOf(context, first);
  if (own === null || controls.test(foldedAt(reading, own))) return false;
  return others.every(
    (item) =>
      item.from > own &&
      (sending || !group.infinitive || !isSent(context, own, item, verb)) &&
      foldedAt(reading, item.to) !== "'s" &&
      !isOf(grammar, reading, item.to, 'auxiliary', 'modal', 'relative') &&
      !context.verbAt(item.to) &&
      !(item.to === group.left && item.role !== 'government'),
  );
}

/** What is but heard or read is another's: "heard a request to …". */
const suffers =
  /^(?:heard|hears?|received|receives?|read|reads|reviewed|faced|faces|drew|draws|considered|weighed|studied|attended|watched|got|saw|hosted|noted|cited)$/;

/** "drove his mother to a rally to …", "sent an officer to …": who is sent may mean it, unless a letter is what is sent. */
function isSent({ reading }: SentenceContext, own: number, item: Candidate, verb: number): boolean {
  const person = item.role !== 'government' || item.holderType.startsWith('police-');
  if (!person || item.from - own > 3) return false;
  for (let i = item.to; i < verb; i++) if (papers.test(foldedAt(reading, i))) return false;
  return true;
}

/** "…, saying", "a letter calling for", "this week asking": a participle that hangs on the whole clause. */
export function trails(context: SentenceContext, verb: number): boolean {
  const { reading } = context;
  return (
    foldedAt(reading, verb - 1) === ',' || beforeTime(context, verb) < verb || papers.test(foldedAt(reading, verb - 1))
  );
}

const papers =
  /^(?:letters?|e-?mails?|petitions?|statements?|signatures?|campaigns?|suits?|lawsuits?|complaints?|briefs?|resolutions?|motions?|ads?|videos?|billboards?|flyers?|proclamations?|testimony)$/;

/** Verbs whose object does what an infinitive behind them tells. */
const controls =
  /^(?:ask|tell|urge|order|allow|let|forc|requir|persuad|want|expect|got|get|help|encourag|invit|call|direct|instruct|authoriz|permit|push|press|pressur|convinc|train|pay|paid|hir|command|challeng|need|told|enabl|caus|advis|warn|remind|teach|taught)(?:e|ed|s|es|ing)?$/;

/** The finite verb of the holder that opens a sentence; null when another clause comes first or none is near. */
export function predicateOf(context: SentenceContext, holder: Candidate): number | null {
  const { reading, grammar, to } = context;
  for (let i = holder.to; i < Math.min(to, holder.to + 14); i++) {
    const word = foldedAt(reading, i);
    if (isOf(grammar, reading, i, 'relative', 'adverbial') || /^(?:if|unless|until|once)$/.test(word)) return null;
    if (isOf(grammar, reading, i, 'auxiliary', 'modal') && word !== "'s") continue;
    if (hasShape(reading, i, shape.capital)) continue;
    if (
      context.verbAt(i) ||
      /^\p{Ll}{2,}ed$/u.test(word) ||
      irregularPast.has(word) ||
      pasts.test(word) ||
      suffers.test(word)
    )
      return i;
  }
  return null;
}

const pasts =
  /^(?:rewrote|wrote|redrew|broke|fell|grew|rose|stood|spoke|struck|quit|came|made|tore|drew|went|held|spent|ran|drove|rode|flew|paid|began|chose|gave|hung|set|laid|shut|won|sang|threw|tore|rang|swung|spread|built|bought|sold|lent|taught|fed|flooded|hold|use|is|are)$/;

/** "More than 80 tenants …", "About 300 high school students …": nothing but determiners, numbers, adverbs and nouns before it. */
function opens(context: SentenceContext, item: Candidate): boolean {
  const { reading, grammar, from } = context;
  let nouns = 0;
  for (let i = item.from - 1; i >= from; i--) {
    const word = foldedAt(reading, i);
    // "Boise's new chief": the owner that opens the sentence.
    if (/^['’]s?$/.test(word) && context.candidates.some((other) => other.to === i && opens(context, other)))
      return true;
    const light =
      isAdverb(grammar, reading, i) ||
      isOf(grammar, reading, i, 'determiner') ||
      hasShape(reading, i, shape.number) ||
      /^(?:more|than|about|nearly|some|over|local|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)$/.test(
        word,
      ) ||
      (/^(?:—|–|--)$/.test(word) && i < from + 8);
    if (/^(?:—|–|--)$/.test(word) && light) return true;
    const noun =
      /^\p{Ll}[\p{Ll}-]+$/u.test(reading.text.slice(reading.starts[i], reading.ends[i])) &&
      !context.verbAt(i) &&
      !context.candidates.some((other) => other.from <= i && i < other.to) &&
      !/(?:ing|ed)$/.test(word) &&
      !isOf(
        grammar,
        reading,
        i,
        'preposition',
        'auxiliary',
        'modal',
        'conjunction',
        'relative',
        'pronoun',
        'adverbial',
      ) &&
      word !== 'to';
    if (!light && (item.named || !noun || ++nouns > 2)) return false;
  }
  return true;
}

/** "Lee of the Housing Coalition", "Lee, a tenant, …": what somebody is or is from is no second holder; nor is a place. */
function describes(context: SentenceContext, first: Candidate, item: Candidate): boolean {
  const { reading } = context;
  if (foldedAt(reading, first.to) === ',' && item.from <= first.to + 2) return true;
  const left = leftOfPhrase(context, item.from);
  // "a coalition of 18 groups"
  if (left < first.to) return true;
  const place = /^(?:city|county|state)$/.test(item.holderType) && item.named;
  const acts = context.verbAt(item.to) || isOf(context.grammar, reading, item.to, 'auxiliary', 'modal');
  return (
    /^(?:of|from|at|in|on|to|outside|inside|near|around|along|through|across)$/.test(foldedAt(reading, left)) ||
    (place && !acts && foldedAt(reading, left) === "'s")
  );
}
