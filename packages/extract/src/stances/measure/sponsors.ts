// "Rep. Mo Poe, the bill's chief sponsor": whoever a story calls the sponsor or author of the measure holds what it asks for.
// Knows the wording of such appositions; which measure is meant comes from instruments.ts.
import type { Stance } from '@civicwire/shared';
import type { Document } from '../../document.ts';
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import type { Analysis } from '../judge.ts';
import { ruling } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { stanceOf } from '../stance-record.ts';
import type { Agenda } from './agenda.ts';
import type { Instrument } from './instruments.ts';
import { isSpokenOf } from './it-called.ts';

const plain = /^(?:chief|lead|main|prime|primary|original|its|the|a|co|-)$/;

/** The stances of sponsors; `read` gives the context of a sentence. */
export function findSponsors(
  document: Document,
  grammar: Grammar,
  instruments: readonly Instrument[],
  read: (s: number) => SentenceContext,
  agenda: Agenda | null = null,
): readonly Analysis[] {
  const { reading } = document;
  const found: Analysis[] = [];
  if (agenda === null && !instruments.some(({ noun }) => noun === 'it' || noun === 'bill')) return found;
  for (let s = 0; s + 1 < reading.sentenceStarts.length; s++) {
    const [from, to] = sentenceRange(reading, s);
    if (to - from > 120) continue;
    for (let i = from; i < to; i++) {
      if (!isOf(grammar, reading, i, 'sponsor') || !/^(?:,|\.|;)$/.test(foldedAt(reading, i + 1))) continue;
      let left = i - 1;
      while (plain.test(foldedAt(reading, left))) left--;
      const ofNoun = foldedAt(reading, left) === "'s" ? foldedAt(reading, left - 1) : null;
      if (ofNoun !== null) left -= 2;
      while (plain.test(foldedAt(reading, left))) left--;
      const own = instruments.find(({ noun }) => noun === (ofNoun ?? 'it'));
      // "the lead sponsor": of the one measure that the story is about.
      const chief = ofNoun === null && left < i - 1 && foldedAt(reading, left + 1) !== 'its';
      const near = own && (ofNoun !== null || isSpokenOf(reading, s, own, instruments)) ? own : null;
      const instrument = near ?? (chief ? ofAgenda(agenda) : null);
      // "Archer, who was the bill's lead sponsor, said …"
      const was = /^(?:was|is)$/.test(foldedAt(reading, left)) && foldedAt(reading, left - 1) === 'who';
      if ((foldedAt(reading, left) !== ',' && !was) || !instrument || instrument.from > from) continue;
      const context = read(s);
      const end = was ? left - 2 : behindTag(reading, left, from);
      const comma = foldedAt(reading, end) === ',' || !was ? end : commaBefore(reading, end, from);
      const holder = context.candidates.find((item) => item.to === comma && item.named);
      if (!holder || holder.role === 'document' || holder.role === 'government') continue;
      const frame = { rule: instrument.rule, from: left + 1, to: i + 1 };
      const item = ruling(context, holder, [], null, null, {
        act: 'policy-proposal',
        modality: 'proposed',
        basis: 'position',
        doubt: 0.1,
      });
      found.push({
        context,
        frame,
        judgement: { stances: [stanceOf(context, frame, item)], chain: { links: [], broken: null } },
      });
    }
  }
  return found;
}

function ofAgenda(agenda: Agenda | null): Instrument | null {
  if (agenda === null || agenda.undoes || agenda.contested) return null;
  return { noun: 'it', rule: agenda.rule, from: agenda.from, until: Number.POSITIVE_INFINITY, loose: true };
}

/** "Rep. Mo Poe, D-Salem, the lead sponsor": the comma before the party and the place; that at `comma` where none stands there. */
function behindTag(reading: Reading, comma: number, from: number): number {
  for (let i = comma - 1; i > Math.max(from, comma - 7); i--) {
    if (foldedAt(reading, i) !== ',') continue;
    return /^(?:d|r|democrat|republican|i)$/.test(foldedAt(reading, i + 1)) ||
      /^(?:democrat|republican)$/.test(foldedAt(reading, comma - 1))
      ? i
      : comma;
  }
  return comma;
}

/** "Del. Simone Archer, a Prince George's County Democrat who …": the comma behind the name. */
function commaBefore(reading: Reading, end: number, from: number): number {
  for (let i = end - 1; i > Math.max(from, end - 12); i--) if (foldedAt(reading, i) === ',') return i;
  return end;
}

/** What a bill asks for is its sponsor's when the story names one sponsor of that position; else it stays the bill's. */
export function assignToSponsors(analyses: readonly Analysis[]): readonly Analysis[] {
  const stances = analyses.flatMap(({ judgement }) => ('stances' in judgement ? judgement.stances : []));
  return analyses.map((analysis) => {
    const { judgement } = analysis;
    if (!('stances' in judgement) || !judgement.stances.some(isOfProposal)) return analysis;
    const assigned = judgement.stances.map((stance) => {
      if (!isOfProposal(stance)) return stance;
      const own = stances.filter(
        (other) => other.act === 'policy-proposal' && !isOfProposal(other) && other.issue === stance.issue,
      );
      const [sponsor] = own;
      const one = own.every((other) => other.holder === sponsor?.holder && other.position === stance.position);
      return sponsor && one ? { ...stance, holder: sponsor.holder, holderType: sponsor.holderType } : stance;
    });
    return { ...analysis, judgement: { ...judgement, stances: assigned } };
  });
}

function isOfProposal(stance: Stance): boolean {
  return stance.holderType === 'policy-proposal' && stance.modality === 'proposed';
}
