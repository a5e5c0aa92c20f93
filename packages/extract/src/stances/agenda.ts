// What a story is about: the one issue and direction of the measure on its table, from whatever tells what somebody would do.
// Knows tellings and their signs; not who is for it. Two issues or two directions at the outset, and there is no agenda.
import { foldedAt } from '../reading/reading.ts';
import { isUnder } from './adopters.ts';
import { isSpeech, type Link } from './chains.ts';
import type { Analysis } from './judge.ts';
import type { FrameRule } from './packs/compiled-packs.ts';

/** The measure that a story is about. */
export interface Agenda {
  /** A phrase of its issue, with the sign of whoever is for the measure. */
  readonly rule: FrameRule;
  /** What first tells of it. */
  readonly analysis: Analysis;
  /** Token behind which the story has told of it. */
  readonly from: number;
  /** It takes back what stands ("end the contract"): what stands and what is proposed have opposite signs. */
  readonly undoes: boolean;
  /** What was decided on it: 1 for it, -1 against it, 0 when nothing is told or both are. */
  readonly outcome: 1 | -1 | 0;
}

/** A telling of what somebody would do, or has done. */
interface Telling {
  readonly analysis: Analysis;
  readonly sign: number;
  readonly undoes: boolean;
  readonly outcome: 1 | -1 | 0;
  /** A mere mention: counts where nothing else is told as early. */
  readonly weak: boolean;
}

/** Tellings of so many sentences from the first one set the agenda; mentions and what a body did count in so many of the story. */
const sentencesEarly = { telling: 4, mention: 3, practice: 2 };

/** Notes after which neither the sign nor the thing is safe. */
const unsafe =
  /^it stands in a condition$|limits what is said$|^something of it is spoken of$|is a question$|only when it is negated$|^its subject is negated$|^an accuser|governs a verb of saying/;

/** The agenda of a story from its packs' phrases; null when nothing plain is told, or more than one thing. */
export function findAgenda(analyses: readonly Analysis[], title: string | null): Agenda | null {
  const all = analyses.flatMap(tellingOf).toSorted((a, b) => a.analysis.context.from - b.analysis.context.from);
  const [first] = all;
  if (!first) return null;
  const early = all.filter((telling) => sentenceOf(telling) < sentenceOf(first) + sentencesEarly.telling);
  const strong = early.filter(({ weak }) => !weak);
  const telling = strong[0] ?? first;
  const agrees = (other: Telling): boolean => issueOf(other) === issueOf(telling) && other.sign === telling.sign;
  const deciding = strong.length > 0 ? strong : early;
  if (deciding.filter(agrees).length * 3 < deciding.length * 2) return null;
  const tellings = all.filter(({ weak }) => !weak);
  if (tellings.filter((other) => issueOf(other) !== issueOf(telling)).length * 3 > tellings.length) return null;
  // Other issues' things are spoken of more often: the story is about those.
  const counts = new Map<string, number>();
  for (const { frame } of analyses) {
    const { issue, argues } = frame.rule.source;
    if (!argues) counts.set(issue, (counts.get(issue) ?? 0) + 1);
  }
  if (Math.max(...counts.values()) > (counts.get(issueOf(telling)) ?? 0)) return null;
  const stated = analyses.some(
    ({ judgement, frame }) => 'stances' in judgement && frame.rule.source.issue === issueOf(telling),
  );
  if (!stated && !isHeadlined(telling.analysis, title)) return null;
  const { rule } = telling.analysis.frame;
  const { only, needs, by, ...source } = rule.source;
  const outcomes = new Set(tellings.filter(agrees).flatMap(({ outcome }) => (outcome === 0 ? [] : [outcome])));
  const [outcome = 0] = outcomes;
  return {
    rule: { ...rule, source: { ...source, kind: 'noun', sign: telling.sign > 0 ? 1 : -1 } },
    analysis: telling.analysis,
    from: first.analysis.context.to,
    undoes: deciding.some((other) => other.undoes),
    outcome: outcomes.size === 1 ? outcome : 0,
  };
}

