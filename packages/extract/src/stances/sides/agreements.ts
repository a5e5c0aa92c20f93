// Who agrees with what somebody was just told to hold, or differs: "Park disagreed.", "Hall said she would not.", "and Lee agreed".
// Knows such words, and the one position told right before them; where two were told, or a word could turn or limit one, it abstains.
import type { Stance } from '@civicwire/shared';
import type { Document } from '../../document.ts';
import { foldedAt, hasShape, type Reading, sentenceRange, spanOf } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { Candidate } from '../holders/candidate.ts';
import { textOf } from '../holders/holder-names.ts';
import type { Analysis } from '../judge.ts';
import type { Told } from '../measure/told.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import { answerStance } from './answer-stance.ts';
import { ellipsisAt, type Helper, helperOf } from './ellipses.ts';
import { endsReply, whoSays } from './replies.ts';

/** What agreements ask of their story. */
export interface Talk {
  readonly document: Document;
  readonly judge: JudgeContext;
  readonly told: Told;
  readonly read: (s: number) => SentenceContext;
}

/** What was told last, by whom, and whether somebody differed since. */
interface Last {
  readonly analysis: Analysis;
  readonly stances: readonly Stance[];
  readonly sentence: number;
  readonly split: boolean;
}

/** Words that say yes or no to what was just told. */
interface Answer {
  readonly side: 1 | -1;
  /** The verb whose subject agrees. */
  readonly verb: number;
  readonly to: number;
  /** The helping verb that stands for the whole of what was told: "would", "does". */
  readonly helper: Helper | null;
}

const wordsMax = 60;

/** The stances of those who agree or differ, in so many words, with what was told right before. */
export function findAgreements(talk: Talk, analyses: readonly Analysis[]): readonly Analysis[] {
  const { reading } = talk.document;
  const tellings = new Map<number, Analysis[]>();
  for (const analysis of analyses) {
    if (!('stances' in analysis.judgement)) continue;
    const s = reading.sentenceOf[analysis.context.from] ?? 0;
    tellings.set(s, [...(tellings.get(s) ?? []), analysis]);
  }
  const found: Analysis[] = [];
  let last: Last | null = null;
  for (let s = 0; s + 1 < reading.sentenceStarts.length; s++) {
    const own: readonly Analysis[] = tellings.get(s) ?? [];
    if (own.length === 0 && last === null) continue;
    const [from, to] = sentenceRange(reading, s);
    const answers = to - from > wordsMax ? [] : answersIn(reading, from, to);
    for (const answer of answers) {
      const here = own.filter(({ frame }) => frame.to <= answer.verb);
      const base: Last | null = here.length > 0 ? lastOf(here, s) : last;
      if (base === null || (own.length > 0 && here.length === 0) || !isBeside(reading, base, s)) continue;
      if (base.sentence < s && isSaidElse(reading, from, answer.verb)) continue;
      const agreed = agreementAt(talk, base, answer, s);
      if (agreed === null) continue;
      found.push(agreed);
      talk.told.add(agreed);
      last = { analysis: base.analysis, stances: base.stances, sentence: s, split: base.split || answer.side < 0 };
    }
    if (last?.sentence !== s) last = own.length > 0 ? lastOf(own, s) : goingOn(talk.document, last, s);
  }
  return found;
}

/** "“It works,” Lee said.": what the same person goes on to say; null where something else is told. */
function goingOn(document: Document, last: Last | null, s: number): Last | null {
  const [from, to] = sentenceRange(document.reading, s);
  return last !== null && goesOn(document, last, from, to) ? { ...last, sentence: s } : null;
}

/** The one position that analyses of one sentence tell; null where they tell two, or none that is plain. */
function lastOf(own: readonly Analysis[], sentence: number): Last | null {
  const stances = own.flatMap(({ judgement }) => ('stances' in judgement ? judgement.stances : []));
  const [analysis] = own;
  const [first] = stances;
  if (!analysis || !first || (first.position !== 'supports' && first.position !== 'opposes')) return null;
  const one = stances.every(
    ({ issue, position, basis, attributedBy }) =>
      issue === first.issue && position === first.position && basis === 'position' && attributedBy === null,
  );
  return one && !/^(?:law|court-ruling|policy)$/.test(first.act) ? { analysis, stances, sentence, split: false } : null;
}

function isBeside(reading: Reading, { sentence }: Last, s: number): boolean {
  const paragraphOf = (k: number): number => reading.paragraphOf[sentenceRange(reading, k)[0]] ?? 0;
  return s - sentence <= 1 && paragraphOf(s) - paragraphOf(sentence) <= 1;
}

/** Whether the words of a sentence are a quotation of whoever was told last. */
function goesOn({ reading, quotes }: Document, { stances }: Last, from: number, to: number): boolean {
  if (!hasShape(reading, from, shape.quote)) return false;
  const [start, end] = [reading.starts[from] ?? 0, reading.ends[to - 1] ?? 0];
  const speakers = quotes.filter((quote) => quote.start >= start && quote.end <= end).map((q) => q.speakerName);
  return speakers.length > 0 && speakers.every((name) => stances.some(({ holder }) => holder === name));
}

/** "The pool should stay, Park said, and Hall agreed.": with what the sentence says itself. */
function isSaidElse(reading: Reading, from: number, verb: number): boolean {
  let said = 0;
  for (let i = from; i < verb; i++) if (/^(?:said|says|told|added|argued)$/.test(foldedAt(reading, i))) said = i;
  return said > 0 && verb - said > 3;
}

