// One pack file: YAML text → checked source, with the place of everything in it. Knows YAML and the schema; no other pack.
import { isMap, isScalar, LineCounter, parseDocument, visit, type Document as YamlDocument } from 'yaml';
import type { z } from 'zod';
import { type PackSource, packSchema } from './pack-schema.ts';
import { nearestWord, type PackProblem } from './problem.ts';

/** The largest pack file that is read: a megabyte is fifty times the largest pack so far. */
const packBytesMax = 1_000_000;

/** A pack as written, with a way to say where each of its parts stands. */
export interface ParsedPack {
  readonly path: string;
  readonly shipped: boolean;
  readonly source: PackSource;
  /** A problem at the part that a path leads to (`['frames', 'join-ice', 'match']`), `offset` characters into its text. */
  readonly problemAt: (at: readonly PropertyKey[], message: string, offset?: number) => PackProblem;
}

/** Parses one file. All problems are listed; a file with problems gives no pack. */
export function parsePack(
  path: string,
  text: string,
  shipped = false,
): { readonly pack: ParsedPack } | { readonly problems: readonly PackProblem[] } {
  if (text.length > packBytesMax) {
    const message = `found a file of ${text.length} characters, expected at most ${packBytesMax}`;
    return { problems: [{ path, line: 1, column: 1, message }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, merge: false });
  const place = (offset: number, message: string): PackProblem => {
    const { line, col } = lines.linePos(offset);
    return { path, line: Math.max(1, line), column: Math.max(1, col), message };
  };
  // After the first fault of form everything else is guesswork.
  const broken = document.errors[0];
  if (broken) return { problems: [place(broken.pos[0], yamlMessage(broken.message))] };
  const fault = findFault(document);
  if (fault !== null) return { problems: [place(fault.offset, fault.message)] };
  const problemAt = (at: readonly PropertyKey[], message: string, offset = 0): PackProblem =>
    place(offsetOf(document, at) + offset, message);
  const checked = packSchema.safeParse(document.toJS());
  if (!checked.success) {
    const issues = withoutMisspelt(checked.error.issues);
    return { problems: issues.flatMap((issue) => describe(document, issue, problemAt)) };
  }
  return { pack: { path, shipped, source: checked.data, problemAt } };
}

/** The first key that is there twice, or the first alias (a few of those can stand for gigabytes); null when there is neither. */
function findFault(document: YamlDocument): { readonly offset: number; readonly message: string } | null {
  let fault: { offset: number; message: string } | null = null;
  visit(document, {
    Alias: (_key, node) => {
      fault = { offset: node.range?.[0] ?? 0, message: 'found an alias (*), expected what it stands for, written out' };
      return visit.BREAK;
    },
    // The library's own check compares every key with every other.
    Map: (_key, node) => {
      const seen = new Set<string>();
      for (const { key } of node.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) {
          fault = { offset: key.range?.[0] ?? 0, message: `duplicate key "${name}", expected each once` };
          return visit.BREAK;
        }
        seen.add(name);
      }
      return undefined;
    },
  });
  return fault;
}

function yamlMessage(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return `not valid YAML: ${first.replace(/ at line \d+, column \d+:?$/, '')}`;
}

/** Offset of the value at a path, or of the nearest part above it that exists; a key's own offset when the value is a map. */
function offsetOf(document: YamlDocument, at: readonly PropertyKey[]): number {
  for (let depth = at.length; depth >= 0; depth--) {
    const path = at.slice(0, depth).map((part) => (typeof part === 'symbol' ? String(part) : part));
    const parent = depth > 0 ? document.getIn(path.slice(0, -1), true) : undefined;
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path.at(-1)));
      const value = pair?.value;
      const key = pair?.key;
      if (isScalar(value) && value.range) return value.range[0] + (value.type?.startsWith('QUOTE') ? 1 : 0);
      if (isScalar(key) && key.range) return key.range[0];
    }
    const node: unknown = depth > 0 ? document.getIn(path, true) : document.contents;
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) return Number(node.range[0]);
  }
  return 0;
}

/** A misspelt key is not reported a second time as a missing one. */
function withoutMisspelt(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  const meant = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, nearestWord(key, knownKeys)].join('.'))
        : [],
    ),
  );
  return issues.filter((issue) => issue.code === 'unrecognized_keys' || !meant.has(issue.path.join('.')));
}

function describe(
  document: YamlDocument,
  issue: z.core.$ZodIssue,
  problemAt: ParsedPack['problemAt'],
): readonly PackProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      if (knownKeys.includes(key))
        return problemAt(
          [...issue.path, key],
          `the key "${key}" does not belong in ${issue.path.join('.') || 'a pack'}`,
        );
      const near = nearestWord(key, knownKeys);
      const hint = near === null ? '' : `, did you mean "${near}"?`;
      return problemAt([...issue.path, key], `unknown key "${key}"${hint}`);
    });
  }
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const found: unknown = path.length > 0 ? document.getIn(path) : undefined;
  const shown = found === undefined ? 'nothing' : JSON.stringify(found).slice(0, 60);
  const where = path.length > 0 ? ` in ${path.join('.')}` : '';
  return [problemAt(issue.path, `found ${shown}${where}: ${issue.message.replace(/^Invalid input: /, '')}`)];
}

const knownKeys = [
  ...Object.keys(packSchema.shape),
  ...'issue sign match heads kind needs only by called act modality followedBy notFollowedBy scope takes position through reports any case rule when because role proposition supports opposes text rules near expect todo holder basis target attributed_by evidence'.split(
    ' ',
  ),
];
