// Pack files → packs that the engine can run: extends resolved, patterns parsed, references and tests checked.
// Knows packs as text; no vocabulary, no documents. Never throws for a bad pack: it lists what is wrong.

import type { PatternNode } from '../patterns/parse-pattern.ts';
import { checkIds, checkTests, ruleIds } from './check-tests.ts';
import { reportUnknown, type Work } from './compilation.ts';
import { compileTables } from './compile-tables.ts';
import type { CompiledPacks, PackSummary } from './compiled-packs.ts';
import { type ParsedPack, parsePack } from './parse-pack.ts';
import type { PackProblem } from './problem.ts';
import { readPatterns, readTerms } from './read-patterns.ts';
import type { RuleTrees } from './rule-trees.ts';

/** One pack file as its reader hands it on. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
  /** Comes with the program: gives way to another pack of the same name. */
  readonly shipped?: boolean;
}

export type PackOutcome =
  | {
      readonly ok: true;
      readonly packs: CompiledPacks;
      /** What `packs.tables` were compiled from. */
      readonly trees: RuleTrees;
      /** What the author may want to know, as "path:line:column: …". */
      readonly notes: readonly PackProblem[];
    }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Compiles packs that are given together; each may extend others of them. All problems of all files are listed. */
export function compilePacks(files: readonly PackFile[]): PackOutcome {
  const problems: PackProblem[] = [];
  const notes: PackProblem[] = [];
  const parsed: ParsedPack[] = [];
  for (const file of files) {
    const result = parsePack(file.path, file.text, file.shipped ?? false);
    if ('problems' in result) problems.push(...result.problems);
    else parsed.push(result.pack);
  }
  const byName = new Map<string, ParsedPack>();
  for (const pack of parsed.toSorted((a, b) => Number(b.shipped) - Number(a.shipped))) {
    const name = pack.source.pack;
    const other = byName.get(name);
    if (other && !(other.shipped && !pack.shipped))
      problems.push(pack.problemAt(['pack'], `duplicate pack "${name}", also in ${other.path}`));
    else if (other) notes.push(pack.problemAt(['pack'], `pack "${name}" takes the place of the shipped one`));
    if (!other || other.shipped) byName.set(name, pack);
  }
  // A pack whose base is broken would only give false alarms.
  if (problems.length > 0) return { ok: false, problems };
  const collected = {
    frames: [],
    operators: [],
    holders: [],
    never: [],
    issues: new Map(),
    tests: [],
    steps: new Map(),
  };
  const work: Work = { packs: byName, problems, ...collected };
  checkIssues(work);
  for (const pack of byName.values()) compilePack(work, pack);
  if (problems.length > 0) return { ok: false, problems };
  const { frames, operators, holders, never, issues, tests } = work;
  const trees = { frames, operators, holders, never };
  const rules = [...frames, ...operators].map(({ rule }) => rule);
  const packs = { packs: [...byName.values()].map(summaryOf), rules, tables: compileTables(trees), issues, tests };
  return { ok: true, packs, trees, notes };
}

function summaryOf({ path, shipped, source }: ParsedPack): PackSummary {
  const count = (section: object | undefined): number => Object.keys(section ?? {}).length;
  const todo = (source.tests ?? []).filter((test) => test.todo !== undefined).length;
  return {
    pack: source.pack,
    version: source.version,
    path,
    shipped,
    issues: count(source.issues),
    frames: count(source.frames),
    acts: count(source.acts),
    negators: count(source.negators),
    tests: (source.tests ?? []).length - todo,
    todo,
  };
}

/** An issue has one proposition, so it belongs to one pack. */
function checkIssues(work: Work): void {
  const owners = new Map<string, string>();
  for (const pack of work.packs.values()) {
    for (const id of Object.keys(pack.source.issues ?? {})) {
      const owner = owners.get(id);
      if (owner === undefined) owners.set(id, pack.source.pack);
      else
        work.problems.push(
          pack.problemAt(
            ['issues', id],
            `duplicate issue "${id}", the pack "${owner}" has one of that name; expected an id of its own`,
          ),
        );
    }
  }
}

