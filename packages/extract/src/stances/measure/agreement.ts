// Whether what a story tells goes one way, and whether it is more than what is told in passing. Knows tellings; not what a headline says.
import { foldedAt } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';
import { isPartOfDraft } from './provisions.ts';
import { issueOf, sentenceOf, type Telling } from './tellings.ts';

/** So many sentences from the first telling on must go its way. */
const sentencesNear = 4;

/** Whether two thirds of what is told within a few sentences of the first telling, and of the whole story, go its way. */
export function isAgreed(strong: readonly Telling[], first: Telling): boolean {
  // "It would also bar …": what else the measure would do is no other measure.
  const isMore = (telling: Telling): boolean =>
    telling !== first && issueOf(telling) !== issueOf(first) && isPartOfDraft(telling.analysis);
  // What somebody promises or asks for beside what was decided is no other measure.
  const early = strong.filter(
    (telling) =>
      sentenceOf(telling) < sentenceOf(first) + sentencesNear &&
      !(
        first.outcome !== 0 &&
        telling.outcome === 0 &&
        (isPromised(telling) || isDescribed(telling) || (issueOf(telling) !== issueOf(first) && isDemanded(telling)))
      ) &&
      !isMore(telling),
  );
  const agree = early.filter((other) => issueOf(other) === issueOf(first) && other.sign === first.sign);
  const others = strong.filter(
    (other) =>
      issueOf(other) !== issueOf(first) &&
      !(first.outcome !== 0 && isDescribed(other)) &&
      !isMore(other) &&
      !isAside(other),
  );
  // What a body is told at once to have decided is the story, however much else it tells of later.
  const plain = first.outcome !== 0 && sentenceOf(first) === 0 && agree.length === early.length;
  return agree.length * 3 >= early.length * 2 && (plain || others.length * 3 <= Math.max(strong.length, 3));
}

/** "Hall, a Democrat who ended the contract in 2020, stayed away": what is told beside a name is no other measure. */
function isAside({ analysis: { context, frame, judgement } }: Telling): boolean {
  const verb = Math.min(frame.from, ...judgement.chain.links.map(({ hit }) => hit.from));
  return foldedAt(context.reading, verb - 1) === 'who';
}

/** Whether the story speaks of another issue first: what it tells so late is told in passing. */
export function isOfElse(analyses: readonly Analysis[], first: Telling): boolean {
  const opening = analyses.find(({ frame: { rule } }) => !rule.source.argues);
  return opening !== undefined && opening.frame.rule.source.issue !== issueOf(first);
}

/** "The law bars …", "It requires …": what a paper holds, and nobody here decides or would. */
export function isHeldByLaw({ outcome, analysis: { context, judgement } }: Telling): boolean {
  const [lead] = judgement.chain.links;
  if (outcome !== 0 || !lead || !/^(?:requires|bars|orders|limits)$/.test(lead.hit.rule.id)) return false;
  if ('stances' in judgement)
    return judgement.stances.every(({ holderType, act }) => holderType === 'statute' && act !== 'policy-proposal');
  const { left, would, future, infinitive } = context.groupAt(lead.hit.from);
  return !would && !future && !infinitive && /^(?:it|law)$/.test(foldedAt(context.reading, left - 1));
}

/** "The chief asked members to drop cameras from the list." */
function isDemanded({ analysis: { judgement } }: Telling): boolean {
  return 'stances' in judgement && judgement.stances.every(({ modality }) => modality === 'demanded');
}

/** "The ordinance also bars …": more of the measure. */
function isDescribed({ analysis: { judgement } }: Telling): boolean {
  return 'stances' in judgement && judgement.stances.every(({ holderType }) => holderType === 'document');
}

function isPromised({ analysis: { judgement } }: Telling): boolean {
  return 'stances' in judgement && judgement.stances.every(({ modality }) => modality === 'promised');
}

/** Other issues are told of more often: the story is about those. */
export function isOutnumbered(all: readonly Telling[], issue: string): boolean {
  const counts = new Map<string, number>();
  for (const telling of all) counts.set(issueOf(telling), (counts.get(issueOf(telling)) ?? 0) + 1);
  return Math.max(0, ...counts.values()) > (counts.get(issue) ?? 0) && (counts.get(issue) ?? 0) + 1 < all.length;
}
