// Who voted how when a body decided: "with Diaz and Lee dissenting", "A, B and C voted no; D abstained".
// Knows the wording of roll calls and the direction of the vote before it; abstains when the list may belong to another vote.
import type { Stance } from '@civicwire/shared';
import type { Document } from '../../document.ts';
import { foldedAt, type Reading, sentenceRange, spanOf, tokenAt } from '../../reading/reading.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import { isUnder } from '../holders/adopters.ts';
import { textOf } from '../holders/holder-names.ts';
import type { Analysis } from '../judge.ts';
import type { NamesOther } from '../measure/other-things.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { takesUp } from './other-business.ts';
import { namesBefore, namesBehind } from './voter-names.ts';

/** A body's vote: the sign of what was voted on and of what came out. */
interface BodyVote {
  readonly analysis: Analysis;
  readonly stance: Stance;
  /** Null when the motion itself is negative ("voted not to renew", "voted to reject"): a yes or no to it may be told either way. */
  readonly motion: number | null;
  /** Null when single members voted and the body's vote is not told. */
  readonly outcome: number | null;
}

/** Tokens that tell a vote, and where its names stand. */
interface Cue {
  readonly from: number;
  readonly to: number;
  readonly says: 'yes' | 'no' | 'dissent' | 'abstain';
  readonly names: 'before' | 'behind';
}

const cuePattern =
  /\b(?:(?<behind>(?:voting|those voting) (?:no|nay|against|yes|aye|in favor|in opposition)(?: (?:was|were))|(?:dissenting|opposed|abstaining) (?:was|were)|(?:no|dissenting|opposing) votes? (?:came|were cast|was cast) (?:from|by))|(?<before>(?:voted|voting) (?:no|nay|against|yes|aye|in favor|for|in opposition)|(?:were|was) in favor|(?:cast|casting) (?:the|a) (?:lone|only|sole|single|two|three|four)? ?(?:dissenting|no|opposing) votes?|(?:cast|casting) the (?:lone|only|sole) votes? against|the (?:lone|only|sole) (?:dissenter|no|no vote|nay|dissenting vote)|in (?:dissent|opposition)|dissented|dissenting|abstained|abstaining|(?:was |were )?opposed|opposing))\b/giu;

const measureNoun =
  /^(?:it|(?:the|this|that)(?: \p{L}+)? (?:measure|motion|proposal|resolution|ordinance|decision|renewal|deal|contract|agreement|plan|item|move|renewal|change|law|lease|audits|cameras|cap|policy|bill|rezoning|project|purchase|ban|moratorium))\b/iu;

/** How many sentences behind a vote its roll call may stand, and how many tokens behind "voted for" the noun of what was voted on. */
const sentencesBehind = 10;
const nounMax = 3;

/** The stances of single members of bodies whose votes `analyses` tell; `issue` is that of the story's measure. */
export function findVoters(
  document: Document,
  analyses: readonly Analysis[],
  read: (s: number) => SentenceContext,
  isOther: NamesOther = () => false,
  issue?: string,
): readonly Analysis[] {
  const { reading } = document;
  const found: Analysis[] = [];
  const plain = analyses.flatMap(bodyVotes);
  const open = plain.length > 0 ? [] : openVotes(analyses);
  const votes = [...plain, ...open.filter(({ stance }) => issue === undefined || stance.issue === issue)];
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
      const cues = to - from > 120 || !tells(grammar, reading, after, to, 'ballot') ? [] : cuesIn(document, after, to);
      // Another decision: a list behind it may belong to that one.
      if (cues.length === 0 && s > own && (tells(grammar, reading, from, to, 'decides') || takesUp(reading, from, to)))
        break;
      if (cues.length === 0) continue;
      const context = s === own ? vote.analysis.context : read(s);
      const on = cues.filter((cue) => !isOther(vote.stance.issue, cue.to, Math.min(to, cue.to + nounMax)));
      found.push(...on.flatMap((cue) => votersAt(context, cue, vote)));
    }
  }
  return found;
}

