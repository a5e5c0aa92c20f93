// Rules' patterns → the tables that texts are looked up in. Knows which table is for what; no text and no vocabulary.
import { compileGroups, type PatternGroup } from '../patterns/compile-groups.ts';
import type { TermTree } from '../patterns/compile-pattern.ts';
import type { PatternNode } from '../patterns/parse-pattern.ts';
import { collectedWords, collectWords, type WordCollector } from '../patterns/pattern-words.ts';
import type { Patterns } from '../patterns/states.ts';
import { compileTable } from '../tables.ts';
import type { FrameRule, PackTables } from './compiled-packs.ts';
import type { FrameTree, HolderTree, OperatorTree, RuleTrees } from './rule-trees.ts';

/** Compiles all patterns. Terms must exist and not be circular (compile-packs.ts has checked both). */
export function compileTables({ frames, operators, holders, never }: RuleTrees): PackTables {
  const words = collectWords();
  const ahead = (patterns: readonly PatternNode[], terms: PatternGroup['terms']): Patterns | null =>
    patterns.length === 0 ? null : compileGroups([{ patterns, terms }], words, true);
  const operatorTable = (trees: readonly OperatorTree[]) =>
    compileTable(
      trees.map((tree) => {
        const followedBy = ahead(tree.followedBy, tree.terms);
        const notFollowedBy = ahead(tree.notFollowedBy, tree.terms);
        return { value: { rule: tree.rule, followedBy, notFollowedBy }, group: tree };
      }),
      words,
    );
  const holderTable = (trees: readonly HolderTree[]) =>
    compileTable(
      trees.map((tree) => ({ value: tree.rule, group: tree })),
      words,
    );
  const isSide = ({ rule }: OperatorTree): boolean => rule.type === 'act' && rule.source.kind === 'side';
  const tables = {
    operators: operatorTable(operators.filter((tree) => !isSide(tree))),
    sides: operatorTable(operators.filter(isSide)),
    guards: compileTable([...frames, ...operators].flatMap(guardRows), words),
    holders: holderTable(holders.filter(({ rule }) => !rule.asHead)),
    heads: holderTable(holders.filter(({ rule }) => rule.asHead)),
    never: compileTable(
      never.map((pattern) => ({ value: null, group: { patterns: [pattern], terms: new Map() } })),
      words,
    ),
    needed: neededBy(frames, words),
    frames: compileTable(
      frames.map((tree) => ({ value: tree.rule, group: tree })),
      words,
      true,
    ),
  };
  return { ...tables, words: collectedWords(words) };
}

function guardRows({ rule, unless, terms }: FrameTree | OperatorTree) {
  return unless.map(({ patterns, because }, order) => ({
    value: { rule, order, because },
    group: { patterns, terms },
  }));
}

/** The terms that frames need, each once. */
function neededBy(frames: readonly FrameTree[], words: WordCollector): ReadonlyMap<FrameRule, Patterns> {
  const needed = new Map<FrameRule, Patterns>();
  const known = new Map<TermTree, Patterns>();
  for (const { rule, terms } of frames) {
    const name = rule.source.needs;
    const tree = name === undefined ? undefined : terms.get(name);
    if (name === undefined || !tree) continue;
    const patterns = known.get(tree) ?? compileGroups([{ patterns: [termNode(name)], terms }], words, true);
    known.set(tree, patterns);
    needed.set(rule, patterns);
  }
  return needed;
}

function termNode(name: string): PatternNode {
  return { type: 'term', name, offset: 0 };
}
