// What courts rule: "A judge ruled Friday that the county may keep …", "Deputies have no power to hold people, the court held.", "…, the Supreme Court ruled."
// What may, must or may not be is the court's own ruling, whoever is to do it. Knows verbs of ruling and modal verbs; no issue.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isSpeech, type Link } from '../chains/chains.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import type { Candidate } from '../holders/candidate.ts';
import { holderOf } from '../holders/speakers.ts';
import { subjectOf } from '../holders/subjects.ts';
import type { Analysis } from '../judge.ts';
import { leadVerb } from '../rule-on-speech.ts';
import { ruling } from '../ruling.ts';
import type { JudgeContext, SentenceContext } from '../sentence-context.ts';
import { stanceOf } from '../stance-record.ts';

/** Why a phrase has no holder yet, where a court may be it. */
const open =
  /is not plain$|^it is not allowed|^a verb that no rule knows|only as something decided|^the speaker describes what another|^it only would|^nobody does anything|is no body that could|^the article itself|decided elsewhere$/;

const rules = /^(?:ruled|held|found|finding|ruling|holding)$/;

/** The analyses, with what courts ruled that may, must or may not be. */
export function assignToCourts(judge: JudgeContext, analyses: readonly Analysis[]): readonly Analysis[] {
  return analyses.map((analysis) => {
    const { judgement, context, frame } = analysis;
    if (judgement.chain.broken !== null || frame.rule.source.argues) return analysis;
    if ('because' in judgement && !open.test(judgement.because)) return analysis;
    if ('stances' in judgement && judgement.stances.some(({ act }) => act === 'court-ruling')) return analysis;
    const ruled = rulingOver(context, judge, analysis);
    if (ruled === null) return analysis;
    // What somebody else does or wants within the ruling is told of by the court.
    if ('stances' in judgement && !ruled.behind) return analysis;
    const own = judgement.chain.links.filter(
      (link) => !isSpeech(link.kind) && (ruled.behind || link.behind || link.hit.from >= ruled.from),
    );
    const sign = signOf(context, analysis, own, ruled.from);
    if (sign === null) return analysis;
    const stance = stanceOf(
      context,
      frame,
      ruling(context, ruled.court, own, null, null, {
        act: 'court-ruling',
        modality: 'asserted',
        basis: 'position',
        complaint: sign < 0 ? 'against the law' : null,
        doubt: 0.05,
      }),
    );
    return { ...analysis, judgement: { stances: [stance], chain: judgement.chain } };
  });
}

interface Ruled {
  readonly court: Candidate;
  /** The first token of what is ruled. */
  readonly from: number;
  readonly behind: boolean;
}

/** The court's ruling that a phrase stands in; null where it stands in none, or none that is plain. */
function rulingOver(context: SentenceContext, judge: JudgeContext, { frame }: Analysis): Ruled | null {
  const { reading, from, to } = context;
  if (!context.candidates.some(isCourt)) return null;
  for (let i = from + 1; i < to; i++) {
    if (!rules.test(foldedAt(reading, i))) continue;
    const court = courtBefore(context, judge, i);
    if (court === null) continue;
    if (i < frame.from) {
      const begin = thatBehind(context, i + 1);
      if (begin !== null && begin <= frame.from && !isLeft(context, begin, frame.from))
        return { court, from: begin, behind: false };
    } else if (
      hasShape(reading, court.from - 1, shape.mark) ||
      isOf(context.grammar, reading, court.from - 1, 'determiner')
    ) {
      // "…, the Supreme Court ruled Monday."
      let before = court.from - 1;
      while (isOf(context.grammar, reading, before, 'determiner')) before--;
      const ends = thatBehind(context, i + 1) === null;
      if (foldedAt(reading, before) === ',' && before >= frame.to && ends) return { court, from, behind: true };
    }
  }
  return null;
}

function isCourt({ holderType, name }: Candidate): boolean {
  return holderType === 'court' || /\b(?:court|judge|justice|circuit)\b/i.test(name);
}

function courtBefore(context: SentenceContext, judge: JudgeContext, verb: number): Candidate | null {
  const subject = subjectOf(context, verb);
  const holder = subject.type === 'candidate' ? holderOf(context, judge, subject) : null;
  if (holder !== null) return isCourt(holder) ? holder : null;
  // "…, ruling that": whoever opens the sentence.
  const [first] = context.candidates.filter((item) => item.role !== 'document');
  const participle = /ing$/.test(foldedAt(context.reading, verb)) && foldedAt(context.reading, verb - 1) === ',';
  return participle && first && isCourt(first) && first.from <= context.from + 4 ? first : null;
}

