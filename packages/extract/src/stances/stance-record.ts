// Writes a ruling down as the record that leaves: product of signs, evidence, trace, confidence. Knows arithmetic and words; judges nothing.
import type { Stance } from '@civicwire/shared';
import { foldedAt, hasShape, spanOf } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { isSpeech } from './chains/chains.ts';
import { textOf } from './holders/holder-names.ts';
import type { FrameHit } from './lexicon.ts';
import type { Ruling } from './ruling.ts';
import type { SentenceContext } from './sentence-context.ts';

/** The stance of a ruling on a frame. */
export function stanceOf(context: SentenceContext, frame: FrameHit, item: Ruling): Stance {
  const { source } = frame.rule;
  const { product, factors } = multiply(context, frame, item);
  const position = item.position ?? (product > 0 ? 'supports' : 'opposes');
  const fixed = item.position === null ? '' : `, but the wording leaves it ${item.position}`;
  return {
    holder: item.holder.name,
    holderType: item.holder.holderType,
    issue: source.issue,
    position,
    basis: item.basis,
    act: item.act,
    modality: item.modality,
    target: item.target,
    attributedBy: item.attributedBy,
    evidence: spanOf(context.reading, ...evidenceRange(context, frame, item)),
    trace: `${factors.join(' × ')} = ${signed(product)}${fixed}: ${item.holder.name} ${verbs[position]} ${source.issue}`,
    confidence: confidenceOf(frame, item),
    rule: `${frame.rule.pack} ${[...item.links.map((link) => link.hit.rule.id), frame.rule.id].join('·')}`,
  };
}

const verbs = { supports: 'supports', opposes: 'opposes', mixed: 'is mixed on', neutral: 'is neutral on' } as const;

/** Every factor in words with its sign, and their product. */
function multiply(
  context: SentenceContext,
  frame: FrameHit,
  item: Ruling,
): { readonly product: number; readonly factors: readonly string[] } {
  const { source } = frame.rule;
  const factors = item.links.map(
    (link) => `${textOf(context.reading, link.hit.from, link.hit.to)} (${signed(link.sign)})`,
  );
  if (item.complaint !== null) factors.unshift(`${item.complaint} (−1)`);
  const { standsFor } = frame.rule;
  const what = standsFor === undefined ? '' : `, the story's measure, told by “${standsFor}”`;
  factors.push(
    `“${textOf(context.reading, frame.from, frame.to)}”${what} (${signed(source.sign)} towards ${source.issue})`,
  );
  const product =
    item.links.reduce<number>((sign, link) => sign * link.sign, source.sign) * (item.complaint === null ? 1 : -1);
  return { product, factors };
}

/** Nine in ten for a plain chain; less for each inference, for a measure under another name and for long chains. Not calibrated: the scorecard is to do that. */
function confidenceOf(frame: FrameHit, item: Ruling): number {
  const inferred = frame.rule.standsFor === undefined ? 0 : 0.15;
  const raw = 0.9 - inferred - item.doubt - 0.05 * Math.max(0, item.links.length - 2);
  return Math.max(0.3, Math.round(raw * 100) / 100);
}

/** From the holder (when it leads) or the first factor to the frame's end, with a condition that hangs on it. */
function evidenceRange(context: SentenceContext, frame: FrameHit, item: Ruling): readonly [number, number] {
  const inside = item.links.filter((link) => !(isSpeech(link.kind) && link.behind));
  let from = Math.min(frame.from, ...inside.map((link) => link.hit.from));
  let to = Math.max(frame.to, ...inside.map((link) => link.hit.to));
  const { holder } = item;
  if (
    holder.from >= context.from &&
    holder.to <= context.to &&
    holder.from < from &&
    from - holder.from < (/^(?:policy|law)$/.test(item.act) ? 24 : 12)
  )
    from = holder.from;
  const doneBy = item.links.some((link) => link.behind && link.passive);
  if (doneBy && holder.from >= to && holder.to <= context.to && holder.to - to < 6) to = holder.to;
  // "Deputies will wear cameras after the county board voted …": who decided it stands behind.
  if (item.act === 'vote' && holder.from >= to && holder.to <= context.to && holder.to - to < 24) to = holder.to;
  if (item.until !== null) to = Math.max(to, item.until);
  if (/^(?:without|unless)$/.test(foldedAt(context.reading, to))) {
    while (to < context.to && !hasShape(context.reading, to, shape.mark)) to++;
  }
  return [from, to];
}

function signed(sign: number): string {
  return sign > 0 ? '+1' : '−1';
}
