// Nouns by which a story calls back to a thing that it told of: documents, decisions and heads of phrases. Knows words; not what they stand for.
import { foldedAt, type Reading } from '../../reading/reading.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import { deedNouns } from './deed-nouns.ts';
import { suitNouns } from './suits-brought.ts';

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const documentNouns = listed(
  'petition resolution ordinance motion bill proposal measure initiative amendment plan law policy contract agreement deal',
);
/** Nouns that may stand for whatever a body voted on, whatever its own name. */
export const looseNouns = listed(
  'resolution ordinance motion bill proposal measure plan contract agreement deal change changes purchase lease project renewal legislation bylaw rules idea policy law program initiative amendment item pilot request requirement requirements effort push reform reforms package referendum draft overhaul regulation regulations concept approach arrangement expansion rule restriction restrictions question directive guidelines settlement',
);
/** What is signed with somebody. */
export const signedNouns = listed('contract agreement deal lease arrangement');
/** What is got or goes on: never what takes it away. */
export const gainNouns = listed(
  'purchase expansion program pilot lease project contract agreement deal arrangement renewal',
);
/** What a measure that limits something is called. */
export const limitNouns: readonly string[] =
  'limit limits cap caps ban bans restriction restrictions rule rules curb curbs freeze moratorium requirement requirements protections safeguards guardrails crackdown prohibition ceiling'.split(
    ' ',
  );
/** What came out of a vote, not what was voted on. */
export const outcomeNouns = listed('vote decision move action change order shift');
/** Heads of phrases that are called back by their own noun ("a ban on …" → "the ban"). */
export const headNouns = listed(
  'ban bans cap caps moratorium audits audit cameras readers rezoning project pilot program contract agreement limits limit board auditor decree sweeps protections freeze restrictions duplexes apartments technology reviews cuts chokeholds drones footage video records complex development moratoriums bans',
);

/** Things that stand by themselves, whatever a measure would do with them. */
export const standingNouns = listed('cameras readers network footage video recordings records technology drones');

/** Who decided: to praise the mayor for what the mayor decided is to praise the decision. */
export const deciderNouns = listed('mayor governor sheriff chief council');

/** All of them, and what is called back by any name: no other word calls back, but those that a pack lists for a phrase. */
export const thingNouns: readonly string[] = [
  ...documentNouns,
  ...looseNouns,
  ...limitNouns,
  ...outcomeNouns,
  ...headNouns,
  ...deciderNouns,
  ...suitNouns,
  'it',
  'veto',
  'repeal',
  ...deedNouns,
];

/** "a similar charter change", "such a rule": it has the same friends and foes. */
export function isAlike(reading: Reading, noun: number): boolean {
  return [noun - 1, noun - 2].some((i) => /^(?:similar|such)$/.test(foldedAt(reading, i)));
}

/** Where a story's loose nouns stand: one pass for all of them. */
export function placesOf(grammar: Grammar, reading: Reading): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let i = 1; i < reading.count; i++) {
    if (!isOf(grammar, reading, i, 'thing')) continue;
    const word = foldedAt(reading, i);
    if (!looseNouns.has(word)) continue;
    const list = places.get(word);
    if (list) list.push(i);
    else places.set(word, [i]);
  }
  return places;
}
