// Names of people made comparable: accents, full stops and case away; first, middle, last name and suffix told apart.
// Knows the shape of names written in English; knows no person, and no short forms (Dan is not Daniel here).

export interface NameKeys {
  /** The whole name for comparing. */
  readonly nameKey: string;
  /** First and last name alone; null when the name has no full first name ("Gallego", "J. Smith"). */
  readonly shortNameKey: string | null;
  readonly surnameKey: string;
  /** First name; null where `shortNameKey` is. */
  readonly given: string | null;
  /** What stands between, in order. */
  readonly middle: readonly string[];
  /** jr, sr, ii and so on; null without. */
  readonly suffix: string | null;
}

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'v']);
const addresses = new Set(['mr', 'mrs', 'ms', 'dr', 'hon', 'rev']);

function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”"][^“”"]*[“”"]/g, ' ')
    .replace(/[‐-―−]/g, '-')
    .replace(/[.,]/g, (mark) => (mark === '.' ? '' : ' '));
  // "J. D." and "J.D." are one first name.
  return plain
    .replace(/\b(\p{L}) (?=\p{L}\b(?!'))/gu, '$1')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The keys of a name; null when nothing of a name is left ("Dr."). */
export function nameKeys(name: string): NameKeys | null {
  const all = wordsOf(name);
  const last = all.at(-1) ?? '';
  const suffix = all.length > 1 && suffixes.has(last) ? last : null;
  const words = (suffix === null ? all : all.slice(0, -1)).filter((word) => !addresses.has(word));
  const surnameKey = words.at(-1);
  if (surnameKey === undefined) return null;
  const before = words.slice(0, -1);
  const at = before.findIndex((word) => word.length > 1);
  const given = before[at] ?? null;
  return {
    nameKey: [...words, ...(suffix === null ? [] : [suffix])].join(' '),
    shortNameKey: given === null ? null : `${given} ${surnameKey}`,
    surnameKey,
    given,
    middle: given === null ? [] : before.slice(at + 1),
    suffix,
  };
}

/** Whether two names of equal first and last name are certainly two people: another suffix, or another middle name. */
export function namesContradict(a: NameKeys, b: NameKeys): boolean {
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return true;
  const [left, right] = [a.middle[0], b.middle[0]];
  return left !== undefined && right !== undefined && !left.startsWith(right) && !right.startsWith(left);
}
