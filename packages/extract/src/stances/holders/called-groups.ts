// Which named group "the group", "her group" and "the coalition" call back: the last one that the story named.
// Knows capitals and the words of such names; not what any of them holds.
import { foldedAt, hasShape, isCapital, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { textOf } from './holder-names.ts';

const general = /^(?:group|organization|nonprofit|coalition)$/;
const special = /^(?:alliance|association|federation|league)$/;
const introduces = /^(?:the|his|her)$/;
/** What such a name has for one of its words. */
const naming =
  /^(?:aclu|naacp|coalition|alliance|network|union|association|project|united|together|league|center|fund|partners|forum|society|campaign|collective|federation|foundation|neighbors|voices?|watch|rights|justice|action|now|citizens|residents|tenants|renters|taxpayers|families|services|owners|advocates|apartment|welcome|stands|clergy|parents|workers|students|mothers|moms|harbor)$/;
/** Bodies that no story calls a group. */
const notGroups =
  /^(?:police|sheriff|sheriffs|department|office|court|school|schools|university|college|commission|legislature|senate|house|jail|prison|congress|library|hospital|agency|bureau|division|committee|act|ordinance|law|measure|street|avenue|road|park)$/;
/** So many sentences before its own it may be named. */
const sentencesFar = 4;

interface Name {
  readonly from: number;
  readonly to: number;
}

/** The name of the group that the noun at a token calls back; null when the last sentence that names any names several, or none does. */
export function groupCalled(reading: Reading, at: number): string | null {
  if (!isGeneralNoun(reading, at)) return null;
  const noun = foldedAt(reading, at);
  const bound = special.test(noun);
  const own = reading.sentenceOf[at] ?? 0;
  for (let s = own; s >= Math.max(0, own - sentencesFar); s--) {
    const [from, to] = sentenceRange(reading, s);
    const names = namesIn(reading, from, s === own ? at : to);
    const fitting = names.filter((name) => bears(reading, name, noun));
    const near = fitting.length > 0 ? fitting : bound ? [] : names;
    const words = new Set(near.map((name) => textOf(reading, name.from, name.to)));
    if (words.size === 1) return [...words][0] ?? null;
    if (words.size > 1 || (bound && names.length > 0)) return null;
  }
  return null;
}

/** Whether a token is "group", "coalition" … behind "the", "her" or "his". */
export function isGeneralNoun(reading: Reading, at: number): boolean {
  return (
    !isCapital(reading, at) &&
    introduces.test(foldedAt(reading, at - 1)) &&
    (general.test(foldedAt(reading, at)) || special.test(foldedAt(reading, at)))
  );
}

function bears(reading: Reading, { from, to }: Name, noun: string): boolean {
  for (let i = from; i < to; i++) if (foldedAt(reading, i) === noun) return true;
  return false;
}

/** The names of groups in tokens `[from, to)`: runs of capitals, also over "of", "for" and "and". */
function namesIn(reading: Reading, from: number, to: number): readonly Name[] {
  const names: Name[] = [];
  for (let i = from; i < to; i++) {
    if (!isPart(reading, i)) continue;
    let end = i + 1;
    // "the group Salem Against Cameras"
    let body = naming.test(foldedAt(reading, i)) || (i > from && general.test(foldedAt(reading, i - 1)));
    let other = notGroups.test(foldedAt(reading, i));
    for (;;) {
      const next = isPart(reading, end) ? end : joins.test(foldedAt(reading, end)) && body ? end + 1 : -1;
      if (next < 0 || next >= to || !isPart(reading, next)) break;
      const word = foldedAt(reading, next);
      // "Salem Renters United and City Manager Al Roe" are two.
      if (foldedAt(reading, end) === 'and' && notGroups.test(word)) break;
      body ||= naming.test(word);
      other ||= notGroups.test(word);
      end = next + 1;
    }
    const first = /^(?:the|a|an)$/.test(foldedAt(reading, i)) ? i + 1 : i;
    const alone = end - first === 1 && !/^(?:aclu|naacp)$/.test(foldedAt(reading, first));
    if (body && !other && !alone) names.push({ from: first, to: end });
    i = end;
  }
  return names;
}

const joins = /^(?:of|for)$/;

function isPart(reading: Reading, i: number): boolean {
  return isCapital(reading, i) && !hasShape(reading, i, shape.clitic) && !hasShape(reading, i, shape.mark);
}
