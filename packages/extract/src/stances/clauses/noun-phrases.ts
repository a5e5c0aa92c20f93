// Where a noun phrase begins and what may hang on it. Knows determiners, modifiers and prepositions; no holder.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isAdverb, isOf } from './grammar.ts';

const partitives =
  /^(?:one|dozens|hundreds|scores|thousands|percent|third|thirds|half|quarter|quarters|fifths|members|trio|pair|couple|number|group|majority|coalition|handful|most|some|many|all|both|several)$/;

/** The token before a noun phrase: left of its determiner, its modifiers ("in “sanctuary” cities") and "a number of". */
export function leftOfPhrase(context: SentenceContext, begin: number): number {
  const { grammar, reading, from } = context;
  let i = begin - 1;
  const skip = (): void => {
    while (
      i >= from &&
      (isOf(grammar, reading, i, 'determiner') ||
        hasShape(reading, i, shape.number) ||
        /^(?:dozen|hundred|thousand|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)$/.test(
          foldedAt(reading, i),
        ))
    )
      i--;
    // "about 59 percent", "nearly 40 tenants"
    const counted = hasShape(reading, i + 1, shape.number);
    if (counted && /^(?:about|nearly|almost|around|roughly|over)$/.test(foldedAt(reading, i))) i--;
  };
  skip();
  const complete = isOf(grammar, reading, i + 1, 'determiner');
  for (let steps = 0; steps < 3 && i >= from; steps++) {
    const modifier =
      // "that oversees the jail": before a determiner stands no word of its phrase.
      !(complete && steps === 0) &&
      i - 1 >= from &&
      !context.verbAt(i) &&
      /^\p{Ll}+$/u.test(foldedAt(reading, i)) &&
      !isOf(
        grammar,
        reading,
        i,
        'preposition',
        'auxiliary',
        'modal',
        'conjunction',
        'relative',
        'pronoun',
        'adverbial',
        'condition',
      );
    if (
      hasShape(reading, i, shape.quote) ||
      (modifier && isOf(grammar, reading, i - 1, 'preposition', 'determiner')) ||
      (modifier && hasShape(reading, i - 1, shape.quote))
    )
      i--;
    else break;
  }
  skip();
  if (i - 1 >= from && foldedAt(reading, i) === 'of' && partitives.test(foldedAt(reading, i - 1))) {
    i -= 2;
    skip();
  }
  return i;
}

/** Whether only prepositional phrases without verbs stand in `[from, to)`. */
export function onlyPhrases(context: SentenceContext, from: number, to: number): boolean {
  const { grammar, reading } = context;
  if (to - from > 7 || !isOf(grammar, reading, from, 'preposition')) return false;
  for (let i = from; i < to; i++) {
    if (
      isOf(grammar, reading, i, 'auxiliary', 'modal', 'relative', 'conjunction') ||
      context.verbAt(i) ||
      (hasShape(reading, i, shape.mark & ~shape.quote) && foldedAt(reading, i) === ',')
    )
      return false;
  }
  return true;
}

/** "Ruth Diaz, D-Tacoma, who …": before the party and the district; the same token where no tag stands. */
export function beforePartyTag({ reading, from }: SentenceContext, end: number): number {
  for (let i = end - 1; i > Math.max(from, end - 6); i--)
    if (foldedAt(reading, i) === ',')
      return /^(?:d|r|i|dfl|ward|district)$/.test(foldedAt(reading, i + 1)) || /^[dri]-/.test(foldedAt(reading, i + 1))
        ? i
        : end;
  return end;
}

/** Whether nothing but determiners, conjunctions, adverbs and marks stands between `start` and a token. */
export function opensAt(context: SentenceContext, token: number, start: number): boolean {
  for (let i = token - 1; i >= start; i--) {
    const { grammar, reading } = context;
    if (
      !isOf(grammar, reading, i, 'determiner', 'conjunction') &&
      !isAdverb(grammar, reading, i) &&
      !hasShape(reading, i, shape.mark)
    )
      return false;
  }
  return true;
}
