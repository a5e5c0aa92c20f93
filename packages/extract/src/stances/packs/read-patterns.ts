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
  for (const name of Object.keys(own.source.terms ?? {})) checkTerm(work, own, name, terms, [name]);
  return terms;
}

/** Terms may use terms, but not each other in a circle. */
function checkTerm(
  work: Work,
  pack: ParsedPack,
  name: string,
  terms: ReadonlyMap<string, TermTree>,
  path: readonly string[],
): void {
  for (const used of (terms.get(name)?.nodes ?? []).flatMap(termsIn)) {
    if (!terms.has(used.name)) {
      if (path.length === 1) reportUnknown(work, pack, ['terms', name], 'term', used.name, terms.keys());
    } else if (path.includes(used.name)) {
      if (used.name === path[0])
        work.problems.push(pack.problemAt(['terms', name], `circular term: ${[...path, used.name].join(' → ')}`));
      return;
    } else checkTerm(work, pack, used.name, terms, [...path, used.name]);
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
      if (!anchored && unknown.length === 0 && beginsOpen(node, terms)) {
        work.problems.push(pack.problemAt(place, 'found a gap or number at the beginning, expected a word first'));
      }
    }
    return nodes;
  });
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
function beginsOpen(node: PatternNode, terms: ReadonlyMap<string, TermTree>, depth = 0): boolean {
  if (node.type === 'gap' || node.type === 'number') return true;
  if (node.type === 'optional') return beginsOpen(node.item, terms, depth);
  if (node.type === 'choice') return node.items.some((item) => beginsOpen(item, terms, depth));
  // Circular terms are a problem of their own; here they must only not go on for ever.
  if (node.type === 'term')
    return depth < 10 && (terms.get(node.name)?.nodes ?? []).some((item) => beginsOpen(item, terms, depth + 1));
  if (node.type !== 'sequence') return false;
  for (const item of node.items) {
    if (beginsOpen(item, terms, depth)) return true;
    if (item.type !== 'optional') return false;
  }
  return false;
}
