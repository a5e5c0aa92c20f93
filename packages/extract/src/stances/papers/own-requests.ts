// "Lee asked the sheriff to drop the rule. He turned the request down.": whoever asked is not who turned it down, whomever "he" seems to mean.
// Knows nouns of asking and who asked before; no issue.
import { foldedAt, sentenceRange } from '../../reading/reading.ts';
import { type Analysis, withStances } from '../judge.ts';

const asked = /^(?:request|requests|plea|bid|demand|demands|petition|offer|application)$/;
/** A request is answered within so many sentences. */
const sentencesFar = 3;

/** The analyses, without refusals of a request by its own maker. */
export function withoutOwnRefusals(analyses: readonly Analysis[]): readonly Analysis[] {
  return analyses.map((analysis) => {
    const { judgement, context, frame } = analysis;
    if (!('stances' in judgement) || !asked.test(foldedAt(context.reading, frame.to - 1))) return analysis;
    if (isOfUnread(analyses, analysis))
      return { ...analysis, judgement: { because: 'what was asked is not known', chain: judgement.chain } };
    const [lead] = judgement.chain.links;
    if (lead?.kind !== 'decide' || lead.sign > 0) return analysis;
    const stances = judgement.stances.filter(
      (stance) => !analyses.some((other) => contradicts(other, analysis, stance)),
    );
    return withStances(analysis, stances, 'nobody turns down an own request');
  });
}

/** "The union asked him to let officers go after cars again. He turned the request down.": the request is no rule's word for the measure. */
function isOfUnread(analyses: readonly Analysis[], { context: { reading, from }, frame }: Analysis): boolean {
  if (frame.rule.standsFor === undefined) return false;
  const s = reading.sentenceOf[from] ?? 0;
  for (let k = s - 1; k >= Math.max(0, s - 2); k--) {
    const [begin, end] = sentenceRange(reading, k);
    let asks = false;
    for (let i = begin; i < end; i++) if (asking.test(foldedAt(reading, i))) asks = true;
    if (!asks) continue;
    return !analyses.some(
      ({ context, judgement }) =>
        context.start === begin &&
        'stances' in judgement &&
        judgement.stances.some(({ issue, modality }) => issue === frame.rule.source.issue && modality === 'demanded'),
    );
  }
  return false;
}

const asking = /^(?:asked|requested|sought|petitioned|applied|urged|pleaded)$/;

function contradicts(
  { judgement, context }: Analysis,
  { context: { reading, from } }: Analysis,
  { holder, issue, position }: { readonly holder: string; readonly issue: string; readonly position: string },
): boolean {
  const far = (reading.sentenceOf[from] ?? 0) - (reading.sentenceOf[context.from] ?? 0);
  if (far < 1 || far > sentencesFar || !('stances' in judgement)) return false;
  return judgement.stances.some(
    (one) => one.holder === holder && one.issue === issue && one.position !== position && one.modality === 'demanded',
  );
}
