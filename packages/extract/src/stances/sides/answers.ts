// Answers in an interview or a questionnaire: “Should police work with ICE?” – “Whitted: Never.” Knows questions, yes and no, and names before a colon.
// Any condition, a second issue in the question, or an unknown answerer ends in no stance.
import type { Document } from '../../document.ts';
import { foldedAt, paragraphRange, type Reading, sentenceRange, spanOf } from '../../reading/reading.ts';
import { chainOf, isSpeech } from '../chains/chains.ts';
import { afterLabel, labelledSpeaker } from '../clauses/labels.ts';
import { textOf } from '../holders/holder-names.ts';
import { subjectOf } from '../holders/subjects.ts';
import type { Analysis } from '../judge.ts';
import type { FrameHit } from '../lexicon.ts';
import type { Told } from '../measure/told.ts';
import { isOutsider } from '../ruling.ts';
import { isThing, type JudgeContext, type SentenceContext } from '../sentence-context.ts';
import { answerStance } from './answer-stance.ts';

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
      const analysis = answerAt(interview, question, q);
      if (analysis) {
        interview.told.add(analysis);
        found.push(analysis);
      }
    }
  }
  return found;
}

/** Whether a paragraph ends in a question mark. */
function isAsked(reading: Reading, p: number): boolean {
  const [from, to] = paragraphRange(reading, p);
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
  if (broken !== null || own.some((link) => link.behind || link.kind === 'open' || link.kind === 'question'))
    return null;
  for (let i = from; i < to; i++) if (turnsQuestion.test(foldedAt(reading, i))) return null;
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

const denies =
  /^(?:no|never|nope|not at all|absolutely not|definitely not|certainly not|of course not|no way|(?:i|we|they|it|he|she) (?:do|does|did|would|will|should) ?(?:not|n['’]t)|i wo n['’]t)\b/;
const affirms =
  /^(?:yes|yeah|yep|absolutely|definitely|certainly|of course|without question|(?:i|we|they|it) (?:do|does|did|would|will|should))\b/;
const likes =
  /^(?:(?:i|we) (?:fully |strongly )?(?:support|back|favor|like|welcome|agree with) (?:it|this|that|the (?:idea|law|bill|policy|ordinance|plan))|it(?:['’]s| is) a (?:good|great|sensible|fair|smart|needed|wise) )/;
const dislikes =
  /^(?:(?:i|we) (?:strongly )?(?:oppose|reject|dislike) (?:it|this|that|the (?:idea|law|bill|policy|ordinance|plan))|(?:i|we)(?:['’]m|['’]re| am| are) (?:against|opposed to) (?:it|this|that)|it(?:['’]s| is) an? (?:bad|terrible|wrong|awful|lousy|cruel|dangerous|unfair|unjust) )/;
const wavers = /^(?:i have mixed feelings|i(?:['’]m| am) (?:torn|of two minds)|yes and no)\b/;
const limits =
  /\b(?:if|unless|only|but|except|depends|when|until|as long|some|mostly|however|though|although|for|case|with|on|in|at)\b/;
const takesBack = /^(?:but|however|only|unless|except|though|still|that said|on the other hand|not always)\b/;

function answerAt({ document, judge, told, read }: Interview, question: Question, p: number): Analysis | null {
  const { reading } = document;
  const [from, to] = paragraphRange(reading, p);
  const at = afterLabel(reading, from, to);
  if (at === from) return null;
  const s = reading.sentenceOf[at] ?? 0;
  const [, end] = sentenceRange(reading, s);
  const words = reading.text
    .slice(reading.starts[at], reading.ends[Math.min(end, to) - 1])
    .toLowerCase()
    .replace(/^["“\s]+/, '');
  const side = sideOf(words, question.closed);
  if (side === null) return null;
  const rest = reading.text
    .slice(reading.ends[end - 1], reading.ends[to - 1])
    .trimStart()
    .toLowerCase();
  const tail = words.replace(/^\S+/, '');
  if (side !== 'mixed' && (takesBack.test(rest) || limits.test(tail))) return null;
  const context = read(s);
  const holder = labelledSpeaker(context, judge);
  if (holder === null) return null;
  const position = side === 'mixed' ? side : side * question.sign > 0 ? 'supports' : 'opposes';
  const { issue } = question.frame.rule.source;
  if (told.by(holder.name).some((one) => one.issue === issue && one.position !== position)) return null;
  const asked = textOf(reading, question.frame.from, question.frame.to);
  const stance = answerStance(question.frame, holder, {
    position,
    evidence: spanOf(reading, at, Math.min(end, to)),
    trace: `“${textOf(reading, at, Math.min(end, to, at + 6))}” to the question of “${asked}” (${question.sign > 0 ? '+1' : '−1'} towards ${issue}): ${holder.name} ${position === 'mixed' ? 'is of two minds on' : position} ${issue}`,
    confidence: 0.7,
  });
  return { context, frame: question.frame, judgement: { stances: [stance], chain: { links: [], broken: null } } };
}

function sideOf(words: string, closed: boolean): 1 | -1 | 'mixed' | null {
  if (wavers.test(words)) return 'mixed';
  if (likes.test(words)) return 1;
  if (dislikes.test(words)) return -1;
  if (!closed) return null;
  if (denies.test(words)) return -1;
  return affirms.test(words) ? 1 : null;
}
