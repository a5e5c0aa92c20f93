// What somebody supports, opposes or says to help or harm under a name that no rule knows: in a story about one measure "the 25-year plan" is that measure.
// Knows noun phrases behind verbs of judging; only where the measure is for its thing, so that the thing and the measure have one sign.
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { FrameHit, OperatorHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Agenda } from './agenda.ts';
import { endsPhrase } from './echoes.ts';

const judging = /^(?:favors|opposes|fights)$/;
/** Counts behind a demand: what a body does by itself may be other business. */
const deciding = /^(?:approves|rejects|ends|keeps|signs|votes-for|votes-against|passes)$/;

/** Nouns that are no measure: people, what somebody says or asks, what went before, what went wrong. */
const others =
  /^(?:forms?|papers?|appeals?|permits?|applications?|minutes|offers?)$|(?:er|ers|or|ors|ist|ists|ian|ians|ment|ness)$|^(?:people|police|men|women|man|woman|staff|team|crew|work|job|way|man|answer|news|day|days|time|hearing|meeting|delay|delays|veto|repeal|rejection|denial|defeat|cut|cuts|hike|hikes|hold|state|federal|city|county|town|court|ruling|lawsuit|suit|law|laws|record|report|study|findings|exemptions?|exceptions?|loopholes?|penalty|penalties|fines?|limit|limits|cap|ban|bans|fee|fees|tax|taxes|decision|vote|action|order|call|calls|bid|death|killing|shooting|arrest|arrests|crime|crimes|discussion|discussions|debate|debates|conversation|conversations|talk|talks|process|violence|unrest|riots?|riot|looting|chaos|tragedy|loss|losses|attack|attacks|fire|storm|protests?|victims|family|families|options?|ability|authority|chance|possibility|practice|services?|flexibility|public|community|union|group|board|council|commission|committee|department|agency|company|club|church|school|schools|students|kids|children|tenants|neighbors|side|minority|majority|use|reductions?|elimination|removal|rollback|reversal|withdrawal|cancellation|suspension|expiration|alternative|compromise|moratorium|moratoriums|freeze|pause|halt|schedule|schedules)$/;

/** Whether a verb is among those whose object, or subject, may be the measure. */
export function mayHaveObject({ rule }: OperatorHit): boolean {
  return rule.type === 'act' && (rule.source.kind === 'effect' || judging.test(rule.id) || deciding.test(rule.id));
}

/** The objects of verbs of judging, and the subjects of verbs of helping and harming, that may be the measure by another name. */
export function findObjects(context: SentenceContext, agenda: Agenda): readonly FrameHit[] {
  const hits: FrameHit[] = [];
  for (const { rule, from, to } of context.hits.operators) {
    if (rule.type !== 'act') continue;
    const begin = rule.source.kind === 'effect' ? subjectBegin(context, context.groupAt(from).left) : to;
    const asked = deciding.test(rule.id) && isAsked(context, from);
    const end = asked || judging.test(rule.id) || begin < from ? objectEnd(context, begin) : begin;
    if (end > begin && (begin === to || end === context.groupAt(from).left))
      hits.push({ rule: agenda.rule, from: begin, to: end });
  }
  return hits.slice(0, 2);
}

/** "urged the council to reject the 25-year plan" */
function isAsked({ hits }: SentenceContext, verb: number): boolean {
  return hits.operators.some(
    ({ rule, to }) => rule.type === 'act' && rule.source.kind === 'demand' && to <= verb && verb - to <= 6,
  );
}

/** The determiner shortly before a verb group, where the subject of "the 25-year plan would hurt renters" begins; the group itself where there is none. */
function subjectBegin({ reading, from }: SentenceContext, left: number): number {
  for (let i = left - 2; i >= Math.max(from, left - 5); i--)
    if (/^(?:the|this|that)$/.test(foldedAt(reading, i))) return i;
  return left;
}

/** Behind the noun phrase that begins at a token: "the 25-year plan"; that token itself where no plain one stands. */
function objectEnd({ reading, grammar, candidates, to: stop, verbAt }: SentenceContext, from: number): number {
  if (!/^(?:the|this|that)$/.test(foldedAt(reading, from))) return from;
  for (let i = from + 1; i < Math.min(stop, from + 5); i++) {
    const word = foldedAt(reading, i);
    if (!/^[\p{Ll}\d-]+$/u.test(word) || verbAt(i) || candidates.some((item) => item.from <= i && i < item.to))
      return from;
    if (isOf(grammar, reading, i, 'preposition', 'conjunction', 'auxiliary', 'modal', 'relative', 'pronoun'))
      return from;
    if (endsPhrase(grammar, reading, i + 1, stop))
      return others.test(word) || foldedAt(reading, i + 1) === 'of' ? from : i + 1;
  }
  return from;
}

/** "The candidates were also asked about the pool. All three favor the pool": sentence s, or the one before it in its paragraph, opens what else was spoken of. */
export function speaksOfElse(reading: Reading, s: number): boolean {
  const [own] = sentenceRange(reading, s);
  for (let other = s; other >= Math.max(0, s - 1); other--) {
    const [from, to] = sentenceRange(reading, other);
    if (reading.paragraphOf[from] !== reading.paragraphOf[own]) return false;
    for (let i = from; i + 1 < to; i++)
      if (
        /^also (?:asked|discussed|debated|answered|spoke|talked|took)$/.test(
          `${foldedAt(reading, i)} ${foldedAt(reading, i + 1)}`,
        )
      )
        return true;
  }
  return false;
}
