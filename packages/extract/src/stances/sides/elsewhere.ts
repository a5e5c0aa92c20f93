// Which other places did the same: "Keene and Dover have adopted bans of their own", "Keene repealed a similar ordinance".
// Knows places and the nouns by which their deed is called; any doubt whether it is the same ends in nobody.
import { foldedAt } from '../../reading/reading.ts';
import type { Candidate } from '../holders/candidate.ts';
import { shared } from '../holders/co-holders.ts';
import { subjectOf } from '../holders/subjects.ts';
import type { OperatorHit } from '../lexicon.ts';
import { ruling } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Debate } from './debate.ts';

/** A place and its side of the measure. */
export interface PlaceSide {
  readonly holder: Candidate;
  readonly side: 1 | -1;
}

/** The places that words say did the same as the story's measure, or undid it. */
export function sidesElsewhere(debate: Debate, context: SentenceContext, hit: OperatorHit): readonly PlaceSide[] {
  const side = sideOfDeed(debate, context, hit);
  if (side === 0) return [];
  const own = new Set(debate.read(0).candidates.map(({ name }) => name));
  return placesAt(context, hit)
    .filter((item) => isPlace(item) && !own.has(item.name))
    .map((holder) => ({ holder, side }));
}

function isPlace({ named, holderType }: Candidate): boolean {
  return named && /^(?:city|county|state|council|school-district)$/.test(holderType);
}

/** What stands, where to take it back is on the table; and what only takes back or bars. */
const stands = /^(?:contract|agreement|program|deal|lease|pilot|partnership|arrangement)s?$/;
const bars =
  /^(?:ban|limit|restriction|moratorium|prohibition|measure|bill|action|step|move|decision)s?$|^(?:legislation|same|suit)$/;
const undone = /^(?:repeal|reject|vote|voted|rescind|scrap|drop|defeat|end|cancel|terminat|cut)/;

/** 1 where the deed is the measure's like, -1 where it is the contrary; 0 where that is not plain. */
function sideOfDeed({ agenda }: Debate, { reading }: SentenceContext, hit: OperatorHit): 1 | -1 | 0 {
  if (agenda.contested) return 0;
  const words = Array.from({ length: hit.to - hit.from }, (_, i) => foldedAt(reading, hit.from + i));
  const deed = words.some((word) => undone.test(word)) ? -1 : 1;
  const same = words.some((word) => /^(?:same|suit)$/.test(word));
  if (same && agenda.outcome < 0) return 0;
  if (!agenda.undoes) return deed;
  if (words.some((word) => stands.test(word))) return deed > 0 ? -1 : 1;
  return words.some((word) => bars.test(word)) ? deed : 0;
}

/** The places that stand before the verb, or behind "similar rules are in place in". */
function placesAt(context: SentenceContext, hit: OperatorHit): readonly Candidate[] {
  const { reading } = context;
  if (/^(?:in|by)$/.test(foldedAt(reading, hit.to - 1))) return listed(context, hit.to);
  const group = context.groupAt(hit.from);
  if (group.negated || group.unsure || group.would || group.future || group.infinitive || group.passive) return [];
  const subject = subjectOf(context, hit.from);
  if (subject.type !== 'candidate') return [];
  const { candidate } = subject;
  // "Other cities, including Keene and Dover, have adopted similar limits"
  if (!candidate.named) {
    const named = context.candidates.find((item) => item.from >= candidate.to && item.to < hit.from && item.named);
    const among = named && /^(?:including|as|like)$/.test(foldedAt(reading, named.from - 1));
    return among ? listed(context, named.from) : [];
  }
  return shared(context, ruling(context, candidate, [], null, null, {})).map(({ holder }) => holder);
}

/** "Keene, Dover and Troy": the places of a list. */
function listed({ candidates, reading, to }: SentenceContext, from: number): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let at = from; at < to; ) {
    const item = candidates.find((one) => one.from === at && isPlace(one));
    if (!item) break;
    found.push(item);
    at = item.to;
    const comma = foldedAt(reading, at) === ',';
    if (comma) at++;
    if (foldedAt(reading, at) === 'and') at++;
    else if (!comma) break;
  }
  return found;
}
