// Puts mentions of one organization together. Knows names as words; not the text's grammar.
import type { Organization } from '@civicwire/shared';
import { type Reading, spanOf } from '../reading/reading.ts';

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
export function mergeOrganizations(reading: Reading, mentions: readonly OrganizationMention[]): Organization[] {
  const named = mentions.map((mention) => ({ ...mention, name: fullPoliceName(mention.name) }));
  const names = [...new Set(named.filter(({ generic }) => !generic).map(({ name }) => name))];
  const nameOf = new Map<string, string>();
  const keys = names.map((name) => [name, keyOf(name)] as const);
  for (const [name, key] of keys) {
    const same = longest(keys.filter(([, other]) => other === key).map(([form]) => form)) ?? name;
    const longer = [...new Set(keys.filter(([, other]) => other.endsWith(` ${key}`)).map(([, other]) => other))];
    const onlyLonger =
      longer.length === 1 ? longest(keys.filter(([, other]) => other === longer[0]).map(([form]) => form)) : undefined;
    nameOf.set(name, onlyLonger ?? same);
  }
  const groups = new Map<string, OrganizationMention[]>();
  for (const mention of named) {
    const name = mention.generic
      ? standsFor(mention.name, [...nameOf.values()])
      : (nameOf.get(mention.name) ?? mention.name);
    if (name === null) continue;
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

const longest = (names: readonly string[]): string | undefined =>
  names.reduce<string | undefined>(
    (best, name) => (best === undefined || name.length > best.length ? name : best),
    undefined,
  );

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

/** The one full name that ends in the generic word; null when there are none or several. */
function standsFor(word: string, names: readonly string[]): string | null {
  const key = word.toLowerCase();
  const fitting = [...new Set(names)].filter((name) => keyOf(name).endsWith(` ${key}`));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** A mention of tokens `[from, to)` under the name as written, with single spaces. */
export function toMention(reading: Reading, from: number, to: number, generic: boolean): OrganizationMention {
  return { from, to, name: spanOf(reading, from, to).text.replaceAll(/\s+/g, ' '), generic };
}
