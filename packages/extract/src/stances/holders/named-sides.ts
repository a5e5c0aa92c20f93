// Who is named as one of a thing's friends or foes: "Critics of the cap, including Lee, said …", "Among those opposed to it are …".
// Knows nouns of sides and lists of names; nothing of issues.
import { foldedAt } from '../../reading/reading.ts';
import type { Chain } from '../chains/chains.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import { onlyPhrases } from '../clauses/noun-phrases.ts';
import type { FrameHit } from '../lexicon.ts';
import { type Ruling, ruling } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { thingOf } from './object-relatives.ts';

const friends = /^(?:supporters|backers|proponents|champions|advocates|allies|defenders|fans|sponsors|authors)$/;
const foes = /^(?:critics|opponents|foes|detractors|skeptics|enemies)$/;
const lists = /^(?:including|like|among|such)$/;

/** The stances of those whom a sentence names as friends or foes of a thing; none when it names nobody. */
export function namedSides(context: SentenceContext, frame: FrameHit, chain: Chain): readonly Ruling[] {
  const thing = thingOf(context, chain, frame);
  const side = thing === null ? null : sideBefore(context, thing.from);
  if (thing === null || side === null) return [];
  const complaint = side === 'foes' ? 'they are against it' : null;
  return namesBehind(context, frame.to).map((holder) =>
    ruling(context, holder, thing.links, null, null, {
      act: 'statement',
      modality: 'asserted',
      basis: 'position',
      complaint,
      doubt: 0.05,
    }),
  );
}

/** "critics of the …", "among those opposed to the …". */
function sideBefore({ reading, grammar, from, verbAt }: SentenceContext, thing: number): 'friends' | 'foes' | null {
  let i = thing - 1;
  const light = (): boolean =>
    isOf(grammar, reading, i, 'determiner') ||
    (/^\p{L}[\p{L}-]*$/u.test(foldedAt(reading, i)) &&
      !isOf(grammar, reading, i, 'preposition', 'auxiliary', 'modal', 'pronoun', 'conjunction', 'relative') &&
      !verbAt(i)) ||
    foldedAt(reading, i) === "'s";
  while (i > Math.max(from, thing - 6) && light()) i--;
  const [word, before] = [foldedAt(reading, i), foldedAt(reading, i - 1)];
  if (word === 'of' && friends.test(before)) return 'friends';
  if (word === 'of' && foes.test(before)) return 'foes';
  if (word === 'to' && before === 'opposed' && /^(?:those|people)$/.test(foldedAt(reading, i - 2))) return 'foes';
  if (word === 'of' && before === 'favor' && /^(?:those|people)$/.test(foldedAt(reading, i - 3))) return 'friends';
  return null;
}

/** The names of ", including A, B and C" or "are A and B" behind what hangs on a thing. */
function namesBehind(context: SentenceContext, end: number): readonly Candidate[] {
  const { reading, grammar, to } = context;
  let i = end;
  while (i < to && i < end + 7 && foldedAt(reading, i) !== ',' && !isOf(grammar, reading, i, 'being')) i++;
  if (i > end && !onlyPhrases(context, end, i)) return [];
  return isOf(grammar, reading, i, 'being') ? namesIn(context, i + 1) : namesListed(context, i);
}

/** The names that ", including", ", such as", ", like" or ", among them" opens at a token; none where no such list stands. */
export function namesListed(context: SentenceContext, comma: number): readonly Candidate[] {
  const { reading } = context;
  if (foldedAt(reading, comma) !== ',' || !lists.test(foldedAt(reading, comma + 1))) return [];
  return namesIn(context, comma + (/^(?:such|among)$/.test(foldedAt(reading, comma + 1)) ? 3 : 2));
}

function namesIn(context: SentenceContext, from: number): readonly Candidate[] {
  const { reading, grammar, candidates, to } = context;
  const names: Candidate[] = [];
  for (let i = from; i < to; i++) {
    const name = candidates.find((item) => item.from === i && item.named && item.role !== 'document');
    if (name) {
      names.push(name);
      i = name.to - 1;
      continue;
    }
    const title = candidates.some((item) => item.from <= i && i < item.to && !item.named);
    const joins = /^(?:,|and)$/.test(foldedAt(reading, i)) && !isOf(grammar, reading, i + 1, 'being');
    if (!title && !joins && !isOf(grammar, reading, i, 'determiner') && !isAdverb(grammar, reading, i)) break;
    // "…, including Lee, said": the list is closed.
    if (foldedAt(reading, i) === ',' && (context.verbAt(i + 1) || isOf(grammar, reading, i + 1, 'auxiliary', 'modal')))
      break;
  }
  return names;
}
