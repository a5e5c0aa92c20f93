// Measures that a story tells of in passing: "Residents want the county to publish the figures. … Sato said she would support that."
// Each is in force for what stands right behind its telling. Knows where; what is said of it is read as for the story's one measure.
import { foldedAt, paragraphRange, type Reading, sentenceRange } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';
import type { OperatorHit } from '../lexicon.ts';
import { type Agenda, agendaOf } from './agenda.ts';
import { isHeldByLaw, isOfElse } from './agreement.ts';
import { askedAt, questionUntil } from './questions.ts';
import { issueOf, sentenceOf, type Telling, tellingOf } from './tellings.ts';

/** A measure and the sentences it is in force for: from `agenda.sentence` on, before `until`. */
export interface Passing {
  readonly agenda: Agenda;
  readonly until: number;
  /** Somebody asked about it: what is said right behind is said of it. */
  readonly asked: boolean;
}

/** The measures told in passing, in text order; those of the story's own issue are none. */
export function findPassing(reading: Reading, analyses: readonly Analysis[], main: Agenda | null): readonly Passing[] {
  const tellings = analyses
    .flatMap(tellingOf)
    .filter(({ weak }) => !weak)
    .toSorted((a, b) => a.analysis.context.from - b.analysis.context.from);
  const found: Passing[] = [];
  for (const telling of tellings) {
    if (main && issueOf(telling) === main.rule.source.issue) continue;
    if (main && main.outcome !== 0 && isNext(telling)) continue;
    // "The law also requires …": what a law holds beside what the story is about.
    if (isHeldByLaw(telling) && isOfElse(analyses, telling)) continue;
    const rivals = tellings.some((other) => isBeside(reading, other, telling) && !isSame(other, telling));
    if (rivals) continue;
    const s = sentenceOf(telling);
    const until = untilOf(reading, analyses, telling, main);
    found.push({
      agenda: agendaOf(telling, {
        from: telling.analysis.context.to,
        sentence: s,
        undoes: telling.undoes,
        contested: telling.contested,
        outcome: telling.outcome,
      }),
      until,
      asked: askedAt(telling.analysis) !== null,
    });
  }
  return found;
}

/** "would push next for an ordinance that …": behind a decision, that is what the story goes back to. */
function isNext({ analysis: { context, frame } }: Telling): boolean {
  for (let i = context.from; i < frame.from; i++)
    if (
      foldedAt(context.reading, i) === 'next' &&
      !/^(?:the|week|month|year|\w+day)$/.test(foldedAt(context.reading, i + 1))
    )
      return true;
  return false;
}

function isSame(one: Telling, other: Telling): boolean {
  return issueOf(one) === issueOf(other) && one.sign === other.sign;
}

/** "It voted to cap rents. It voted to ban camping. Lee supports the idea.": told in one sentence, or right before in the same paragraph. */
function isBeside(reading: Reading, other: Telling, telling: Telling): boolean {
  const before = sentenceOf(telling) - sentenceOf(other);
  const paragraphOf = ({ analysis: { context } }: Telling): number => reading.paragraphOf[context.from] ?? 0;
  return before === 0 || (before === 1 && paragraphOf(other) === paragraphOf(telling));
}

/** Whether a measure told in passing is in force in sentence s. */
export function isPassed(s: number, passing: readonly Passing[]): boolean {
  return passing.some(({ agenda, until }) => agenda.sentence < s && s < until);
}

const strongActs = /^(?:vote|lawsuit|policy-proposal)$/;

/** Votes, suits, drafts and objections in an aside are on the story's one measure, whatever was told of in passing. */
export function isStrong({ rule }: OperatorHit): boolean {
  return rule.type === 'act' && (strongActs.test(rule.source.act ?? '') || rule.source.who === 'behind');
}

/** "Three candidates for mayor met at a forum": they speak of one thing after another. */
function isForum(reading: Reading): boolean {
  const [, to] = sentenceRange(reading, Math.min(1, reading.sentenceStarts.length - 2));
  for (let i = 0; i < to; i++) if (/^(?:forum|candidates|hopefuls)$/.test(foldedAt(reading, i))) return true;
  return false;
}

/** "would vote for it": of a story without one measure, on what was told of last; what was voted on may be any other thing. */
export function isPromised(reading: Reading, { from }: OperatorHit): boolean {
  const before = foldedAt(reading, from - 1);
  return /^(?:would|will|'d|'ll)$/.test(/^(?:not|n't|also)$/.test(before) ? foldedAt(reading, from - 2) : before);
}

/** The sentence from which on another thing is told of, at most the first behind the next paragraph. */
function untilOf(reading: Reading, analyses: readonly Analysis[], telling: Telling, main: Agenda | null): number {
  const { context } = telling.analysis;
  const own = reading.paragraphOf[context.from] ?? 0;
  const last = Math.max(paragraphRange(reading, own)[1], paragraphRange(reading, own + 1)[1]) - 1;
  const near = (reading.sentenceOf[last] ?? 0) + 1;
  // What was asked is talked of until the next question, what candidates promise until the next promise.
  const asked = askedAt(telling.analysis) !== null || (main === null && isForum(reading));
  const end = asked ? Math.max(near, questionUntil(reading, sentenceOf(telling))) : near;
  const others = analyses
    .filter(({ context: { from: at }, frame }) => at > context.from && frame.rule.source.issue !== issueOf(telling))
    .map(({ context: { from: at } }) => reading.sentenceOf[at] ?? 0);
  return Math.min(end, ...others);
}