/** Whether the headline has a word of the phrase: then a single telling without a holder is what the story is about. */
function isHeadlined({ context, frame }: Analysis, title: string | null): boolean {
  const { text, starts, ends } = context.reading;
  const stemsOf = (words: string): readonly string[] =>
    (words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5));
  const stems = new Set(stemsOf(title ?? ''));
  return stemsOf(text.slice(starts[frame.from], ends[frame.to - 1])).some((stem) => stems.has(stem));
}

function issueOf({ analysis }: Telling): string {
  return analysis.frame.rule.source.issue;
}

function sentenceOf({ analysis: { context } }: Telling): number {
  return context.reading.sentenceOf[context.from] ?? 0;
}

/** What an analysis tells of a measure; none for practice and what stands. */
export function tellingOf(analysis: Analysis): readonly Telling[] {
  const { judgement, frame, context } = analysis;
  const { chain } = judgement;
  if (chain.broken !== null || frame.rule.source.argues) return [];
  if ('because' in judgement && unsafe.test(judgement.because)) return [];
  const links = chain.links.filter((link) => !isSpeech(link.kind) && !(link.behind && link.kind === 'effect'));
  const own = frame.rule.source.sign;
  const all = links.reduce<number>((product, link) => product * link.sign, own);
  const telling = { analysis, undoes: false, outcome: 0, weak: false } as const;
  // "may no longer chase", "could not cap rents under a bill that …": the change is what the whole tells.
  if (links.some(({ hit }) => foldedAt(context.reading, hit.to - 1) === 'longer'))
    return [{ ...telling, sign: all, undoes: true }];
  if (context.candidates.some((item) => item.role === 'document' && item.from >= frame.to && isUnder(context, item)))
    return [{ ...telling, sign: all }];
  const [lead] = links;
  if (!lead) return withoutLead(analysis).map((weak) => ({ ...telling, sign: own, weak }));
  const held = 'stances' in judgement;
  if (held && judgement.stances.every(({ basis }) => basis === 'practice')) return [];
  let at = 0;
  while (isLead(links[at])) at++;
  const rest = links.slice(at);
  if (at > 0 && rest[0]?.kind === 'not') return [];
  if (at === 0 && lead.kind === 'not') return [];
  const sign = rest.reduce<number>((product, link) => product * link.sign, own);
  const undoes = rest.some((link) => link.sign < 0 && undoing.test(link.hit.rule.id));
  const decision = at > 0 && held && decides.test(lead.hit.rule.id);
  return [{ ...telling, sign, undoes, outcome: decision ? (lead.sign > 0 ? 1 : -1) : 0 }];
}

/** A phrase that nothing governs: what a document or body would do, or a mere mention at the outset (true); none otherwise. */
function withoutLead({ judgement, frame, context }: Analysis): readonly boolean[] {
  const { kind } = frame.rule.source;
  const sentence = context.reading.sentenceOf[context.from] ?? 0;
  if (kind === 'noun') return [];
  if (kind === 'clause') return [];
  const group = context.groupAt(frame.from);
  if (group.future || group.would || group.infinitive) return [false];
  if (!('stances' in judgement) || sentence >= sentencesEarly.practice) return [];
  return judgement.stances.every(({ holderType }) => bodies.test(holderType)) ? [false] : [];
}

const bodies = /^(?:council|council-member|mayor|city-manager|county|state|state-official|school-district|court|sheriff|police-chief)$/;
const undoing = /^(?:ends|cuts|limits|declines)$/;
const decides = /^(?:votes-for|votes-against|rejects|approves|signs|blocks)$/;

/** Deciding, demanding and judging say what becomes of a measure, not what it is; taking back is the measure itself. */
function isLead(link: Link | undefined): boolean {
  if (!link || link.behind || undoing.test(link.hit.rule.id)) return false;
  const { rule } = link.hit;
  const considers = rule.type === 'act' && rule.source.modality === 'conditional';
  return considers || /^(?:decide|demand|judge|should|question|open)$/.test(link.kind);
}
