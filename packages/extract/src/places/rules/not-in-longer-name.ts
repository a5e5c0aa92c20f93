// Names of other things that hold a place's name: newspapers, streets, schools, teams, buildings. Knows words, no list of them.
import { foldedAt, hasShape, isCapital } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { stateAt } from '../../states.ts';
import type { Candidate } from '../candidates.ts';
import { inHeading, type PlaceContext, type PlaceRule, type Verdict } from '../context.ts';
import { kind } from '../place-record.ts';
import { isMark, isWord, together } from '../surroundings.ts';
import { word } from '../words.ts';

const refused: Verdict = { take: false, confidence: 0 };
const hinted: Verdict = { take: false, confidence: 0, hint: true };

/** The index in the candidate's tail of the first word of a class, looking at the first `reach` words; -1 when none is. */
function inTail(context: PlaceContext, { tail }: Candidate, reach: number, classes: number): number {
  for (let k = 0; k < reach && k < tail.length; k++) if (isWord(context, tail[k] ?? -1, classes)) return k;
  return -1;
}

/** "Lansing State Journal", "Wayne State College". */
function isState(context: PlaceContext, { tail }: Candidate): boolean {
  return isWord(context, tail[0] ?? -1, word.state);
}

const ofGovernment = word.localBody | word.title;
const ofPlace = ofGovernment | word.local | word.government;

export const newspaper: PlaceRule = {
  id: 'places.not.newspaper',
  reads: 'A place in the name of a newspaper or station is no mention; it only hints at where the story plays.',
  match(candidate, context) {
    const { tail } = candidate;
    const at = inTail(context, candidate, 3, word.news);
    if (at < 0 || (at > 0 && !isState(context, candidate) && isWord(context, tail[0] ?? -1, ofGovernment))) return null;
    return inHeading(context, candidate) && tail.length > 3 ? null : hinted;
  },
  examples: {
    yes: ['She told the Tucson Weekly Star that [[Nogales]] would follow.'],
    no: ['The Denver Post and the Boston Globe asked for the records.'],
  },
};

export const street: PlaceRule = {
  id: 'places.not.street',
  reads: 'A place in the name of a street is no mention.',
  match(candidate, context) {
    const { reading } = context;
    const { from, to, tail } = candidate;
    const at = inTail(context, candidate, 2, word.street);
    const first = tail[at];
    if (at < 0 || first === undefined || (at > 0 && isWord(context, tail[0] ?? -1, ofGovernment))) {
      const numbered = hasShape(reading, from - 1, shape.number) && together(context, from - 1, from);
      return numbered && isWord(context, to, word.street) ? refused : null;
    }
    return foldedAt(reading, first + 1) === 'patrol' ? null : refused;
  },
  examples: {
    yes: ['A house on Houston Street in [[Tempe]] burned.'],
    no: ['Crews closed Lincoln Avenue and 400 Phoenix Road.'],
  },
};

export const team: PlaceRule = {
  id: 'places.not.team',
  reads: 'A place in the name of a team is no mention.',
  match(candidate, context) {
    return inTail(context, candidate, 3, word.team) >= 0 ? refused : null;
  },
  examples: {
    yes: ['The bus to [[Milwaukee]] was full of Chicago Bears fans.'],
    no: ['The Denver Broncos beat the Boston Red Sox at charity golf.'],
  },
};

export const school: PlaceRule = {
  id: 'places.not.school',
  reads:
    'A place in the name of a school, college or university is no mention; a school district is a public body and is left to other rules.',
  match(candidate, context) {
    const { tail } = candidate;
    if (tail.length > 0 && inTail(context, candidate, tail.length, word.schoolBody) < 0) {
      const named = isState(context, candidate) || !isWord(context, tail[0] ?? -1, word.title);
      if (named && inTail(context, candidate, 4, word.school) >= 0) return hinted;
      if (foldedAt(context.reading, tail[tail.length - 1] ?? -1) === 'school') return hinted;
    }
    return ofInstitution(candidate, context, word.school) ? hinted : null;
  },
  examples: {
    yes: ['Students at Lincoln High School took a bus to [[Omaha]].'],
    no: ['Houston Elementary School and the University of Phoenix closed.'],
  },
};

/** "University of Phoenix", "Bank of Tucson": an institution of the given class, "of" and the candidate. */
function ofInstitution({ from }: Candidate, context: PlaceContext, classes: number): boolean {
  if (!isWord(context, from - 2, classes) || !isCapital(context.reading, from - 2)) return false;
  return together(context, from - 2, from) && /^(?:of|at)$/.test(foldedAt(context.reading, from - 1));
}

export const facility: PlaceRule = {
  id: 'places.not.facility',
  reads:
    'A place in the name of a building, park, water, company or event is no mention; it only hints at where the story plays.',
  match(candidate, context) {
    if (ofInstitution(candidate, context, word.facility)) return hinted;
    const first = candidate.tail[0] ?? -1;
    if (isWord(context, first, ofGovernment) || inTail(context, candidate, 4, word.facility) < 0) return null;
    return isWord(context, first, word.local) && inHeading(context, candidate) ? null : hinted;
  },
  examples: {
    yes: ['He was taken from Adelanto Detention Facility to [[Fresno]].'],
    no: ['Houston Lake and Phoenix Memorial Hospital stayed open.'],
  },
};

export const longerName: PlaceRule = {
  id: 'places.not.longer-name',
  reads: 'A name that a neighbouring capital makes longer, without a word that tells of a place, is no mention.',
  match(candidate, context) {
    const { before, tail, record, to, index } = candidate;
    const [next] = tail;
    if ((before < 0 && next === undefined) || inHeading(context, candidate)) return null;
    const extended =
      before >= 0 &&
      !isWord(context, before, word.direction) &&
      !isCompass(context, before) &&
      !endsPlace(context, before, candidate);
    if (extended) return refused;
    if (next === undefined || (record.kinds & (kind.s | kind.n)) !== 0) return null;
    if (isWord(context, next, ofPlace) || stateAt(context.reading, next)) return null;
    const joinsPlace = isMark(context.reading, to, '-') && context.candidates[index + 1]?.from === next;
    return joinsPlace ? null : refused;
  },
  examples: {
    yes: ['Poder en Tucson Verde met in [[Mesa]] and South [[Phoenix]].'],
    no: ['Madison Avenue Realty bought the Phoenix Suite.'],
  },
};

/** "N.", "S.E.": a point of the compass, written short. */
function isCompass(context: PlaceContext, token: number): boolean {
  return /^(?:[nsew]\.|[ns]\.?[ew]\.)$/.test(foldedAt(context.reading, token));
}

/** The token before is the end of another candidate, joined by a hyphen: "Minneapolis-St. Paul". */
function endsPlace(context: PlaceContext, token: number, candidate: Candidate): boolean {
  return isMark(context.reading, token + 1, '-') && context.candidates[candidate.index - 1]?.to === token + 1;
}
