// Who voted how when a body decided: "with Diaz and Lee dissenting", "A, B and C voted no; D abstained".
// Knows the wording of roll calls and the direction of the vote before it; abstains when the list may belong to another vote.
import type { Stance } from '@civicwire/shared';
import type { Document } from '../../document.ts';
import { foldedAt, type Reading, sentenceRange, spanOf } from '../../reading/reading.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import { isUnder } from '../holders/adopters.ts';
import { fateOf } from '../holders/fates.ts';
import { textOf } from '../holders/holder-names.ts';
import type { Analysis } from '../judge.ts';
import type { Agenda } from '../measure/agenda.ts';
import { namesOtherPaper } from '../measure/other-papers.ts';
import type { NamesOther } from '../measure/other-things.ts';
import { bringsInChange } from '../measure/rival-papers.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { decidesElse, takesUp } from './other-votes.ts';
import { type Cue, cuesIn } from './vote-cues.ts';
import { namesBefore, namesBehind } from './voter-names.ts';

/** A body's vote: the sign of what was voted on and of what came out. */
interface BodyVote {
  readonly analysis: Analysis;
  readonly stance: Stance;
  /** Null when the motion itself is negative ("voted not to renew", "voted to reject"): a yes or no to it may be told either way. */
  readonly motion: number | null;
  /** Null when single members voted and the body's vote is not told. */
  readonly outcome: number | null;
  /** It failed by its own verb: who dissented from that is not plain. */
  readonly failed?: boolean;
}

/** How many sentences behind a vote its roll call may stand, and how many tokens behind "voted for" the noun of what was voted on. */
const sentencesBehind = 10;
const nounMax = 3;

/** The stances of single members of bodies whose votes `analyses` tell, or who vote on the story's measure. */
export function findVoters(
  document: Document,
  analyses: readonly Analysis[],
  read: (s: number) => SentenceContext,
  isOther: NamesOther = () => false,
  agenda: Agenda | null = null,
): readonly Analysis[] {
  const { reading } = document;
  const found: Analysis[] = [];
  const plain = analyses.flatMap(bodyVotes);
  const open = plain.length > 0 ? [] : openVotes(analyses);
  const issue = agenda?.rule.source.issue;
  const votes = [...plain, ...open.filter(({ stance }) => issue === undefined || stance.issue === issue)];
  if (agenda !== null && !votes.some(({ stance }) => stance.issue === issue))
    votes.push(...agendaVote(analyses, agenda));
  const told = new Set(analyses.filter((item) => 'stances' in item.judgement).map((item) => item.context.start));
  const decided = new Set(votes.filter((vote) => vote.outcome !== null).map((vote) => vote.analysis.context.start));
  for (const vote of votes) {
    const own = reading.sentenceOf[vote.analysis.context.from] ?? 0;
    for (let s = own; s <= own + sentencesBehind && s + 1 < reading.sentenceStarts.length; s++) {
      const [from, to] = sentenceRange(reading, s);
      if (s > own && decided.has(from)) break;
      if (s > own && told.has(from)) continue;
      const after =
        s === own
          ? Math.max(vote.analysis.frame.to, ...vote.analysis.judgement.chain.links.map((link) => link.hit.to))
          : from;
      const { grammar } = vote.analysis.context;
      const cues =
        to - from > 120 || !tells(grammar, reading, after, to, 'rollCall') ? [] : cuesIn(document, after, to);
      // Another decision: a list behind it may belong to that one.
      if (cues.length === 0 && s > own && (tells(grammar, reading, from, to, 'decides') || takesUp(reading, from, to)))
        break;
      // "Had Lee voted no, it would have failed."
      if (cues.length === 0 || (s > own && foldedAt(reading, from) === 'had')) continue;
      // "offered an amendment. Lee voted for it.", "voted 6-1 for an amendment, with Lee dissenting"
      const [before] = sentenceRange(reading, Math.max(own + 1, s - 1));
      if (s > own && cues.some((cue) => bringsInChange(reading, before, cue.from))) continue;
      const context = s === own ? vote.analysis.context : read(s);
      const on = cues.filter(
        (cue) =>
          !isOfElse(reading, cue, vote) &&
          !isOther(vote.stance.issue, cue.object, Math.min(to, Math.max(cue.to, cue.object + nounMax))) &&
          !(s > own && decidesElse(context, cue.from)) &&
          !namesOtherPaper(reading, cue.object, Math.min(to, cue.object + nounMax), [own]),
      );
      found.push(...on.flatMap((cue) => votersAt(context, cue, vote)));
    }
  }
  return found;
}

