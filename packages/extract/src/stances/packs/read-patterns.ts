// The terms and patterns of a pack as trees, with everything that is wrong with them. Knows patterns; not what rules use them for.
import type { TermTree } from '../patterns/compile-pattern.ts';
import { PatternFault, type PatternNode, parsePattern } from '../patterns/parse-pattern.ts';
import { reportUnknown, type Work } from './compilation.ts';
import type { ParsedPack } from './parse-pack.ts';

export function readTerms(work: Work, bases: readonly ParsedPack[], own: ParsedPack): ReadonlyMap<string, TermTree> {
  const terms = new Map<string, TermTree>();
  for (const base of bases) {
    for (const [name, term] of Object.entries(base.source.terms ?? {})) {
      const nodes = term.any.flatMap((item, i) => parseOne(work, base, ['terms', name, 'any', i], item, base === own));
      terms.set(name, { nodes, exact: term.case === 'keep' });
    }
  }
  const sound = new Set<string>();
  for (const name of Object.keys(own.source.terms ?? {})) checkTerm(work, own, name, terms, [name], sound);
  return terms;
}

/** Terms that use terms: more than so many inside of each other is a slip or an attack. */
const termDepthMax = 30;

/** Terms may use terms, but not each other in a circle. `sound` are those that were followed to their ends already. */
function checkTerm(
  work: Work,
  pack: ParsedPack,
  name: string,
  terms: Map<string, TermTree>,
  path: readonly string[],
  sound: Set<string>,
): void {
  if (sound.has(name)) return;
  for (const used of (terms.get(name)?.nodes ?? []).flatMap(termsIn)) {
    if (!terms.has(used.name)) {
      if (path.length === 1) reportUnknown(work, pack, ['terms', name], 'term', used.name, terms.keys());
    } else if (path.includes(used.name)) {
      if (used.name === path[0])
        work.problems.push(pack.problemAt(['terms', name], `circular term: ${[...path, used.name].join(' → ')}`));
      return;
    } else if (path.length === termDepthMax) {
      work.problems.push(pack.problemAt(['terms', name], `found more than ${termDepthMax} terms inside of each other`));
      // Said once; and whoever follows the terms from now on comes to an end.
      for (const key of terms.keys()) terms.set(key, { nodes: [], exact: false });
      return;
    } else checkTerm(work, pack, used.name, terms, [...path, used.name], sound);
  }
  sound.add(name);
}

/** The most steps that one pattern may become; the largest of the shipped ones has 900. */
const patternStepsMax = 5_000;
/** The most steps that all patterns of a pack may become together; the shipped ones have less than 10,000 each. */
const packStepsMax = 200_000;

/** How many steps a pattern becomes once its terms are put in and its words inflected; counted, not built. */
function countSteps(node: PatternNode, terms: ReadonlyMap<string, TermTree>, known: Map<string, number>): number {
  const sum = (items: readonly PatternNode[]): number =>
    items.reduce((steps, item) => steps + countSteps(item, terms, known), 0);
  switch (node.type) {
    case 'word':
      return node.inflected ? 5 : 1;
    case 'number':
      return 1;
    case 'gap':
      return node.max;
    case 'optional':
      return sum([node.item]);
    case 'term': {
      const counted = known.get(node.name);
      if (counted !== undefined) return counted;
      // A circle is a problem of its own; here it must only come to an end.
      known.set(node.name, 0);
      const steps = sum(terms.get(node.name)?.nodes ?? []);
      known.set(node.name, steps);
      return steps;
    }
    default:
      return sum(node.items);
  }
}

export function readPatterns(
  work: Work,
  pack: ParsedPack,
  at: readonly PropertyKey[],
  value: string | readonly string[] | undefined,
  terms: ReadonlyMap<string, TermTree>,
  anchored: boolean,
): readonly PatternNode[] {
  if (value === undefined) return [];
  const list = typeof value === 'string' ? [value] : value;
  return list.flatMap((item, i) => {
    const place = typeof value === 'string' ? at : [...at, i];
    const nodes = parseOne(work, pack, place, item, true);
    for (const node of nodes) {
      const unknown = termsIn(node).filter((used) => !terms.has(used.name));
      for (const used of unknown) reportUnknown(work, pack, place, 'term', used.name, terms.keys(), used.offset);
      const steps = countSteps(node, terms, new Map());
      if (steps <= patternStepsMax) addSteps(work, pack, place, steps);
      if (steps > patternStepsMax) {
        const message = `found a pattern that its terms make ${steps} steps long, expected at most ${patternStepsMax}`;
        work.problems.push(pack.problemAt(place, message));
      } else if (!anchored && unknown.length === 0 && beginsOpen(node, terms)) {
        work.problems.push(pack.problemAt(place, 'found a gap or number at the beginning, expected a word first'));
      }
    }
    return nodes;
  });
}

function addSteps(work: Work, pack: ParsedPack, place: readonly PropertyKey[], steps: number): void {
  const before = work.steps.get(pack) ?? 0;
  work.steps.set(pack, before + steps);
  if (before > packStepsMax || before + steps <= packStepsMax) return;
  const message = `found more than ${packStepsMax} steps in the patterns of this pack up to here, expected fewer or smaller ones`;
  work.problems.push(pack.problemAt(place, message));
}

function parseOne(
  work: Work,
  pack: ParsedPack,
  at: readonly PropertyKey[],
  source: string,
  report: boolean,
): readonly PatternNode[] {
  try {
    return [parsePattern(source)];
  } catch (error) {
    if (!(error instanceof PatternFault)) throw error;
    if (report) work.problems.push(pack.problemAt(at, error.message, error.offset));
    return [];
  }
}

function termsIn(node: PatternNode): readonly { readonly name: string; readonly offset: number }[] {
  if (node.type === 'term') return [node];
  if (node.type === 'optional') return termsIn(node.item);
  return node.type === 'sequence' || node.type === 'choice' ? node.items.flatMap(termsIn) : [];
}

/** Whether a match could begin with a gap or a number: it would be tried at every word of every text. */
function beginsOpen(node: PatternNode, terms: ReadonlyMap<string, TermTree>, seen = new Set<string>()): boolean {
  if (node.type === 'gap' || node.type === 'number') return true;
  if (node.type === 'optional') return beginsOpen(node.item, terms, seen);
  if (node.type === 'choice') return node.items.some((item) => beginsOpen(item, terms, seen));
  if (node.type === 'term') {
    // One look at each term is enough, and keeps a circle from going on for ever.
    if (seen.has(node.name)) return false;
    seen.add(node.name);
    return (terms.get(node.name)?.nodes ?? []).some((item) => beginsOpen(item, terms, seen));
  }
  if (node.type !== 'sequence') return false;
  for (const item of node.items) {
    if (beginsOpen(item, terms, seen)) return true;
    if (item.type !== 'optional') return false;
  }
  return false;
}
