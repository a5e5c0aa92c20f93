// Pack files → packs that the engine can run: extends resolved, patterns parsed, references and tests checked.
// Knows packs as text; no vocabulary, no documents. Never throws for a bad pack: it lists what is wrong.

import type { TermTree } from '../patterns/compile-pattern.ts';
import { PatternFault, type PatternNode, parsePattern } from '../patterns/parse-pattern.ts';
import type { ActSource, FrameSource, NegatorSource, PackTest } from './pack-schema.ts';
import { type ParsedPack, parsePack } from './parse-pack.ts';
import { nearestWord, type PackProblem } from './problem.ts';

/** A rule of a pack with its patterns parsed. */
interface RuleBase {
  readonly id: string;
  /** "immigration-enforcement@0.1.0" */
  readonly pack: string;
  readonly patterns: readonly PatternNode[];
  /** Terms as its own pack sees them. */
  readonly terms: ReadonlyMap<string, TermTree>;
  /** Lower wins a tie. */
  readonly rank: number;
}
export interface FrameRule extends RuleBase {
  readonly type: 'frame';
  readonly source: FrameSource;
  readonly unless: readonly { readonly patterns: readonly PatternNode[]; readonly because: string }[];
}
export interface ActRule extends RuleBase {
  readonly type: 'act';
  readonly source: ActSource;
  readonly followedBy: readonly PatternNode[];
  readonly notFollowedBy: readonly PatternNode[];
  readonly unless: readonly { readonly patterns: readonly PatternNode[]; readonly because: string }[];
}
export interface NegatorRule extends RuleBase {
  readonly type: 'negator';
  readonly source: NegatorSource;
}
type PackRule = FrameRule | ActRule | NegatorRule;

/** Whom a noun or title names. */
export interface HolderRule {
  readonly holderType: string;
  readonly role: 'government' | 'official' | 'critic' | 'other' | 'document';
  readonly patterns: readonly PatternNode[];
  readonly terms: ReadonlyMap<string, TermTree>;
}

/** What `compilePacks` gives to the engine. Free of any vocabulary: workers may share it. */
export interface CompiledPacks {
  readonly rules: readonly PackRule[];
  readonly holders: readonly HolderRule[];
  readonly never: readonly PatternNode[];
  /** Issue id → proposition. */
  readonly issues: ReadonlyMap<string, string>;
  readonly tests: readonly (PackTest & { readonly pack: string })[];
}

type PackOutcome =
  | { readonly ok: true; readonly packs: CompiledPacks; readonly todo: number }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Compiles packs that are given together; each may extend others of them. All problems of all files are listed. */
export function compilePacks(files: readonly { readonly path: string; readonly text: string }[]): PackOutcome {
  const problems: PackProblem[] = [];
  const parsed: ParsedPack[] = [];
  for (const file of files) {
    const result = parsePack(file.path, file.text);
    if ('problems' in result) problems.push(...result.problems);
    else parsed.push(result.pack);
  }
  const byName = new Map<string, ParsedPack>();
  for (const pack of parsed) {
    const other = byName.get(pack.source.pack);
    if (other) problems.push(pack.problemAt(['pack'], `duplicate pack "${pack.source.pack}", also in ${other.path}`));
    else byName.set(pack.source.pack, pack);
  }
  // A pack whose base is broken would only give false alarms.
  if (problems.length > 0) return { ok: false, problems };
  const work: Work = { packs: byName, problems, rules: [], holders: [], never: [], issues: new Map(), tests: [] };
  for (const pack of byName.values()) compilePack(work, pack);
  if (problems.length > 0) return { ok: false, problems };
  const { rules, holders, never, issues, tests } = work;
  return {
    ok: true,
    packs: { rules, holders, never, issues, tests },
    todo: tests.filter((test) => test.todo !== undefined).length,
  };
}

