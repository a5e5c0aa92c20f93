// Which papers a phrase of taking back or loosening has for its object: "exempt duplexes from the rent control ordinance". Knows nouns; no sign.
import { foldedAt, type Reading } from '../../reading/reading.ts';
import type { FrameHit } from '../lexicon.ts';

const papers = ['ordinance', 'law', 'rule', 'rules', 'bylaw', 'policy'];

/** The nouns of papers among a phrase's words, behind its verb: a story may go on to call so what stands. */
export function heldBy(reading: Reading, { from, to }: Pick<FrameHit, 'from' | 'to'>): readonly string[] {
  return papers.filter((noun) => {
    for (let i = from + 1; i < to; i++) if (foldedAt(reading, i) === noun) return true;
    return false;
  });
}