function compilePack(work: Work, pack: ParsedPack): void {
  const bases = chainOfBases(work, pack, []);
  if (!bases) return;
  const { source } = pack;
  const terms = readTerms(work, bases, pack);
  const issues = new Set(bases.flatMap((base) => Object.keys(base.source.issues ?? {})));
  const name = `${source.pack}@${source.version}`;
  for (const [id, issue] of Object.entries(source.issues ?? {})) work.issues.set(id, issue.proposition);
  const read = (
    at: readonly PropertyKey[],
    value: string | readonly string[] | undefined,
    anchored = false,
  ): readonly PatternNode[] => readPatterns(work, pack, at, value, terms, anchored);
  const unlessOf = (id: string) =>
    (source.unless ?? []).flatMap((item, i) =>
      item.rule === id ? [{ patterns: read(['unless', i, 'when'], item.when), because: item.because }] : [],
    );
  const common = (id: string, at: readonly PropertyKey[], match: string | readonly string[]) => {
    const rank = (source.priority ?? []).indexOf(id);
    const unless = unlessOf(id);
    const base = { id, pack: name, rank: rank < 0 ? 1000 : rank, isGuarded: unless.length > 0 };
    return { base, tree: { patterns: read([...at, 'match'], match), terms, unless } };
  };
  for (const [holderType, holder] of Object.entries(source.holders ?? {})) {
    for (const key of ['match', 'heads'] as const) {
      const patterns = read(['holders', holderType, key], holder[key]);
      const rule = { holderType, role: holder.role, asHead: key === 'heads' };
      if (patterns.length > 0) work.holders.push({ rule, patterns, terms });
    }
  }
  for (const [id, frame] of Object.entries(source.frames ?? {})) {
    if (!issues.has(frame.issue)) reportUnknown(work, pack, ['frames', id, 'issue'], 'issue', frame.issue, issues);
    for (const other of Object.keys(frame.argues ?? {}))
      if (!issues.has(other)) reportUnknown(work, pack, ['frames', id, 'argues', other], 'issue', other, issues);
    if (frame.needs !== undefined && !terms.has(frame.needs))
      reportUnknown(work, pack, ['frames', id, 'needs'], 'term', frame.needs, terms.keys());
    const { base, tree } = common(id, ['frames', id], frame.match);
    work.frames.push({
      rule: { type: 'frame', source: frame, issues: Object.keys(source.issues ?? {}).length, ...base },
      ...tree,
    });
  }
  for (const [id, act] of Object.entries(source.acts ?? {})) {
    const at = ['acts', id];
    const ahead = {
      followedBy: read([...at, 'followedBy'], act.followedBy, true),
      notFollowedBy: read([...at, 'notFollowedBy'], act.notFollowedBy, true),
    };
    const { base, tree } = common(id, at, act.match);
    work.operators.push({ rule: { type: 'act', source: act, ...base }, ...ahead, ...tree });
  }
  for (const [id, negator] of Object.entries(source.negators ?? {})) {
    const { base, tree } = common(id, ['negators', id], negator.match);
    work.operators.push({
      rule: { type: 'negator', source: negator, ...base },
      followedBy: [],
      notFollowedBy: [],
      ...tree,
    });
  }
  work.never.push(...read(['never'], source.never));
  checkIds(work, pack, bases.slice(0, -1));
  checkTests(work, pack, new Set(bases.flatMap(ruleIds)));
}

/** The packs that a pack builds on, bases first, itself last; null (and a problem) when one is missing or it is circular. */
function chainOfBases(work: Work, pack: ParsedPack, above: readonly string[]): readonly ParsedPack[] | null {
  const name = pack.source.pack;
  const result = new Set<ParsedPack>();
  for (const [i, base] of (pack.source.extends ?? []).entries()) {
    if (base === name || above.includes(base)) {
      work.problems.push(pack.problemAt(['extends', i], `circular extends: ${[...above, name, base].join(' → ')}`));
      return null;
    }
    const found = work.packs.get(base);
    if (!found) {
      reportUnknown(work, pack, ['extends', i], 'pack', base, work.packs.keys());
      return null;
    }
    const chain = chainOfBases(work, found, [...above, name]);
    if (!chain) return null;
    for (const item of chain) result.add(item);
  }
  return [...result, pack];
}
