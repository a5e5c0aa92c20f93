// Pairs of officials that may be the same, each with what speaks for it and against it. Proposals for a person, nothing is
// merged here. Knows names, offices and decisions; reads no story. Offices without a name are never proposed.
import type { OfficialTable } from '../schema/official-tables.ts';
import type { Context } from '../writing.ts';
import { type NameKeys, nameKeys, namesContradict } from './name-keys.ts';
import { type Picture, pictureOf } from './official-picture.ts';

export type CandidateStrength = 'strong' | 'fair' | 'weak';

export interface OfficialCandidate {
  /** The one with more findings. */
  readonly a: OfficialTable;
  readonly b: OfficialTable;
  readonly strength: CandidateStrength;
  readonly reasons: readonly string[];
  readonly against: readonly string[];
}

interface Named {
  readonly official: OfficialTable;
  readonly keys: NameKeys;
}

/**
 * Each official is proposed once for each way in which it agrees, with the most mentioned one that it agrees with, so that
 * twenty rows of one person are nineteen pairs. Pairs that a person told apart are left out. Best first; empty without any.
 */
export async function officialCandidates({ db }: Context): Promise<OfficialCandidate[]> {
  const rows = await db
    .selectFrom('official')
    .selectAll()
    .where((where) => where('id', '=', where.ref('canonicalOfficialId')))
    .where('findings', '>', 0)
    .where('surnameKey', 'is not', null)
    .orderBy('findings', 'desc')
    .orderBy('id')
    .execute();
  const decisions = await db.selectFrom('officialDecision').selectAll().orderBy('position').execute();
  return pairCandidates(rows, pictureOf(decisions));
}

/** The pairs among canonical officials, given with the most mentioned first. */
function pairCandidates(officials: readonly OfficialTable[], picture: Picture): OfficialCandidate[] {
  const named = officials.flatMap((official): Named[] => {
    const keys = nameKeys(official.name ?? '');
    return keys === null ? [] : [{ official, keys }];
  });
  const pairs = new Map<string, OfficialCandidate>();
  const groupings = [
    (item: Named) => item.keys.shortNameKey,
    ({ official, keys }: Named) => {
      const where = official.jurisdictionId ?? official.jurisdiction?.toLowerCase();
      return where && official.role ? JSON.stringify([keys.surnameKey, official.role, where]) : null;
    },
  ];
  for (const keyOf of groupings) {
    for (const [key, group] of Map.groupBy(named, keyOf)) {
      if (key === null) continue;
      for (const pair of pairWithMostMentioned(group, picture)) pairs.set(`${pair.a.id} ${pair.b.id}`, pair);
    }
  }
  const rank: Record<CandidateStrength, number> = { strong: 0, fair: 1, weak: 2 };
  const weight = ({ a, b }: OfficialCandidate) => a.findings + b.findings;
  return [...pairs.values()].sort((x, y) => rank[x.strength] - rank[y.strength] || weight(y) - weight(x));
}

/** How many of a group an official is compared with: a name that hundreds have says nothing. */
const comparedMax = 40;

function pairWithMostMentioned(group: readonly Named[], picture: Picture): OfficialCandidate[] {
  return group.flatMap((item, index) => {
    let best: OfficialCandidate | null = null;
    for (const other of group.slice(0, Math.min(index, comparedMax))) {
      const pair = comparePair(other, item, picture);
      if (pair !== null && (best === null || stronger(pair, best))) best = pair;
    }
    return best === null ? [] : [best];
  });
}

function stronger(a: OfficialCandidate, b: OfficialCandidate): boolean {
  const rank: Record<CandidateStrength, number> = { strong: 0, fair: 1, weak: 2 };
  return rank[a.strength] < rank[b.strength];
}

function comparePair(left: Named, right: Named, picture: Picture): OfficialCandidate | null {
  const [a, b] = [left.official, right.official];
  if (picture.apartBy(a.id, b.id) !== null) return null;
  const name = compareNames(left.keys, right.keys);
  if (name === null) return null;
  const facts = [compareFact('role', a.role, b.role), compareFact('jurisdiction', placeOf(a), placeOf(b))];
  const reasons = [name.reason, ...facts.filter(({ agrees }) => agrees === true).map(({ words }) => words)];
  const against = facts.filter(({ agrees }) => agrees === false).map(({ words }) => words);
  const unknown = facts.filter(({ agrees }) => agrees === null).map(({ words }) => words);
  if (!name.full && (against.length > 0 || unknown.length > 0)) return null;
  const strength = against.length === 0 && name.full ? 'strong' : against.length < 2 ? 'fair' : 'weak';
  return { a, b, strength, reasons: [...reasons, ...unknown], against };
}

const placeOf = ({ jurisdictionId, jurisdiction }: OfficialTable) => jurisdictionId ?? jurisdiction;

interface Fact {
  /** null: one side does not say. */
  readonly agrees: boolean | null;
  readonly words: string;
}

function compareFact(what: string, a: string | null, b: string | null): Fact {
  if (a === null || b === null) return { agrees: null, words: `${what} unknown for one of them` };
  if (a.toLowerCase() === b.toLowerCase()) return { agrees: true, words: `same ${what}` };
  return { agrees: false, words: `${what} differs` };
}

/** How the names agree; null when they do not, or are certainly of two people. */
function compareNames(a: NameKeys, b: NameKeys): { readonly full: boolean; readonly reason: string } | null {
  if (a.surnameKey !== b.surnameKey) return null;
  if (a.given === null || b.given === null) {
    return initialsAgree(a, b) ? { full: false, reason: 'same last name; one story gives no first name' } : null;
  }
  if (a.given !== b.given) {
    const [short, long] = a.given.length < b.given.length ? [a.given, b.given] : [b.given, a.given];
    const shortened = short.length >= 3 && long.startsWith(short);
    return shortened ? { full: false, reason: `same last name; ${short} may be short for ${long}` } : null;
  }
  if (namesContradict(a, b)) return null;
  return a.nameKey === b.nameKey
    ? { full: true, reason: 'same name' }
    : { full: true, reason: 'same name but for a middle name, initial or suffix' };
}

/** "J. Smith" is not Ana Smith. */
function initialsAgree(a: NameKeys, b: NameKeys): boolean {
  const initial = ({ nameKey, surnameKey }: NameKeys) => (nameKey.startsWith(surnameKey) ? null : (nameKey[0] ?? null));
  const [left, right] = [initial(a), initial(b)];
  return left === null || right === null || left === right;
}
