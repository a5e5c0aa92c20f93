// What is not done, ruled out or wanted, and no side yet: "will not oppose it", "has not ruled it out", "let it become law without her signature".
// Knows words around the links of a chain; not what the phrase means.
import { foldedAt } from '../../reading/reading.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Link } from './chains.ts';

/** The words that leave a side open; null where none do. */
export function leftOpen(context: SentenceContext, frame: FrameHit, links: readonly Link[]): string | null {
  const { reading, to } = context;
  for (const { hit } of links) {
    const verb = foldedAt(reading, hit.from);
    const negated = /^(?:not|n't|never)$/.test(foldedAt(reading, hit.from - 1));
    const future = /^(?:will|would|wo|'ll|'d)$/.test(foldedAt(reading, hit.from - 2));
    if (negated && future && resists.test(verb)) return `not ${verb}`;
    if (negated && /^rul(?:e|es|ed|ing)$/.test(verb) && foldedAt(reading, hit.from + 1) === 'out')
      return 'not ruled out';
    // "is tired of hearing that it hurts"
    if (/^(?:hearing|listening)$/.test(foldedAt(reading, hit.to))) return foldedAt(reading, hit.to);
  }
  // "acknowledged that officers had helped in violation of policy"
  const admits = links.some(({ hit }) => /^(?:acknowledg|admit|conced|confirm)/.test(foldedAt(reading, hit.from)));
  for (let i = frame.to; admits && i < Math.min(to, frame.to + 4); i++)
    if (foldedAt(reading, i) === 'in' && /^(?:violation|breach)$/.test(foldedAt(reading, i + 1))) return 'in violation';
  const law = [frame.to, frame.to + 1, frame.to + 2].map((i) => foldedAt(reading, i)).join(' ');
  return /^(?:to )?become law/.test(law) ? 'become law' : null;
}

const resists = /^(?:oppose|fight|stand|object|resist|challenge|contest)$/;