/** The vote that an analysis tells of: at most one. */
export function bodyVotes(analysis: Analysis): readonly BodyVote[] {
  const { judgement, frame } = analysis;
  const { links } = judgement.chain;
  if (!('stances' in judgement) || links[0]?.hit.rule.id === 'provides') return [];
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
  if (!lead) return [{ analysis, stance, motion: outcome, outcome }];
  const inner = links.slice(links.indexOf(lead) + 1).filter((link) => !link.behind);
  const motion = inner.reduce<number>((sign, link) => sign * link.sign, frame.rule.source.sign);
  // "decided not to renew it": whether a yes was for that is not told.
  const open = inner[0]?.kind === 'not' || inner[0]?.hit.rule.id === 'rejects' || lead.hit.rule.id === 'agrees-not';
  return [{ analysis, stance, motion: open ? null : motion, outcome }];
}

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
    const { source, pack, id } = frame.rule;
    const stance: Stance = {
      holder: measure.name,
      holderType: measure.holderType,
      issue: source.issue,
      position: motion > 0 ? 'supports' : 'opposes',
      basis: 'position',
      act: 'vote',
      modality: 'asserted',
      target: null,
      attributedBy: null,
      evidence: spanOf(context.reading, measure.from, frame.to),
      trace: '',
      confidence: 0.8,
      rule: `${pack} ${id}`,
    };
    return [{ analysis, stance, motion, outcome: null }];
  });
}

/** A vote, or what a council agreed to. */
function isVote({ act, holderType }: Stance): boolean {
  const body = /^(?:council|county|school-district|state)$/.test(holderType);
  return act === 'vote' || (/^(?:decision|recommendation|agreement-.+|law|resolution)$/.test(act) && body);
}

function tells(grammar: Grammar, reading: Reading, from: number, to: number, what: 'ballot' | 'decides'): boolean {
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

function cuesIn(document: Document, from: number, to: number): readonly Cue[] {
  const { reading } = document;
  const start = reading.starts[from] ?? 0;
  const text = reading.text.slice(start, reading.ends[to - 1]);
  return [...text.matchAll(cuePattern)].flatMap((match) => {
    const end = match.index + match[0].length;
    const rest = text.slice(end).trimStart();
    if (/\b(?:once|formerly|initially|originally|previously) $/iu.test(text.slice(0, match.index))) return [];
    const closed =
      /^(?:[.,;:)—–]|and\b|while\b|but\b|on (?:\p{Lu}|it\b)|$)/u.test(rest) ||
      (/^on /iu.test(rest) && measureNoun.test(rest.slice(3))) ||
      measureNoun.test(rest) ||
      match.groups?.behind !== undefined;
    // "voted for" needs its object; "opposed it" behind a vote to repeal may mean either.
    if (!closed || (/^(?:opposed|opposing)\b.*$/iu.test(match[0]) && /^it\b/iu.test(rest))) return [];
    const cue = match[0].toLowerCase();
    const says = /abstain/.test(cue)
      ? 'abstain'
      : /dissent|oppos/.test(cue) && !/vot/.test(cue)
        ? 'dissent'
        : /yes|aye|favor|voted for|voting for/.test(cue)
          ? 'yes'
          : /vot(?:ed|ing)/.test(cue)
            ? 'no'
            : 'dissent';
    return [
      {
        from: tokenAt(reading, start + match.index),
        to: tokenAt(reading, start + end - 1) + 1,
        says,
        names: match.groups?.behind === undefined ? 'before' : 'behind',
      } satisfies Cue,
    ];
  });
}

/** The members that a cue names, each with a stance. */
function votersAt(context: SentenceContext, cue: Cue, vote: BodyVote): readonly Analysis[] {
  const sign = signOf(cue, vote);
  if (sign === null) return [];
  const voters = cue.names === 'before' ? namesBefore(context, cue.from) : namesBehind(context, cue.to);
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

function signOf(cue: Cue, { motion, outcome }: BodyVote): number | null {
  if (cue.says === 'abstain') return 0;
  if (cue.says === 'dissent') return outcome === null ? null : -outcome;
  if (motion === null) return null;
  return cue.says === 'yes' ? motion : -motion;
}
