// Rules that came near at a stance's evidence and did not fire. Knows a finding and its text; what comes near is told from outside.
import type { DeskAnswer } from '../contract.ts';
import type { DeskServices } from '../handlers.ts';
import { notFound } from '../refusals.ts';
import { contextOf } from './sentences.ts';

/** Sentences with what came near in each; none where nothing did. */
export type NearRules = (
  passage: string,
) => Promise<readonly { readonly sentence: string; readonly misses: readonly string[] }[]>;

/** Longer than any sentences that people write: what is read again for one look has a bound. */
const passageLengthMax = 4_000;

/** Of the sentences that the evidence touches, read with those beside them. Empty for what is no stance. */
export async function readNearRules(
  { store, nearRules }: DeskServices,
  id: string,
): Promise<DeskAnswer<'get_near_rules'>> {
  const found = await store.getFinding(id);
  if (found === null) throw notFound('item', id);
  const { finding, version } = found;
  if (finding.kind !== 'stance') return { near: [] };
  const { start, end } = contextOf(version.text, finding, 1);
  const passage = version.text.slice(start, Math.min(end, start + passageLengthMax)).toWellFormed();
  let from = 0;
  const near = (await nearRules(passage)).flatMap(({ sentence, misses }) => {
    const at = passage.indexOf(sentence, from);
    if (at < 0) return [];
    from = at + sentence.length;
    return start + at < finding.end && finding.start < start + from ? misses : [];
  });
  return { near: [...new Set(near)] };
}