/** “Voting for the cap were …” behind a vote to repeal it: the cap is what stood. */
function isOfElse(reading: Reading, cue: Cue, { analysis, motion }: BodyVote): boolean {
  return (
    cue.object < cue.to && motion !== analysis.frame.rule.source.sign && !voted.test(foldedAt(reading, cue.to - 2))
  );
}

/** What is voted on, whatever it would do with what stands. */
const voted = /^(?:measure|motion|proposal|resolution|bill|change|item|move|legislation)$/;

/** What a yes is for at a sentence, by the last vote on the measure told up to there; for the measure where none is. */
export function motionsOf(analyses: readonly Analysis[], { rule: { source } }: Agenda): (s: number) => 1 | -1 | 0 {
  const votes = analyses.flatMap(bodyVotes).filter(({ stance }) => stance.issue === source.issue);
  const told = votes.map(({ analysis: { context }, motion }) => ({
    s: context.reading.sentenceOf[context.from] ?? 0,
    side: motion === null || motion === source.sign ? (1 as const) : (-1 as const),
  }));
  return (s) => {
    const last = Math.max(...told.filter((vote) => vote.s <= s).map((vote) => vote.s));
    const sides = new Set(told.filter((vote) => vote.s === last).map(({ side }) => side));
    const [side = 1] = sides;
    return sides.size > 1 ? 0 : side;
  };
}

/** The vote that an analysis tells of: at most one. */
export function bodyVotes(analysis: Analysis): readonly BodyVote[] {
  const { judgement, frame } = analysis;
  const { links } = judgement.chain;
  if (!('stances' in judgement) || links[0]?.hit.rule.id === 'provides') return [];
  const fate = fateOf(analysis.context, frame);
  const lead = links.find(
    ({ hit, kind }) =>
      (kind === 'decide' || kind === 'demand') &&
      hit.rule.type === 'act' &&
      /^(?:vote|decision|recommendation|agreement-.+|resolution)$/.test(hit.rule.source.act ?? ''),
  );
  const stance = judgement.stances.find(
    (item) => isVote(item) && item.attributedBy === null && (item.holderType !== 'council-member' || links[0] === lead),
  );
  if (!stance || (stance.position !== 'supports' && stance.position !== 'opposes')) return [];
  const outcome = stance.holderType === 'council-member' ? null : stance.position === 'supports' ? 1 : -1;
  // "… under an ordinance the council passed": what is told is what was voted on.
  // "A bill that would cap rents failed 3-4 in the Senate": a yes was for it.
  if (!lead || fate !== null)
    return [
      {
        analysis,
        stance,
        motion: fate === null ? outcome : (outcome ?? 0) * fate.sign,
        outcome,
        failed: fate?.sign === -1,
      },
    ];
  const inner = links.slice(links.indexOf(lead) + 1).filter((link) => !link.behind);
  const motion = inner.reduce<number>((sign, link) => sign * link.sign, frame.rule.source.sign);
  // "decided not to renew it": whether a yes was for that is not told.
  // "ended its contract", "stripped money for cameras from the budget": a yes was for that.
  if (takesBack.test(lead.hit.rule.id)) return [{ analysis, stance, motion: outcome, outcome }];
  const open =
    inner[0]?.kind === 'not' ||
    inner[0]?.hit.rule.id === 'rejects' ||
    /^(?:agrees-not|lets-lapse)$/.test(lead.hit.rule.id);
  return [{ analysis, stance, motion: open ? null : motion, outcome }];
}

/** Decisions that are a motion to take something back, and no answer to one that would keep it. */
export const takesBack = /^(?:ends|takes-money)$/;

/** "A proposal to ban camping failed on a 3-3 tie": no body is told to have decided, but what was voted on is plain. */
function openVotes(analyses: readonly Analysis[]): readonly BodyVote[] {
  return analyses.flatMap((analysis) => {
    const { context, frame, judgement } = analysis;
    const { links, broken } = judgement.chain;
    const measure = context.candidates.find((item) => item.holderType === 'policy-proposal' && item.to <= frame.from);
    const decided = links.some((link) => link.kind !== 'decide' || link.behind || link.hit.from < (measure?.to ?? 0));
    if ('stances' in judgement || !measure || broken !== null || decided || frame.from - measure.to > 6) return [];
    // "Under the proposal, staff would report …": a part of what is voted on.
    if (isUnder(context, measure)) return [];
    const motion = links.reduce<number>((sign, link) => sign * link.sign, frame.rule.source.sign);
    const span = spanOf(context.reading, measure.from, frame.to);
    const stance = openStance(analysis, measure.name, measure.holderType, motion, span);
    return [{ analysis, stance, motion, outcome: null }];
  });
}

