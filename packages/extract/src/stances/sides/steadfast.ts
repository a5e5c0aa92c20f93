// Who holds on to a side that the story tells of: "has not changed her mind", "stands by his vote", "would do so again", "will bring it back".
// Knows such words and whose they are; the side is the one that its holder was told to take, and where two were told it abstains.
import type { Stance } from '@civicwire/shared';
import type { Document } from '../../document.ts';
import { foldedAt, sentenceRange, spanOf, tokenAt } from '../../reading/reading.ts';
import { quoteAt } from '../clauses/quotations.ts';
import type { Candidate } from '../holders/candidate.ts';
import { textOf } from '../holders/holder-names.ts';
import { candidateNamed } from '../holders/speakers.ts';
import type { Analysis } from '../judge.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import { endsReply, whoSays } from './replies.ts';
import { isBehindTurn } from './turned-minds.ts';

/** What this rule asks of its story. */
interface Talk {
  readonly document: Document;
  readonly judge: JudgeContext;
  readonly read: (s: number) => SentenceContext;
}

/** A position that the story tells, and the sentence that does. */
interface Own {
  readonly analysis: Analysis;
  readonly stance: Stance;
  readonly sentence: number;
}

/** "has not changed her mind", "would not budge", "stands by that vote": nothing new, and no less a side. */
const keeping =
  /\b(?:(?:ha[sd]|have|did|does|do|would|will|wo|is|are)(?: not|n['’]t| never) chang(?:ed?|ing) (?:his|her|their|my) (?:minds?|votes?|positions?|views?|stance)|(?:would|will|wo)(?: not|n['’]t| never) (?:switch|budge|waver|back down)|(?:st(?:and|ood)s?|standing) by (?:his|her|their|my|that|the) (?:votes?|decision|veto|position)|(?:ha[sd]|have) no regrets|(?:does|did|do)(?: not|n['’]t) regret (?:his|her|their|my|the|that) (?:votes?|decision)|(?:would|will|['’]d|['’]ll) (?:do (?:so|it|that)|vote (?:that way|the same way|for it)) again|vote the same way)\b/gi;

/** "will bring it back", "plans to file it again", "vowed to keep fighting": what is yet to be done for it. */
const returning =
  /\b(?:will|would|['’]ll|['’]d|plans? to|planned to|vow(?:s|ed)? to|intends? to|promise[sd]? to|pledge[sd]? to|hopes? to) (?:bring (?:it|that|th(?:e|is) \w+) (?:back|up again)|(?:file|introduce|propose|offer|sponsor) (?:it|th(?:e|is) \w+) again|(?:refile|reintroduce) (?:it|th(?:e|is) \w+)|ask(?: for it)? again|try again|keep (?:trying|pushing|fighting|asking)(?: for it)?)(?=(?: (?:next|this|in|with|once|soon|every|when|until|later|each|at|after|on)\b|[.,;”"]|$))/gim;

/** The stances of those who are told to hold on to a side, or to go on working for it. */
export function findSteadfast(talk: Talk, analyses: readonly Analysis[]): readonly Analysis[] {
  const { document } = talk;
  if (!analyses.some(({ judgement }) => 'stances' in judgement)) return [];
  const hits = [
    ...[...document.text.matchAll(keeping)].map((hit) => ({ hit, act: 'statement' })),
    ...[...document.text.matchAll(returning)].map((hit) => ({ hit, act: 'promise' })),
  ];
  if (hits.length === 0) return [];
  const told = analyses.flatMap((analysis) => toldBy(document, analysis)).toSorted((a, b) => a.sentence - b.sentence);
  return hits.flatMap(({ hit, act }) => steadfastAt(talk, told, hit.index, hit.index + hit[0].length, act) ?? []);
}

/** What words at two offsets tell; null where nobody's side is known, or a word near them leaves it open. */
function steadfastAt(talk: Talk, told: readonly Own[], start: number, end: number, act: string): Analysis | null {
  const { reading } = talk.document;
  const [at, to] = [tokenAt(reading, start), tokenAt(reading, end - 1) + 1];
  const s = reading.sentenceOf[at] ?? 0;
  const [from, last] = sentenceRange(reading, s);
  for (let i = from; i < last; i++) if (open.test(foldedAt(reading, i))) return null;
  if (!endsReply(reading, to, last) && act === 'statement' && !goesOn.test(foldedAt(reading, to))) return null;
  if (isBehindTurn(reading, from)) return null;
  const context = talk.read(s);
  const holder = holderOf(talk, context, at) ?? soleHolder(talk, context, told, s);
  if (holder === null) return null;
  const own = told.filter(({ stance, sentence, analysis }) => {
    const before = sentence < s || (sentence === s && analysis.frame.to <= at);
    return before && stance.holder === holder.name;
  });
  const base = own.at(-1);
  if (!base) return null;
  const { stance } = base;
  const here = own.filter(({ sentence }) => sentence === s);
  if (
    (here.length > 0 ? here : own).some(
      (one) => one.stance.issue !== stance.issue || one.stance.position !== stance.position,
    )
  )
    return null;
  const words = textOf(reading, at, to);
  const found: Stance = {
    ...stance,
    act,
    modality: act === 'promise' ? 'promised' : 'asserted',
    target: null,
    evidence: spanOf(reading, here.length === 0 && holder.from >= from && holder.to <= at ? holder.from : at, to),
    trace: `“${words}” is what the story tells of ${stance.holder} (${stance.trace})`,
    confidence: 0.65,
  };
  const frame = { ...base.analysis.frame, from: at, to };
  return { context, frame, judgement: { stances: [found], chain: { links: [], broken: null } } };
}

const open = /^(?:if|unless|whether|asked|\?|might|could|may)$/;
const goesOn =
  /^(?:on|for|against|about|in|to|since|after|because|as|when|next|this|monday|tuesday|wednesday|thursday|friday)$/;

/** Whoever the words are told of: the speaker of a quotation, the subject of its verb, or who says it of "the order" that "has not changed his mind". */
function holderOf({ document, judge }: Talk, context: SentenceContext, at: number): Candidate | null {
  const quote = quoteAt(document, at);
  if (quote?.direct) return quote.speaker === null ? null : candidateNamed(context, judge, quote.speaker);
  const { reading, from, candidates } = context;
  let said = -1;
  for (let i = from; i < at; i++) if (/^(?:said|says|told|added|wrote)$/.test(foldedAt(reading, i))) said = i;
  // "Lee gives the chief credit but said he has not changed his mind": either of them.
  const people = new Set(
    candidates.flatMap(({ role, name, to }) =>
      to <= said && role !== 'government' && role !== 'document' ? name : [],
    ),
  );
  if (/^(?:and|but)$/.test(foldedAt(reading, said - 1)) && people.size > 1) return null;
  const named = candidates.some(
    (item) => item.named && item.role !== 'government' && item.from > said && item.to <= at,
  );
  const holders = whoSays(context, judge, said < 0 || named ? at : said);
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** "Lee voted for it and said he would do so again": the one whose position the sentence tells. */
function soleHolder({ judge }: Talk, context: SentenceContext, told: readonly Own[], s: number): Candidate | null {
  const names = new Set(told.flatMap(({ stance, sentence }) => (sentence === s ? stance.holder : [])));
  const [name] = names;
  return name !== undefined && names.size === 1 ? candidateNamed(context, judge, name) : null;
}

/** The plain positions of an analysis: held by the holder itself, without a condition. */
function toldBy({ reading }: Document, analysis: Analysis): readonly Own[] {
  const { judgement, context } = analysis;
  if (!('stances' in judgement)) return [];
  const sentence = reading.sentenceOf[context.from] ?? 0;
  return judgement.stances
    .filter(
      ({ attributedBy, basis, position }) => attributedBy === null && basis === 'position' && sided.test(position),
    )
    .map((stance) => ({ analysis, stance, sentence }));
}

const sided = /^(?:supports|opposes)$/;