const turns = /^(?:if|unless|whether|asked|but|though|although|however|only|until|except|question)$/;

/** Where a sentence says yes or no to what went before; none behind a question or a condition. */
function answersIn(reading: Reading, from: number, to: number): readonly Answer[] {
  const answers: Answer[] = [];
  for (let i = from + 1; i < to; i++) {
    const word = foldedAt(reading, i);
    if (/^(?:if|unless|whether|asked|\?)$/.test(word)) return answers;
    const answer = agreesAt(reading, i, to) ?? ellipsisAt(reading, i, to);
    if (answer !== null) answers.push(answer);
  }
  return answers;
}

/** "agreed", "does not agree", "disagreed with him", "said the same", "took the opposite view". */
function agreesAt(reading: Reading, i: number, to: number): Answer | null {
  const word = foldedAt(reading, i);
  const side = agrees.test(word) ? 1 : disagrees.test(word) ? -1 : null;
  if (side !== null) {
    const not = /^(?:not|n['’]t|never)$/.test(foldedAt(reading, i - 1));
    const verb = not ? i - 2 : i;
    const withWhom =
      foldedAt(reading, i + 1) === 'with' && /^(?:him|her|them|that|this|it)$/.test(foldedAt(reading, i + 2));
    const end = withWhom ? i + 3 : i + 1;
    if (/^(?:to|n['’]t|would|could|might|may|should|not)$/.test(foldedAt(reading, verb - 1))) return null;
    return endsReply(reading, end, to) ? { side: not ? (side > 0 ? -1 : 1) : side, verb, to: end, helper: null } : null;
  }
  if (!/^(?:said|felt|took|takes)$/.test(word) || foldedAt(reading, i + 1) !== 'the') return null;
  const kind = foldedAt(reading, i + 2);
  const view = /^(?:position|view|stance|side|line|way)$/.test(foldedAt(reading, i + 3));
  const end = view ? i + 4 : i + 3;
  if (kind === 'same' && (view || word === 'said') && endsReply(reading, end, to))
    return { side: 1, verb: i, to: end, helper: null };
  return kind === 'opposite' && view && endsReply(reading, end, to)
    ? { side: -1, verb: i, to: end, helper: null }
    : null;
}

const agrees = /^(?:agreed|agrees|agree|concurred|concurs)$/;
const disagrees = /^(?:disagreed|disagrees|disagree)$/;

/** The stances of whoever gives an answer in sentence s; null where that is not plain. */
function agreementAt(talk: Talk, base: Last, answer: Answer, s: number): Analysis | null {
  const context = talk.read(s);
  const { reading } = context;
  const [first] = base.stances;
  if (!first || (answer.helper === null && base.split)) return null;
  // "wants the cameras, but only with rules. Park disagreed.": with which of it is open.
  const end = base.sentence === s ? base.analysis.frame.to : base.analysis.context.to;
  if ((answer.side < 0 || answer.helper !== null) && isTurned(base.analysis.context, end)) return null;
  const same = answer.helper === null ? answer.side : sideOfHelper(base.analysis, answer.helper);
  if (same === null) return null;
  const holders = holdersOf(talk, context, answer);
  const isTold = ({ name }: Candidate): boolean => base.stances.some(({ holder }) => holder === name);
  if (same < 0 && holders.some(isTold)) return null;
  const position = (first.position === 'supports') === same > 0 ? 'supports' : 'opposes';
  const { issue } = first;
  const stances = holders
    .filter((holder) => holder.role !== 'government' && !isTold(holder))
    .filter(({ name }) => !talk.told.by(name).some((one) => one.issue === issue && one.position !== position))
    .filter(({ name }) => !talk.told.at(context.start).some((one) => one.issue === issue && one.holder === name))
    .map((holder): Stance => {
      const words = textOf(reading, answer.verb, answer.to);
      const from = holder.from >= context.from && holder.to <= answer.verb ? holder.from : answer.verb;
      return answerStance(base.analysis.frame, holder, {
        position,
        evidence: spanOf(reading, from, answer.to),
        trace: `“${words}” (${same > 0 ? '+1' : '−1'}) to what the story tells of ${first.holder} (${first.trace}): ${holder.name} ${position} ${issue}`,
        confidence: 0.65,
      });
    });
  if (stances.length === 0) return null;
  const frame = { ...base.analysis.frame, from: answer.verb, to: answer.to };
  return { context, frame, judgement: { stances, chain: { links: [], broken: null } } };
}

function isTurned({ reading, from }: SentenceContext, to: number): boolean {
  for (let i = from; i < to; i++) if (turns.test(foldedAt(reading, i))) return true;
  return false;
}

/** "Lee said she would not sign one. Park said he would.": the same helping verb, with "not" or without it, in both. */
function sideOfHelper(analysis: Analysis, helper: Helper): 1 | -1 | null {
  const told = helperOf(analysis);
  if (told === null || told.verb !== helper.verb) return null;
  return told.negated === helper.negated ? 1 : -1;
}

/** Who agrees: the subject of the verb; of "said she agreed", who says so. */
function holdersOf({ judge }: Talk, context: SentenceContext, { verb }: Answer): readonly Candidate[] {
  const { reading } = context;
  const own = /^(?:he|she|they)$/.test(foldedAt(reading, verb - 1)) || foldedAt(reading, verb - 1) === 'it';
  const that = own && foldedAt(reading, verb - 2) === 'that' ? 3 : 2;
  const said = own && /^(?:said|says|added)$/.test(foldedAt(reading, verb - that)) ? verb - that : verb;
  return whoSays(context, judge, said);
}
