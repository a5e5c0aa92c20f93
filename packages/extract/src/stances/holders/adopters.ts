// Which body adopted what the rest of a sentence tells: "… under an ordinance the City Council passed", "…, the council decided".
// Knows where a body and its verb stand; nothing of signs.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { deciderBehind, isBody } from './deciders.ts';
import { textOf } from './holder-names.ts';
import { tellsWhichOnes } from './which-ones.ts';

const adopts = /^(?:passed|adopted|approved|enacted|decided|ordered)$/;
/** What one official does with a policy or order. */
const issues =
  /^(?:issued|signed|announced|ordered|unveiled|imposed|set|released|proposed|introduced|drafted|wrote|put|adopted)$/;
/** "that passed the House", "that cleared a Senate committee". */
const passes = /^(?:passed|cleared)$/;
/** The body that adopted what a phrase tells; null when none is named behind the phrase. */
export function adopterOf(context: SentenceContext, frame: FrameHit): Candidate | null {
  const { reading, candidates } = context;
  if (tellsWhichOnes(context, frame)) return null;
  const first = candidates.findIndex(
    (item) => item.from >= frame.to && item.role === 'document' && isUnder(context, item),
  );
  const document = candidates[first];
  if (document) {
    // "an ordinance (that) the City Council passed"
    const body = candidates.slice(first + 1).find((item) => isBody(item) && item.from - document.to <= 3);
    if (body && adopts.test(foldedAt(reading, body.to))) return body;
    const official = candidates
      .slice(first + 1)
      .find((item) => item.role === 'official' && item.from - document.to <= 3);
    if (official && issues.test(foldedAt(reading, official.to))) return official;
    // "a bill that passed the House"
    if (foldedAt(reading, document.to) === 'that' && passes.test(foldedAt(reading, document.to + 1)))
      return candidates.find((item) => isBody(item) && item.from > document.to && item.from <= document.to + 4) ?? null;
    // "a plan approved Monday by the City Council"
    if (!adopts.test(foldedAt(reading, document.to))) return null;
    for (let i = document.to + 1; i < Math.min(context.to, document.to + 8); i++) {
      if (foldedAt(reading, i) === 'by')
        return candidates.find((item) => isBody(item) && item.from >= i && item.from <= i + 2) ?? null;
    }
    return null;
  }
  const outcome = deciderBehind(context, frame) ?? underMeasure(context, frame);
  if (outcome !== null) return outcome;
  // "…, the council decided 4-1 Thursday."
  const last = candidates.findLast((item) => isBody(item) && item.from >= frame.to);
  if (!last || foldedAt(reading, last.to) !== 'decided' || context.to - last.to > 9) return null;
  let before = last.from - 1;
  while (isOf(context.grammar, reading, before, 'determiner')) before--;
  return foldedAt(reading, before) === ',' && !hasShape(reading, last.to + 1, shape.mark & ~shape.quote) ? last : null;
}

const clears = /^(?:cleared|passed|survived)$/;

/** "A rent control ordinance won final approval from the council", "… cleared the House": the body that passed the measure of that name; null for anything else. */
export function wonFrom(context: SentenceContext, frame: FrameHit): Candidate | null {
  const { reading, candidates, grammar } = context;
  if (frame.rule.source.kind !== 'noun') return null;
  let verb = frame.to;
  while (isOf(grammar, reading, verb, 'auxiliary') && !isOf(grammar, reading, verb, 'being')) verb++;
  let at = verb + 1;
  if (wins.test(foldedAt(reading, verb))) {
    while (at < verb + 6 && !/^(?:approval|passage)$/.test(foldedAt(reading, at))) at++;
    if (at === verb + 6) return null;
    at++;
    while (at < verb + 9 && !/^(?:from|by|in)$/.test(foldedAt(reading, at))) at++;
    if (at === verb + 9) return null;
  } else if (!clears.test(foldedAt(reading, verb))) return null;
  const body = candidates.find((item) => isBody(item) && item.from >= at && item.from <= at + 2);
  return body ? withCommittee(context, body) : null;
}

const wins = /^(?:won|wins|gained|received|earned|secured|got|gets)$/;

/** "the House criminal justice committee": the committee, not the whole house. */
function withCommittee({ reading }: SentenceContext, body: Candidate): Candidate {
  for (let i = body.to; i < body.to + 4; i++) {
    if (!/^\p{L}+$/u.test(foldedAt(reading, i))) break;
    if (/^(?:committee|subcommittee|panel)$/.test(foldedAt(reading, i)))
      return { ...body, to: i + 1, name: textOf(reading, body.from, i + 1) };
  }
  return body;
}

/** What a body adopts and no list of holders has: "under a change that City Council approved". */
const adopted =
  /^(?:change|plan|deal|program|settlement|agreement|budget|draft|package|code|compromise|policy|rules|rule|order|directive|proclamation|moratorium)$/;

/** "…, under a plan the City Council approved Monday": the body, or the official who issued it; null for anything else. */
function underMeasure(context: SentenceContext, frame: FrameHit): Candidate | null {
  const { reading, candidates, to } = context;
  for (let i = frame.to; i < to - 2; i++) {
    const bare = adopted.test(foldedAt(reading, i + 1));
    if (foldedAt(reading, i) !== 'under' || !(bare || /^(?:a|an|the|new)$/.test(foldedAt(reading, i + 1)))) continue;
    let noun = bare ? i + 1 : i + 2;
    while (noun < i + 5 && !adopted.test(foldedAt(reading, noun))) noun++;
    if (noun === i + 5) return null;
    const holder = candidates.find((item) => item.from > noun && item.from <= noun + 3);
    if (!holder) return null;
    const verb = foldedAt(reading, holder.to);
    const fits = (isBody(holder) && adopts.test(verb)) || (holder.role === 'official' && issues.test(verb));
    return fits ? holder : null;
  }
  return null;
}

/** "under an ordinance", "in a resolution". */
export function isUnder(context: SentenceContext, document: Candidate): boolean {
  let i = document.from - 1;
  while (i > context.from && isOf(context.grammar, context.reading, i, 'determiner')) i--;
  return /^(?:under|in|with|through|by)$/.test(foldedAt(context.reading, i));
}

/** "Duplexes would be allowed under a draft zoning code that planners presented": what would be so under something that is but drafted. */
export function isUnderPlan({ reading, from, to }: SentenceContext, behind: number): boolean {
  for (let i = behind; i < to - 2; i++) {
    if (foldedAt(reading, i) !== 'under' || !/^(?:a|an|new|proposed)$/.test(foldedAt(reading, i + 1))) continue;
    let open = false;
    for (let j = from; j < i; j++) if (/^(?:would|could)$/.test(foldedAt(reading, j))) open = true;
    for (let noun = i + 2; open && noun < Math.min(to, i + 6); noun++)
      if (adopted.test(foldedAt(reading, noun))) return true;
    return false;
  }
  return false;
}