/** What was voted on, as the stance that a body's vote for it would be; nobody holds it. */
function openStance(
  { frame }: Analysis,
  holder: string,
  holderType: string,
  motion: number,
  evidence: Stance['evidence'],
): Stance {
  const { source, pack, id } = frame.rule;
  return {
    holder,
    holderType,
    issue: source.issue,
    position: motion > 0 ? 'supports' : 'opposes',
    basis: 'position',
    act: 'vote',
    modality: 'asserted',
    target: null,
    attributedBy: null,
    evidence,
    trace: '',
    confidence: 0.8,
    rule: `${pack} ${id}`,
  };
}

/** "An ordinance that would ban camping cleared its first reading": who voted how is told of the story's one measure. */
function agendaVote(analyses: readonly Analysis[], agenda: Agenda): readonly BodyVote[] {
  if (agenda.practice || agenda.contested) return [];
  const { issue, sign } = agenda.rule.source;
  const analysis = analyses.find(
    ({ context, frame }) =>
      frame.rule.source.issue === issue && (context.reading.sentenceOf[context.from] ?? 0) === agenda.sentence,
  );
  if (!analysis) return [];
  return [
    {
      analysis,
      stance: openStance(
        analysis,
        'measure',
        'policy-proposal',
        sign,
        spanOf(analysis.context.reading, analysis.frame.from, analysis.frame.to),
      ),
      motion: sign,
      outcome: agenda.outcome === 1 ? sign : null,
    },
  ];
}

/** A vote, or what a council agreed to. */
function isVote({ act, holderType }: Stance): boolean {
  const body = /^(?:council|county|school-district|state)$/.test(holderType);
  return act === 'vote' || (/^(?:decision|recommendation|agreement-.+|law|resolution)$/.test(act) && body);
}

function tells(grammar: Grammar, reading: Reading, from: number, to: number, what: 'rollCall' | 'decides'): boolean {
  for (let i = from; i < to; i++) {
    // "The vote was 5-2" tells of the vote before it.
    const noun =
      what === 'decides' &&
      /^votes?$/.test(foldedAt(reading, i)) &&
      /^(?:the|'s|final)$/.test(foldedAt(reading, i - 1));
    if (isOf(grammar, reading, i, what) && !noun) return true;
  }
  return false;
}

/** The members that a cue names, each with a stance. */
function votersAt(context: SentenceContext, cue: Cue, vote: BodyVote): readonly Analysis[] {
  const voters = cue.names === 'before' ? namesBefore(context, cue.from) : namesBehind(context, cue.to);
  const sign = signOf(cue, vote, context === vote.analysis.context);
  if (sign === null) return [];
  const { analysis, stance } = vote;
  const words = textOf(context.reading, cue.from, cue.to);
  const position = sign > 0 ? 'supports' : sign < 0 ? 'opposes' : 'neutral';
  const first = voters[0];
  const last = voters.at(-1);
  if (!first || !last) return [];
  const evidence = spanOf(context.reading, Math.min(first.from, cue.from), Math.max(last.to, cue.to));
  const stances = voters
    .filter((voter) => voter.name !== stance.holder)
    .map((voter) => ({
      ...stance,
      holder: voter.name,
      holderType: voter.role === 'official' ? voter.holderType : 'council-member',
      position,
      act: 'vote',
      modality: 'asserted',
      target: null,
      evidence,
      trace: `“${words}” on ${vote.outcome === null && stance.trace === '' ? `the ${stance.holder}` : `what ${stance.holder} decided`}, which ${stance.position} ${stance.issue}: ${voter.name} ${position === 'neutral' ? 'is neutral on' : position} ${stance.issue}`,
      confidence: Math.max(0.3, Math.round((stance.confidence - 0.1) * 100) / 100),
    })) satisfies readonly Stance[];
  return [{ context, frame: analysis.frame, judgement: { stances, chain: analysis.judgement.chain } }];
}

function signOf(cue: Cue, { motion, outcome, failed = false }: BodyVote, same: boolean): number | null {
  if (cue.says === 'abstain') return 0;
  // "rejected the cap 5-2, with Lee opposed", "The cap failed 2-5. Lee was opposed.": to what came out, or to the cap.
  if (cue.says === 'opposed') {
    if (outcome !== null && (same || outcome === motion)) return -outcome;
    return outcome === null && motion !== null ? -motion : null;
  }
  // "the lone no vote": where the vote was to reject something, a no may be for that thing.
  if (cue.says === 'ballot') {
    if (outcome === null || motion === null)
      return outcome === null && motion === null ? null : -(outcome ?? motion ?? 0);
    return outcome === motion ? -motion : null;
  }
  if (cue.says === 'dissent') return outcome === null || (failed && !same) ? null : -outcome;
  if (motion === null) return null;
  return cue.says === 'yes' ? motion : -motion;
}
