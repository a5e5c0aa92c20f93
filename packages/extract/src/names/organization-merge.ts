// Puts mentions of one organization together. Knows names as words; not the text's grammar.
import type { Organization } from '@civicwire/shared';
import { spanOf } from '../reading/reading.ts';
import type { NameReading } from './name-reading.ts';
import { onOneLine } from './one-line.ts';

/** Tokens `[from, to)` that name an organization. */
export interface OrganizationMention {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** A head alone ("the Council"): it takes the name of the body that it stands for, when there is only one. */
  readonly generic: boolean;
  /** It holds the name of a person that counts as a mention of that person too ("the Ode administration"). */
  readonly open?: boolean;
}

/** Organizations in the order of their first mention. The fullest form is the name; shorter forms that end alike join it. */
export function mergeOrganizations(reading: NameReading, mentions: readonly OrganizationMention[]): Organization[] {
  const named = nameBodies(mentions);
  const groups = new Map<string, OrganizationMention[]>();
  for (const mention of mentions) {
    const name = mention.generic ? named.byHead.get(mention.name.toLowerCase()) : named.byWritten.get(mention.name);
    if (!name) continue;
    const group = groups.get(name);
    if (group) group.push(mention);
    else groups.set(name, [mention]);
  }
  return [...groups]
    .map(([name, group]) => ({
      name,
      mentions: group.sort((a, b) => a.from - b.from).map(({ from, to }) => spanOf(reading, from, to)),
    }))
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

interface NamedBodies {
  /** By name as written: the longest name with its key, or with the one longer key that ends alike. */
  readonly byWritten: ReadonlyMap<string, string>;
  /** By head in lower case: the one body that ends in it; null when several do. */
  readonly byHead: ReadonlyMap<string, string | null>;
}

function nameBodies(mentions: readonly OrganizationMention[]): NamedBodies {
  const keys = new Map<string, string>();
  const longest = new Map<string, string>();
  let anyGeneric = false;
  for (const { name: written, generic } of mentions) {
    if (generic) anyGeneric = true;
    if (generic || keys.has(written)) continue;
    const name = fullPoliceName(written);
    const key = keyOf(name);
    keys.set(written, key);
    if (name.length > (longest.get(key)?.length ?? -1)) longest.set(key, name);
  }
  const longer = longest.size > 1 ? uniqueByEnding(longest.keys()) : null;
  const byWritten = new Map<string, string>();
  const finalKeys = new Set<string>();
  for (const [written, key] of keys) {
    const finalKey = longer?.get(key) ?? key;
    finalKeys.add(finalKey);
    byWritten.set(written, longest.get(finalKey) ?? written);
  }
  const byHead = new Map<string, string | null>();
  if (anyGeneric)
    for (const [head, key] of uniqueByEnding(finalKeys)) byHead.set(head, key && (longest.get(key) ?? null));
  return { byWritten, byHead };
}

/** Each proper ending of whole words of the keys → the key that ends so; null when several do. */
function uniqueByEnding(keys: Iterable<string>): Map<string, string | null> {
  const byEnding = new Map<string, string | null>();
  for (const key of keys)
    for (let space = key.indexOf(' '); space >= 0; space = key.indexOf(' ', space + 1)) {
      const ending = key.slice(space + 1);
      byEnding.set(ending, byEnding.has(ending) ? null : key);
    }
  return byEnding;
}

/** "Tulsa PD" and "Tulsa police" are the Tulsa Police Department; the Fraternal Order of Police is not. */
const fullPoliceName = (name: string): string =>
  name.replace(/(?<=\S )(?<!\bof )(?:PD|[Pp]olice(?: department)?)$/, 'Police Department');

/** "Phoenix PD", "Phoenix police", "the Phoenix Police Department" have one key. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^the /, '')
    .replace(/^u\. ?s\. /, 'us ')
    .replace(/\b(?:pd|police dept\.?|police)$/, 'police department');
}

/** A mention of tokens `[from, to)` under the name as written, with single spaces. */
export function toMention(reading: NameReading, from: number, to: number, generic: boolean): OrganizationMention {
  return { from, to, name: onOneLine(reading, from, to), generic };
}
