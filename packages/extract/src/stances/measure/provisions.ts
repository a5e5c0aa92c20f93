// What else the story's measure would do: "It would also bar …", "The ordinance, sponsored by Lee, would require …", and who holds that: its sponsors.
// Knows how sentences go on about a document told of before; not what it is about.
import type { Stance } from '@civicwire/shared';
import { foldedAt, paragraphRange, sentenceRange } from '../../reading/reading.ts';
import { isSpeech } from '../chains/chains.ts';
import { isOf } from '../clauses/grammar.ts';
import { isUnder, isUnderPlan } from '../holders/adopters.ts';
import type { Candidate } from '../holders/candidate.ts';
import type { Analysis } from '../judge.ts';
import { ruling } from '../ruling.ts';
import { stanceOf } from '../stance-record.ts';
import type { Agenda } from './agenda.ts';
import { issueOf, tellingOf } from './tellings.ts';
import { looseNouns } from './thing-nouns.ts';

/** So many words may stand between the noun that opens a sentence and its verb: ", sponsored by Councilwoman Ana Diaz and Councilman Jo Lee,". */
const appositionMax = 16;

/** Whether a phrase tells more of a document that the story had told of: its sentence opens with "it", "the ordinance", "the bill", and goes on with what that would do. */
export function isProvision({ context, frame, judgement }: Analysis): boolean {
  const { reading, grammar, from } = context;
  const links = judgement.chain.links.filter((link) => !link.behind);
  if (links.some(({ kind }) => isSpeech(kind) || kind === 'judge')) return false;
  const verb = Math.min(frame.from, ...links.map(({ hit }) => hit.from));
  const opens = openerEnd(context);
  if (opens === 0) return false;
  // "It will also post a report": the county.
  const it = opens === from + 1;
  const its = it && 'stances' in judgement;
  if (it && isOnOther(context)) return false;
  if (its && !judgement.stances.every(({ holderType }) => documents.test(holderType))) return false;
  const { left } = context.groupAt(verb);
  // "It would end the program" is a part of it; that it passed, or would be rejected, is none.
  const [lead] = links;
  const decided = lead?.kind === 'decide';
  if (decided && lead.passive) return false;
  // "The law lets agencies release it": what stands.
  if (left === opens) return context.groupAt(verb).would || (!decided && !standing.test(foldedAt(reading, opens - 1)));
  // "It would require audits and ban face recognition", "The ordinance, by Lee, would …"
  let would = opens;
  if (foldedAt(reading, opens) === ',')
    while (would < opens + appositionMax && !(foldedAt(reading, would) === ',' && modal(would + 1))) would++;
  if (foldedAt(reading, would) === ',') would++;
  if (!modal(would) || would > verb) return false;
  for (let i = would; i < verb; i++)
    if (isOf(grammar, reading, i, 'relative') || /^(?:but|while|because|if|although|;)$/.test(foldedAt(reading, i)))
      return false;
  return verb > from;

  function modal(i: number): boolean {
    return /^(?:would|will|must|may|could)$/.test(foldedAt(reading, i));
  }
}

const standing = /^(?:law|policy|rules?|regulations?|restrictions?|directive|guidelines)$/;

/** "The lawsuit says … It asks the court to …": the sentence before goes on about another paper. */
function isOnOther({ reading, from }: Analysis['context']): boolean {
  const s = reading.sentenceOf[from] ?? 0;
  if (s === 0) return false;
  const [before] = sentenceRange(reading, s - 1);
  for (let i = before; i < before + 4; i++) if (others.test(foldedAt(reading, i))) return true;
  return false;
}

const others =
  /^(?:lawsuit|suit|complaint|letter|law|statute|report|ruling|brief|filing|study|audit|memo|grant|grievance|appeal|survey)$/;

const documents = /^(?:policy-proposal|document)$/;

/** Behind "It", "The ordinance", "The proposed bill" where that opens a sentence; 0 where nothing of the kind does. */
function openerEnd({ reading, from }: Analysis['context']): number {
  const first = foldedAt(reading, from);
  if (first === 'it') return from + 1;
  if (!/^(?:the|this|that)$/.test(first)) return 0;
  for (let i = from + 1; i < from + 4; i++) if (looseNouns.has(foldedAt(reading, i))) return i + 1;
  return 0;
}

