// Answers in an interview or a questionnaire: “Should police work with ICE?” – “Whitted: Never.” Knows questions, yes and no, and names before a colon.
// Any condition, a second issue in the question, or an unknown answerer ends in no stance.
import type { Document } from '../../document.ts';
import { foldedAt, paragraphRange, type Reading, sentenceRange, spanOf } from '../../reading/reading.ts';
import { chainOf, isSpeech } from '../chains/chains.ts';
import { afterLabel, isQuestionLabel, labelledSpeaker } from '../clauses/labels.ts';
import { textOf } from '../holders/holder-names.ts';
import { subjectOf } from '../holders/subjects.ts';
import type { Analysis } from '../judge.ts';
import type { FrameHit } from '../lexicon.ts';
import type { Told } from '../measure/told.ts';
import { isOutsider } from '../ruling.ts';
import { isThing, type JudgeContext, type SentenceContext } from '../sentence-context.ts';
import { answerStance } from './answer-stance.ts';
import { answerOf, takesBack, verdictOn } from './answer-words.ts';

/** An asked position: what whoever says yes to it holds. */
interface Question {
  readonly context: SentenceContext;
  readonly frame: FrameHit;
  readonly sign: number;
  /** It can be answered by yes or no. */
  readonly closed: boolean;
}

/** What answers ask of their story. */
export interface Interview {
  readonly document: Document;
  readonly judge: JudgeContext;
  readonly told: Told;
  readonly read: (s: number) => SentenceContext;
}

/** So many paragraphs behind a question may answer it. */
const paragraphsMax = 6;

const opensClosed = /^(?:should|do|does|did|will|would|are|is|can|have|has)$/;
const turnsQuestion = /^(?:or|not|n't|never|why|instead|without|if|no)$/;

/** The stances of those who answer questions on an issue. */
export function findAnswers(interview: Interview, contexts: readonly SentenceContext[]): readonly Analysis[] {
  const { reading } = interview.document;
  const found: Analysis[] = [];
  const asked = new Map<number, readonly SentenceContext[]>();
  for (const context of contexts) {
    const p = reading.paragraphOf[context.from] ?? 0;
    if (isAsked(reading, p)) asked.set(p, [...(asked.get(p) ?? []), context]);
  }
  for (const [p, own] of asked) {
    const question = questionOf(own);
    if (question === null) continue;
    for (let q = p + 1; q <= p + paragraphsMax && q + 1 < reading.paragraphStarts.length; q++) {
      if (isAsked(reading, q)) break;
      for (const analysis of answersIn(interview, question, q)) {
        interview.told.add(analysis);
        found.push(analysis);
      }
    }
  }
  return found;
}

/** Whether a paragraph ends in a question mark, or begins with "Q:". */
function isAsked(reading: Reading, p: number): boolean {
  const [from, to] = paragraphRange(reading, p);
  if (isQuestionLabel(reading, from)) return true;
  for (let i = to - 1; i >= Math.max(from, to - 2); i--) if (foldedAt(reading, i) === '?') return true;
  return false;
}

/** The one thing that is asked for; null when it is none, or more than one. */
function questionOf(contexts: readonly SentenceContext[]): Question | null {
  let question: Question | null = null;
  for (const context of contexts) {
    for (const frame of context.hits.frames.filter(isThing)) {
      const one = asOne(context, frame);
      if (one === null) return null;
      const same =
        question === null ||
        (question.sign === one.sign && question.frame.rule.source.issue === frame.rule.source.issue);
      if (!same) return null;
      question = one;
    }
  }
  return question;
}

function asOne(context: SentenceContext, frame: FrameHit): Question | null {
  const { reading, from, to } = context;
  const { links, broken } = chainOf(context, frame);
  const own = links.filter((link) => !isSpeech(link.kind));
  if (frame.rule.source.kind === 'noun' && isShouldBe(reading, from, to))
    return isTurned(reading, from, to) ? null : { context, frame, sign: frame.rule.source.sign, closed: true };
  if (broken !== null || own.some((link) => link.behind || link.kind === 'open' || link.kind === 'question'))
    return null;
  if (isTurned(reading, from, to)) return null;
  // "Have you seen the raids?": something is only spoken of.
  const decided = own.some(({ kind }) => /^(?:decide|demand|judge|should)$/.test(kind));
  if (frame.rule.source.kind === 'noun' && !decided) return null;
  const subject = frame.rule.source.kind === 'verb' ? subjectOf(context, frame.from) : null;
  if (subject?.type === 'candidate' && isOutsider(frame, subject.candidate)) return null;
  const sign = own.reduce<number>((product, link) => product * link.sign, frame.rule.source.sign);
  const first = afterLabel(reading, from, to);
  const closed = (opensClosed.test(foldedAt(reading, first)) && endsInMark(reading, from, to)) || isAskedOf(context);
  return { context, frame, sign, closed };
}

function isTurned(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (turnsQuestion.test(foldedAt(reading, i))) return true;
  return false;
}

/** "Should there be a review board?" */
function isShouldBe(reading: Reading, from: number, to: number): boolean {
  const i = afterLabel(reading, from, to);
  return [0, 1, 2].map((n) => foldedAt(reading, i + n)).join(' ') === 'should there be';
}

/** "Some counties have signed such deals. Will yours?": the same is asked of another. */
function isAskedOf({ reading, to, from }: SentenceContext): boolean {
  const s = reading.sentenceOf[from] ?? 0;
  if (s + 2 >= reading.sentenceStarts.length) return false;
  const [next, end] = sentenceRange(reading, s + 1);
  if (next !== to || reading.paragraphOf[next] !== reading.paragraphOf[from] || !endsInMark(reading, next, end))
    return false;
  return /^(?:will|should|would|does) (?:you|yours|we|they|the \w+|(?:\p{Lu}\S* ?){1,3}) ?\?$/u.test(
    reading.text
      .slice(reading.starts[next], reading.ends[end - 1])
      .replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()),
  );
}

