// The packs that are in force: those that ship with the program and those of a user's folder, as text and compiled.
// Knows folders and files; what is in a pack is decided by the extraction package.
import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type CompiledPacks, compilePacks, formatProblem, type PackFile, type PackProblem } from '@civicwire/extract';
import { type PageRule, UsageError } from '@civicwire/shared';
import { hashPageSources, hashSources, shippedPacksFolder } from '../extract-data.ts';
import { keptOrCompiled } from './kept-packs.ts';

/**
 * Packs as text. `version` names the state of every rule, table and pack: the same version gives the same findings for the same
 * bytes. Its first half names by itself what finds the article in a page.
 */
export interface Rules {
  readonly files: readonly PackFile[];
  /** 16 hex digits. */
  readonly version: string;
}

/** Hex digits of each half of a version. */
const halfLength = 8;

const half = (hash: Hash): string => hash.digest('hex').slice(0, halfLength);

/** Whether two versions find the same article in the same bytes. */
export function readPagesAlike(version: string, other: string): boolean {
  return version.slice(0, halfLength) === other.slice(0, halfLength);
}

/** All shipped packs and every `*.yaml` of the given folder. Throws `UsageError` when the folder or a file cannot be read. */
export function readRules(packsFolder?: string): Rules {
  return rulesOf([...readFolder(shippedPacksFolder, true), ...(packsFolder ? readFolder(packsFolder, false) : [])]);
}

/** All shipped packs and the given files; a file that a folder names as well is read once. */
export function readRulesWith(paths: readonly string[], packsFolder?: string): Rules {
  const named = paths.map((path) => readPack(path, false));
  const isNamed = ({ path }: PackFile): boolean => named.some((file) => sameFile(file.path, path));
  return rulesOf([...readRules(packsFolder).files.filter((file) => !isNamed(file)), ...named]);
}

/** Compiles packs. Throws `UsageError` with every problem as path:line:column. `notes` are for the person who wrote them. */
export function compileRules(files: readonly PackFile[]): {
  readonly packs: CompiledPacks;
  readonly notes: readonly string[];
} {
  return keptOrCompiled(files, () => {
    const outcome = compilePacks(files);
    if (outcome.ok) return { packs: outcome.packs, notes: outcome.notes.map(formatProblem) };
    throw new UsageError(describeProblems(outcome.problems));
  });
}

const problemsShownMax = 50;

/** The problems, a line each; of very many the first. */
export function describeProblems(problems: readonly PackProblem[]): string {
  const lines = problems.slice(0, problemsShownMax).map(formatProblem);
  if (problems.length > lines.length) lines.push(`… and ${problems.length - lines.length} more`);
  return [`packs: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`, ...lines].join('\n');
}

function rulesOf(files: readonly PackFile[]): Rules {
  const hash = createHash('sha256').update(hashSources());
  for (const { path, text, shipped } of files)
    if (!shipped) hash.update('\0').update(basename(path)).update('\0').update(text);
  return { files, version: half(createHash('sha256').update(hashPageSources())) + half(hash) };
}

/** The version that a page is read by: with a rule of its outlet's, another one for every rule. */
export function versionWith({ version }: Pick<Rules, 'version'>, pageRule: PageRule | null): string {
  if (pageRule === null) return version;
  const withRule = (part: string): string => half(createHash('sha256').update(`${part}\0${JSON.stringify(pageRule)}`));
  return withRule(version.slice(0, halfLength)) + withRule(version);
}

function readFolder(folder: string, shipped: boolean): PackFile[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    throw new UsageError(`${folder}: ${(error as Error).message}; expected a folder of packs (*.yaml)`, {
      cause: error,
    });
  }
  return names
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
    .sort()
    .map((name) => readPack(join(folder, name), shipped));
}

/** No pack is larger; what is far beyond is not even read. */
const packBytesMax = 4_000_000;

function readPack(path: string, shipped: boolean): PackFile {
  const shown = shipped ? nearPath(path) : path;
  try {
    const facts = statSync(path);
    if (!facts.isFile()) throw new Error('not a file');
    if (facts.size > packBytesMax) throw new Error(`a file of ${facts.size} bytes, expected at most 1000000`);
    return { path: shown, text: readFileSync(path, 'utf8'), shipped };
  } catch (error) {
    throw new UsageError(`${shown}:1:1: ${(error as Error).message}; expected a pack in YAML`, { cause: error });
  }
}

function nearPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}

function sameFile(a: string, b: string): boolean {
  const [left, right] = [statSync(a), statSync(b)];
  return left.ino === right.ino && left.dev === right.dev;
}