/** The token behind "that", with when and how they voted before it: "ruled 2-1 Tuesday that"; null where no "that" follows. */
function thatBehind({ reading, grammar, to }: SentenceContext, begin: number): number | null {
  for (let i = begin; i < Math.min(to, begin + 7); i++) {
    if (foldedAt(reading, i) === 'that') return i + 1;
    const light =
      hasShape(reading, i, shape.number | shape.capital) ||
      isAdverb(grammar, reading, i) ||
      /^(?:in|on|last|this|year|month|week|to|-|–|late|early|,)$/.test(foldedAt(reading, i)) ||
      /^\d/.test(foldedAt(reading, i));
    if (!light) return null;
  }
  return null;
}

/** Whether what is ruled is over before a phrase: ", throwing out a state law …". */
function isLeft({ reading, segments }: SentenceContext, begin: number, frame: number): boolean {
  for (let i = begin; i < frame; i++)
    if (foldedAt(reading, i) === ';' || (foldedAt(reading, i) === ',' && /ing$/.test(foldedAt(reading, i + 1))))
      return true;
  const kind = segments.list[segments.of(frame)]?.kind;
  return kind === 'condition';
}

/** +1 where the ruling lets or makes it be (what denies it is a link of its own), −1 where it finds it against the law; null where neither is told. */
function signOf(context: SentenceContext, { frame }: Analysis, links: readonly Link[], from: number): 1 | -1 | null {
  const { reading, grammar } = context;
  const lead = leadVerb(frame, links);
  for (let i = from; i < frame.from; i++) {
    const word = foldedAt(reading, i);
    // "broke the law when it held people", "violated their rights by …"
    if (/^(?:broke|violated|exceeded)$/.test(word) && lead?.link === null && !links.some(({ hit }) => hit.from === i)) {
      for (let k = i + 1; k < Math.min(frame.from, i + 7); k++)
        if (/^(?:when|by|in)$/.test(foldedAt(reading, k)) && frame.from - k <= 3) return -1;
      return null;
    }
  }
  const illegal = links.find(
    ({ hit }) => hit.rule.id === 'ill-judged' && /^(?:when|by|in)$/.test(foldedAt(reading, hit.to)),
  );
  if (illegal) return 1;
  if (links.some(({ kind }) => kind === 'judge' || kind === 'demand')) return null;
  if (lead === null && isHead(context, frame.from, from)) {
    // "that the review board can investigate officers"
    if (!/^(?:may|can)$/.test(foldedAt(reading, frame.to))) return null;
    return isOf(grammar, reading, frame.to + 1, 'negator') ? null : 1;
  }
  const verb = lead?.token ?? verbBefore(context, frame.from, from);
  if (verb === null || verb < from) return null;
  const group = context.groupAt(verb);
  const modal =
    isOf(grammar, reading, group.left, 'modal') && !/^(?:will|would|'ll|'d|wo)$/.test(foldedAt(reading, group.left));
  // "may have used" tells what was found out.
  if (modal && foldedAt(reading, group.left + 1) === 'have') return null;
  if (modal) return 1;
  // "had no power to hold", "were free to use", "need not release"
  const phrase = links.some(
    ({ hit }) => hit.to - hit.from > 1 && /^(?:have|has|had)$/.test(foldedAt(reading, hit.from)),
  );
  if (phrase) return 1;
  const before = foldedAt(reading, group.left - 1);
  if (/^(?:need|needs)$/.test(before) && group.negated) return 1;
  return group.infinitive && /^(?:free|allowed|permitted|entitled|required|obliged)$/.test(before) ? 1 : null;
}

/** Whether a noun opens what is ruled: nothing but its determiner or owner before it. */
function isHead({ reading, grammar }: SentenceContext, noun: number, from: number): boolean {
  for (let i = noun - 1; i >= from; i--)
    if (!isOf(grammar, reading, i, 'determiner') && !hasShape(reading, i, shape.capital | shape.clitic)) return false;
  return true;
}

/** "may enforce its ban": the verb right before a noun, of those that keep what they tell of. */
function verbBefore({ reading, grammar }: SentenceContext, noun: number, from: number): number | null {
  for (let i = noun - 1; i >= Math.max(from, noun - 4); i--) {
    if (/^(?:enforce|keep|use|operate|apply|continue|run|have|impose|retain)$/.test(foldedAt(reading, i))) return i;
    if (
      !isOf(grammar, reading, i, 'determiner') &&
      !/^(?:'s|new|own|citywide|voter|-|approved|local)$/.test(foldedAt(reading, i))
    )
      return null;
  }
  return null;
}