function endsInMark(reading: Reading, from: number, to: number): boolean {
  return to > from && foldedAt(reading, to - 1) === '?';
}

/** What a paragraph answers: its first words, and what it goes on to say of "it". */
function answersIn(interview: Interview, question: Question, p: number): readonly Analysis[] {
  const { reading } = interview.document;
  const [from, to] = paragraphRange(reading, p);
  const at = afterLabel(reading, from, to);
  if (at === from) return [];
  const found: Analysis[] = [];
  const first = reading.sentenceOf[at] ?? 0;
  for (let s = first; s <= (reading.sentenceOf[to - 1] ?? first); s++) {
    const [begin, end] = sentenceRange(reading, s);
    const words = wordsOf(reading, Math.max(at, begin), end);
    const answer = s === first ? answerOf(words, question.closed) : verdictOn(words);
    const rest = end < to ? wordsOf(reading, end, to) : '';
    if (answer === null || (answer !== 'mixed' && takesBack(rest))) continue;
    const analysis = answerAt(interview, question, s, [Math.max(at, begin), end], answer);
    if (analysis) found.push(analysis);
  }
  return found;
}

function wordsOf(reading: Reading, from: number, to: number): string {
  return reading.text
    .slice(reading.starts[from], reading.ends[to - 1])
    .toLowerCase()
    .replace(/^["“\s]+/, '');
}

function answerAt(
  { document, judge, told, read }: Interview,
  question: Question,
  s: number,
  [at, end]: readonly [number, number],
  side: 1 | -1 | 'mixed',
): Analysis | null {
  const { reading } = document;
  const context = read(s);
  const holder = labelledSpeaker(context, judge);
  if (holder === null) return null;
  const position = side === 'mixed' ? side : side * question.sign > 0 ? 'supports' : 'opposes';
  const { issue } = question.frame.rule.source;
  if (told.by(holder.name).some((one) => one.issue === issue && one.position !== position)) return null;
  if (told.at(context.start).some((one) => one.issue === issue && one.holder === holder.name)) return null;
  const asked = textOf(reading, question.frame.from, question.frame.to);
  const stance = answerStance(question.frame, holder, {
    position,
    evidence: spanOf(reading, at, end),
    trace: `“${textOf(reading, at, Math.min(end, at + 6))}” to the question of “${asked}” (${question.sign > 0 ? '+1' : '−1'} towards ${issue}): ${holder.name} ${position === 'mixed' ? 'is of two minds on' : position} ${issue}`,
    confidence: 0.7,
  });
  return { context, frame: question.frame, judgement: { stances: [stance], chain: { links: [], broken: null } } };
}
