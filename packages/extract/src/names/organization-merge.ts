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
  const fullNames = fullNamesOf(mentions);
  const bearers = bearersOfEndings(new Set(fullNames.values()));
  const groups = new Map<string, OrganizationMention[]>();
  for (const mention of mentions) {
    // A head alone stands for the one body that ends in it; for none when there are several.
    const name = mention.generic ? bearers.get(mention.name.toLowerCase()) : fullNames.get(mention.name);
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

/** The name under which each name of the mentions is listed: the longest with its key, or with the one longer key that ends alike. */
function fullNamesOf(mentions: readonly OrganizationMention[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const longest = new Map<string, string>();
  for (const { name: written, generic } of mentions) {
    if (generic || keys.has(written)) continue;
    const name = fullPoliceName(written);
    const key = keyOf(name);
    keys.set(written, key);
    if (name.length > (longest.get(key)?.length ?? -1)) longest.set(key, name);
  }
  const longer = uniqueByEnding(longest.keys(), (key) => key);
  const full = new Map<string, string>();
  for (const [written, key] of keys) full.set(written, longest.get(longer.get(key) ?? key) ?? written);
  return full;
}

/** The one name that ends in each ending; null for the endings of several. */
function bearersOfEndings(names: Iterable<string>): ReadonlyMap<string, string | null> {
  return uniqueByEnding(names, keyOf);
}

/** Each proper ending of whole words of a form's key → the form; null when several forms end so. */
function uniqueByEnding(forms: Iterable<string>, keyOfForm: (form: string) => string): Map<string, string | null> {
  const byEnding = new Map<string, string | null>();
  for (const form of forms) {
    const key = keyOfForm(form);
    for (let space = key.indexOf(' '); space >= 0; space = key.indexOf(' ', space + 1)) {
      const ending = key.slice(space + 1);
      byEnding.set(ending, byEnding.has(ending) ? null : form);
    }
  }
  return byEnding;
}

/** "Tulsa PD" and "Tulsa police" are the Tulsa Police Department. */
const fullPoliceName = (name: string): string =>
  name.replace(/(?<=\S )(?:PD|[Pp]olice(?: department)?)$/, 'Police Department');

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