/** What a compilation collects on its way. */
interface Work {
  readonly packs: ReadonlyMap<string, ParsedPack>;
  readonly problems: PackProblem[];
  readonly rules: PackRule[];
  readonly holders: HolderRule[];
  readonly never: PatternNode[];
  readonly issues: Map<string, string>;
  readonly tests: (PackTest & { pack: string })[];
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
  const common = (id: string, at: readonly PropertyKey[], match: string | readonly string[]) => {
    const rank = (source.priority ?? []).indexOf(id);
    return { id, pack: name, terms, patterns: read([...at, 'match'], match), rank: rank < 0 ? 1000 : rank };
  };
  const unlessOf = (id: string) =>
    (source.unless ?? []).flatMap((item, i) =>
      item.rule === id ? [{ patterns: read(['unless', i, 'when'], item.when), because: item.because }] : [],
    );
  for (const [holderType, holder] of Object.entries(source.holders ?? {})) {
    const patterns = read(['holders', holderType, 'match'], holder.match);
    work.holders.push({ holderType, role: holder.role, patterns, terms });
  }
  for (const [id, frame] of Object.entries(source.frames ?? {})) {
    if (!issues.has(frame.issue)) reportUnknown(work, pack, ['frames', id, 'issue'], 'issue', frame.issue, issues);
    if (frame.needs !== undefined && !terms.has(frame.needs))
      reportUnknown(work, pack, ['frames', id, 'needs'], 'term', frame.needs, terms.keys());
    work.rules.push({
      type: 'frame',
      source: frame,
      unless: unlessOf(id),
      ...common(id, ['frames', id], frame.match),
    });
  }
  for (const [id, act] of Object.entries(source.acts ?? {})) {
    const at = ['acts', id];
    const ahead = {
      followedBy: read([...at, 'followedBy'], act.followedBy, true),
      notFollowedBy: read([...at, 'notFollowedBy'], act.notFollowedBy, true),
    };
    work.rules.push({ type: 'act', source: act, unless: unlessOf(id), ...ahead, ...common(id, at, act.match) });
  }
  for (const [id, negator] of Object.entries(source.negators ?? {})) {
    work.rules.push({ type: 'negator', source: negator, ...common(id, ['negators', id], negator.match) });
  }
  work.never.push(...read(['never'], source.never));
  checkIds(work, pack);
  checkTests(work, pack);
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

function readTerms(work: Work, bases: readonly ParsedPack[], own: ParsedPack): ReadonlyMap<string, TermTree> {
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

function readPatterns(
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

function reportUnknown(
  work: Work,
  pack: ParsedPack,
  at: readonly PropertyKey[],
  what: string,
  name: string,
  known: Iterable<string>,
  offset = 0,
): void {
  const near = nearestWord(name, known);
  const show = (word: string): string => (what === 'term' ? `<${word}>` : `"${word}"`);
  const hint = near === null ? '' : `, did you mean ${show(near)}?`;
  work.problems.push(pack.problemAt(at, `unknown ${what} ${show(name)}${hint}`, offset));
}

function checkIds(work: Work, pack: ParsedPack): void {
  const { source } = pack;
  const seen = new Set<string>();
  for (const section of ['frames', 'acts', 'negators'] as const) {
    for (const id of Object.keys(source[section] ?? {})) {
      if (seen.has(id)) work.problems.push(pack.problemAt([section, id], `duplicate rule id "${id}" in this pack`));
      seen.add(id);
    }
  }
  for (const [i, item] of (source.unless ?? []).entries()) {
    if (!seen.has(item.rule)) reportUnknown(work, pack, ['unless', i, 'rule'], 'rule', item.rule, seen);
  }
  for (const [i, id] of (source.priority ?? []).entries()) {
    if (!seen.has(id)) reportUnknown(work, pack, ['priority', i], 'rule', id, seen);
  }
}

/** Every frame and act of the pack needs a positive test and a near miss; shared packs may be tested by those that extend them. */
function checkTests(work: Work, pack: ParsedPack): void {
  const { source } = pack;
  const tests = source.tests ?? [];
  const known = new Set(visibleRules(work, pack));
  const yes = new Set<string>();
  const no = new Set<string>();
  for (const [i, test] of tests.entries()) {
    work.tests.push({ ...test, pack: source.pack });
    if ((test.todo === undefined) === (test.expect === undefined)) {
      work.problems.push(pack.problemAt(['tests', i], 'expected either "expect" or "todo" in this test'));
    }
    for (const [key, into] of [
      ['rules', yes],
      ['near', no],
    ] as const) {
      for (const [j, id] of (test[key] ?? []).entries()) {
        if (!known.has(id)) reportUnknown(work, pack, ['tests', i, key, j], 'rule', id, known);
        if (test.todo === undefined) into.add(id);
      }
    }
    if (test.expect === 'none' && (test.rules ?? []).length > 0) {
      work.problems.push(
        pack.problemAt(['tests', i, 'rules'], 'a test that expects none has no rules that fire, expected "near"'),
      );
    }
  }
  for (const section of ['frames', 'acts'] as const) {
    for (const id of Object.keys(source[section] ?? {})) {
      const missing = [
        yes.has(id) ? null : 'a test that lists it under "rules"',
        no.has(id) ? null : 'a near miss that lists it under "near"',
      ].filter(Boolean);
      if (missing.length > 0)
        work.problems.push(pack.problemAt([section, id], `rule "${id}" lacks ${missing.join(' and ')}`));
    }
  }
}

function visibleRules(work: Work, pack: ParsedPack): readonly string[] {
  return (chainOfBases(work, pack, []) ?? [pack]).flatMap(({ source }) =>
    [source.frames, source.acts, source.negators].flatMap((section) => Object.keys(section ?? {})),
  );
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