/** Adds what a draft would do as its sponsors' own, where the story names them before or behind; a measure that was decided on is the deciders'. */
export function findProvisions(analyses: readonly Analysis[], agenda: Agenda | null): readonly Analysis[] {
  if (agenda === null || agenda.outcome < 0 || agenda.undoes) return [];
  const sponsors = sponsorsOf(analyses, agenda);
  if (sponsors.length === 0) return [];
  return analyses.flatMap((analysis) => {
    const { context, frame, judgement } = analysis;
    if ('stances' in judgement || judgement.chain.broken !== null) return [];
    const [telling] = tellingOf(analysis);
    if (!telling || telling.weak || telling.outcome < 0 || !isPartOfDraft(analysis)) return [];
    if (agenda.outcome > 0 && !isOpen(analysis)) return [];
    if (issueOf(telling) === agenda.rule.source.issue && telling.sign !== agenda.rule.source.sign) return [];
    const links = judgement.chain.links.filter(({ kind }) => !isSpeech(kind));
    const stances = sponsors.map((holder) =>
      stanceOf(
        context,
        frame,
        ruling(context, holder, links, null, null, {
          act: 'policy-proposal',
          modality: 'proposed',
          basis: 'position',
          doubt: 0.1,
        }),
      ),
    );
    return [{ context, frame, judgement: { stances, chain: judgement.chain } }];
  });
}

/** "It would also bar …" of a draft on its first reading; "It bars …" is what was adopted. */
function isOpen({ context, frame }: Analysis): boolean {
  for (let i = context.from; i < frame.from; i++) if (foldedAt(context.reading, i) === 'would') return true;
  return false;
}

/** Whether a phrase tells what would be so "under a proposal"; what must or will be so, was adopted. */
export function isUnderDraft({ context, frame }: Analysis): boolean {
  let open = false;
  for (let i = context.from; i < frame.to; i++)
    if (/^(?:would|could|might)$/.test(foldedAt(context.reading, i))) open = true;
  if (!open) return false;
  if (isUnderPlan(context, frame.to) || isBelowDraft(context)) return true;
  return context.candidates.some(
    (item) => item.role === 'document' && item.from > frame.from && isUnder(context, item),
  );
}

/** "A bill that would have barred agents from lots died Tuesday": the sentence that opens a story opens with the draft. */
export function isDraftNamedFirst({
  context: { reading, from, candidates },
  frame: { from: phrase },
}: Analysis): boolean {
  if ((reading.sentenceOf[from] ?? 0) > 0) return false;
  const draft = candidates.find(({ role, from: first }) => role === 'document' && first <= from + 2);
  if (!draft || draft.to > phrase || !/^(?:that|which|to)$/.test(foldedAt(reading, draft.to))) return false;
  return /^(?:a|an)$/.test(foldedAt(reading, draft.from - 1)) || /^(?:a|an)$/.test(foldedAt(reading, draft.from));
}

/** More of a document that was told of, or what would be so under it. */
export function isPartOfDraft(analysis: Analysis): boolean {
  return isProvision(analysis) || isUnderDraft(analysis);
}

/** "Under the proposal, department heads would … The administrator would …": a sentence that opens so, and what goes on in its paragraph. */
function isBelowDraft({ reading, from }: Analysis['context']): boolean {
  const [start] = paragraphRange(reading, reading.paragraphOf[from] ?? 0);
  for (let s = reading.sentenceOf[start] ?? 0; s <= (reading.sentenceOf[from] ?? 0); s++) {
    const first = reading.sentenceStarts[s] ?? 0;
    if (foldedAt(reading, first) !== 'under' || !/^(?:the|a|this|that|her|his)$/.test(foldedAt(reading, first + 1)))
      continue;
    for (let i = first + 2; i < first + 6 && foldedAt(reading, i) !== ','; i++) {
      if (/^(?:current|existing|present|old|state|federal)$/.test(foldedAt(reading, i))) break;
      if (looseNouns.has(foldedAt(reading, i))) return true;
    }
  }
  return false;
}

/** Who is told to have sponsored the measure, as candidates of the sentences that tell it; none when somebody told so holds the other side. */
export function sponsorsOf(analyses: readonly Analysis[], { rule }: Agenda): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  const position = rule.source.sign > 0 ? 'supports' : 'opposes';
  for (const analysis of analyses) {
    const { context, judgement } = analysis;
    if (!('stances' in judgement)) continue;
    for (const stance of judgement.stances) {
      if (!isSponsors(stance)) continue;
      if (stance.issue !== rule.source.issue && !isProvision(analysis)) continue;
      if (stance.issue === rule.source.issue && stance.position !== position) return [];
      const holder = context.candidates.find((item) => item.name === stance.holder && item.named);
      if (holder) found.set(stance.holder, { ...holder, from: 0, to: 0 });
    }
  }
  return found.size > sponsorsMax ? [] : [...found.values()];
}

const sponsorsMax = 3;

function isSponsors({ act, basis, holderType }: Stance): boolean {
  return act === 'policy-proposal' && basis === 'position' && !documents.test(holderType);
}
