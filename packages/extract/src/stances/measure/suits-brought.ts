// What a suit of the story asks for: "sued over the cap" makes "the lawsuit" the cap's foe. Knows who sues and asks a court; not what the suit is over.
import { foldedAt } from '../../reading/reading.ts';
import type { Analysis } from '../judge.ts';

/** What a story calls a suit that it told of. */
export const suitNouns: readonly string[] = ['suit', 'lawsuit', 'suits', 'lawsuits'];

/** The sign of whoever sues towards the issue of a phrase; null where the sentence tells of no suit. */
export function signOfSuit({ judgement, context, frame }: Analysis): 1 | -1 | null {
  const { links, broken } = judgement.chain;
  const at = links.findIndex(({ hit, behind }) => !behind && hit.rule.id === 'sues');
  const own = frame.rule.source.sign;
  const product = (from: number): 1 | -1 =>
    links.slice(from).reduce<number>((sign, link) => sign * link.sign, own) > 0 ? 1 : -1;
  if (at >= 0) return broken === null ? product(at) : null;
  const [stance] = 'stances' in judgement ? judgement.stances : [];
  if (stance?.act === 'lawsuit' && /^(?:supports|opposes)$/.test(stance.position))
    return stance.position === 'supports' ? 1 : -1;
  // "sued the sheriff, asking a judge to …", whoever it was
  const [lead] = links;
  const asks =
    lead !== undefined &&
    !lead.behind &&
    /^(?:asking|seeking|asks|seeks)$/.test(foldedAt(context.reading, lead.hit.from));
  return asks && lead.kind === 'demand' && broken === null && tellsOfSuit(context) ? product(0) : null;
}

export function tellsOfSuit({ reading, from, to }: Analysis['context']): boolean {
  for (let i = from; i < to; i++) if (/^(?:sued|suing|sues|suit|lawsuit)$/.test(foldedAt(reading, i))) return true;
  return false;
}
