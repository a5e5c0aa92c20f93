// Where a link reaches two deeds, and the phrase tells of the second: "requires jails to check papers and to notify ICE", "bars officers from asking and from holding".
// Knows "to", "from" and conjunctions; no sign.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Span } from './steps.ts';

/** The token of the "to" or "from" of the first deed, behind which nothing turns the second; null where the phrase tells of no second deed. */
export function firstOfTwo(context: SentenceContext, span: Span): number | null {
  const { reading } = context;
  if (!/^(?:demand|limit|decide|should|not|effect|do)$/.test(span.kind)) return null;
  const own = foldedAt(reading, span.to - 1);
  const bare = /^(?:and|or)$/.test(own);
  const marker = bare || span.infinitive ? 'to' : own;
  if (marker !== 'to' && (marker !== 'from' || !/ing$/.test(foldedAt(reading, span.to)))) return null;
  const joint = bare ? span.to - 1 : (span.infinitive ? span.verb : span.to - 1) - 1;
  if (!/^(?:and|or)$/.test(foldedAt(reading, joint))) return null;
  for (let i = span.from - 1; i < joint - 1; i++) {
    // The first deed is the link's own: its object alone stands before it.
    if (foldedAt(reading, i) === marker) {
      if (marker === 'from' && !/ing$/.test(foldedAt(reading, i + 1))) return null;
      return isPlain(context, i + 1, joint, bare) ? i : null;
    }
  }
  return null;
}

interface Deeds {
  /** The "to" or "from" of the first. */
  readonly first: number;
  readonly joint: number;
}

interface Hit {
  readonly hit: { readonly from: number; readonly to: number };
}

/** The first of two deeds of which the second begins at a token ("to end a curfew and to [cap] rents"), told behind token `start`; null where there is no such pair. */
function deedsAt({ reading, groupAt }: SentenceContext, at: number, start: number): Deeds | null {
  const { infinitive, left } = groupAt(at);
  const isFrom = foldedAt(reading, at - 1) === 'from' && /ing$/.test(foldedAt(reading, at));
  if (!infinitive && !isFrom) return null;
  const joint = (infinitive ? left : at - 1) - 1;
  if (!/^(?:and|or)$/.test(foldedAt(reading, joint))) return null;
  const marker = infinitive ? 'to' : 'from';
  for (let i = start - 1; i < joint - 1; i++) if (foldedAt(reading, i) === marker) return { first: i, joint };
  return null;
}

/** The links without those that belong to a first deed: "voted to repeal a ban on rallies and to cap rents" bans no cap. */
export function withoutFirstDeeds<L extends Hit>(
  context: SentenceContext,
  links: readonly L[],
  phrase: number,
): readonly L[] {
  const [outer] = links;
  if (links.length < 2 || !outer) return links;
  const own = [...links.slice(1).map(({ hit }) => hit.from), phrase];
  const pairs = own.flatMap((at) => deedsAt(context, at, outer.hit.to) ?? []);
  return pairs.length === 0
    ? links
    : links.filter(({ hit }) => !pairs.some(({ first, joint }) => hit.from > first && hit.to <= joint));
}

/** "voted not to fund parks and to cap rents": whether the cap is denied stays open. "and to" where it does; null else. */
export function deniedBefore(context: SentenceContext, links: readonly Hit[], phrase: number): string | null {
  const [outer] = links;
  const deeds = outer ? deedsAt(context, phrase, outer.hit.to) : null;
  if (deeds === null || foldedAt(context.reading, deeds.joint) !== 'and') return null;
  return isOf(context.grammar, context.reading, deeds.first - 1, 'negator') ? 'and to' : null;
}

/** Whether the first deed neither turns what follows nor tells of other people's deeds. */
function isPlain({ reading, grammar }: SentenceContext, from: number, joint: number, bare: boolean): boolean {
  // "to arrest or hold": one verb beside the other.
  if (bare && joint - from > 1) return false;
  for (let i = from; i < joint; i++)
    if (
      turns.test(foldedAt(reading, i)) ||
      hasShape(reading, i, shape.quote) ||
      isOf(grammar, reading, i, 'relative', 'negator', 'condition')
    )
      return false;
  return true;
}

const turns =
  /^(?:stop|end|refuse|fail|decline|avoid|oppose|reject|deny|repeal|block|cease|quit|delay|limit|ban|bar|prohibit|instead|rather|but|;|:)$/;
