// Who says yes or no to a question that a sentence tells of: "The moderator asked whether … Zerbe said yes." "Lee said she would not."
// Knows short answers and who gives them; any condition, "but" or other word behind the answer ends in no stance.
import type { Stance } from '@civicwire/shared';
import type { Document } from '../../document.ts';
import { foldedAt, hasShape, type Reading, sentenceRange, spanOf } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isAdverb } from '../clauses/grammar.ts';
import type { Candidate } from '../holders/candidate.ts';
import { shared } from '../holders/co-holders.ts';
import { textOf } from '../holders/holder-names.ts';
import { holderOf } from '../holders/speakers.ts';
import { subjectOf } from '../holders/subjects.ts';
import type { Analysis } from '../judge.ts';
import { questionUntil, signOfYes } from '../measure/questions.ts';
import type { Told } from '../measure/told.ts';
import { ruling } from '../ruling.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import { answerStance } from './answer-stance.ts';
import { aimOfQuestion, endsDeed, replyByDeed } from './kept-or-ended.ts';

/** What replies ask of their story. */
interface Asking {
  readonly document: Document;
  readonly judge: JudgeContext;
  readonly told: Told;
  readonly read: (s: number) => SentenceContext;
}

/** The stances of those who answer a reported question in so many words. */
export function findReplies(asking: Asking, analyses: readonly Analysis[]): readonly Analysis[] {
  const { reading } = asking.document;
  const found: Analysis[] = [];
  const signs = new Map<number, { readonly analysis: Analysis; readonly sign: 1 | -1 } | null>();
  for (const analysis of analyses) {
    const sign = signOfYes(analysis);
    if (sign === null) continue;
    const s = sentenceOf(analysis);
    const other = signs.get(s);
    // Two issues in one question: yes to which is open.
    const same =
      other === undefined ||
      (other?.sign === sign && other.analysis.frame.rule.source.issue === analysis.frame.rule.source.issue);
    signs.set(s, same ? { analysis, sign } : null);
  }
  for (const [s, question] of signs) {
    if (question === null) continue;
    const until = questionUntil(reading, s);
    for (let k = s; k < until; k++) found.push(...repliesIn(asking, question.analysis, question.sign, k));
  }
  return found;
}

function repliesIn(asking: Asking, question: Analysis, sign: 1 | -1, k: number): readonly Analysis[] {
  const { reading } = asking.document;
  const [start, to] = sentenceRange(reading, k);
  const from = k === sentenceOf(question) ? question.frame.to : start;
  const aim = aimOfQuestion(reading, question.context.from, question.frame);
  const found: Analysis[] = [];
  for (let i = from; i < to; i++) {
    if (!/^(?:said|says|answered|replied)$/.test(foldedAt(reading, i))) continue;
    const context = asking.read(k);
    const deed = aim === null ? null : replyByDeed(context.grammar, reading, i + 1, aim);
    const reply = replyAt(context, i + 1) ?? (deed !== null && endsDeed(reading, deed.to, to) ? deed : null);
    if (reply === null) continue;
    const holders = whoSays(context, asking.judge, i);
    const { issue } = question.frame.rule.source;
    const position = sign * reply.side > 0 ? 'supports' : 'opposes';
    const stances = holders
      .filter(({ name }) => !asking.told.by(name).some((one) => one.issue === issue && one.position !== position))
      .filter(({ name }) => !asking.told.at(context.start).some((one) => one.issue === issue && one.holder === name))
      .map((holder): Stance => {
        const asked = textOf(reading, question.frame.from, question.frame.to);
        const answer = textOf(reading, i, reply.to);
        return answerStance(question.frame, holder, {
          position,
          evidence: spanOf(reading, Math.min(holder.from >= start ? holder.from : i, i), reply.to),
          trace: `“${answer}” (${reply.side > 0 ? '+1' : '−1'}) to the question of “${asked}” (${sign > 0 ? '+1' : '−1'} towards ${issue}): ${holder.name} ${position} ${issue}`,
          confidence: 0.75,
        });
      });
    if (stances.length === 0) continue;
    const frame = { ...question.frame, from: i, to: reply.to };
    const analysis = { context, frame, judgement: { stances, chain: { links: [], broken: null } } };
    asking.told.add(analysis);
    found.push(analysis);
  }
  return found;
}

/** Whoever stands before the verb of saying: a name, a list of names, "he" where that is plain. */
export function whoSays(context: SentenceContext, judge: JudgeContext, said: number): readonly Candidate[] {
  const subject = subjectOf(context, said);
  const holder = subject.type === 'candidate' || subject.type === 'pronoun' ? holderOf(context, judge, subject) : null;
  if (holder === null || holder.role === 'document' || !holder.named) return [];
  if (holder.from < context.from || holder.to > context.to) return [holder];
  return shared(context, ruling(context, holder, [], null, null, {})).map((item) => item.holder);
}

/** "yes", "no", "she would", "they would not", "it should", "he had no objection", with nothing behind that limits it; null elsewhere. */
function replyAt(context: SentenceContext, at: number): { readonly side: 1 | -1; readonly to: number } | null {
  const { reading, grammar } = context;
  let i = at;
  if (foldedAt(reading, i) === ',') return null;
  while (isAdverb(grammar, reading, i) && foldedAt(reading, i) !== 'no') i++;
  const first = foldedAt(reading, i);
  const plain = behindManner(reading, i + 1);
  if (first === 'yes') return ends(context, plain) ? { side: 1, to: plain } : null;
  if (/^no\.?$/.test(first)) return ends(context, plain) ? { side: -1, to: plain } : null;
  if (!/^(?:he|she|they|it|we)$/.test(first)) return null;
  const verb = foldedAt(reading, i + 1);
  if (/^(?:had|has|have)$/.test(verb) && foldedAt(reading, i + 2) === 'no')
    return /^(?:objections?|problem|qualms)$/.test(foldedAt(reading, i + 3)) && ends(context, i + 4)
      ? { side: 1, to: i + 4 }
      : null;
  if (!/^(?:would|should|will|do|does|did)$/.test(verb)) return null;
  const not = /^(?:not|n['’]t)$/.test(foldedAt(reading, i + 2));
  const to = i + (not ? 3 : 2);
  return ends(context, to) ? { side: not ? -1 : 1, to } : null;
}

/** "yes [without hesitation]", "no [at once]": how somebody answers takes nothing of it. */
function behindManner(reading: Reading, i: number): number {
  const word = foldedAt(reading, i);
  if (/^(?:immediately|again|too|emphatically|flatly|twice)$/.test(word)) return i + 1;
  const two = `${word} ${foldedAt(reading, i + 1)}`;
  return /^(?:without (?:hesitation|hesitating|elaborating|explanation|qualification)|at once|right away|as well|to both|on both)$/.test(
    two,
  )
    ? i + 2
    : i;
}

function ends({ reading, to }: SentenceContext, i: number): boolean {
  return endsReply(reading, i, to);
}

/** The answer is the end of the clause, and the next one takes nothing of it back. */
export function endsReply(reading: Reading, i: number, to: number): boolean {
  if (i >= to) return true;
  const word = foldedAt(reading, i);
  if (word === 'and' || word === 'while') return true;
  if (!hasShape(reading, i, shape.mark)) return false;
  return !/^(?:but|though|although|if|only|unless|provided|as|with|except|however|when)$/.test(
    foldedAt(reading, i + 1),
  );
}

function sentenceOf({ context }: Analysis): number {
  return context.reading.sentenceOf[context.from] ?? 0;
}
