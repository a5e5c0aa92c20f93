// Names of other things that hold a place's name: newspapers, streets, schools, teams, buildings. Knows words, no list of them.
import { foldedAt, hasShape, isCapital } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { stateAt } from '../../states.ts';
import type { Candidate } from '../candidates.ts';
import {
  inHeading,
  isWord,
  joinedAfter,
  joinedBefore,
  type PlaceContext,
  type PlaceRule,
  together,
  type Verdict,
} from '../context.ts';
import type { PlaceWord } from '../words.ts';

const refused: Verdict = { take: false, confidence: 0 };
const hinted: Verdict = { take: false, confidence: 0, hint: true };

/** The index in the candidate's tail of the first word of a class, looking at the first `reach` words; -1 when none is. */
function inTail(
  context: PlaceContext,
  tail: readonly number[],
  reach: number,
  ...classes: readonly PlaceWord[]
): number {
  return tail.slice(0, reach).findIndex((i) => isWord(context, i, ...classes));
}

/** "Lansing State Journal", "Wayne State College". */
function isState(context: PlaceContext, tail: readonly number[]): boolean {
  return foldedAt(context.reading, tail[0] ?? -1) === 'state';
}

export const newspaper: PlaceRule = {
  id: 'places.not.newspaper',
  reads: 'A place in the name of a newspaper or station is no mention; it only hints at where the story plays.',
  match(candidate, context) {
    const tail = joinedAfter(context, candidate);
    const at = inTail(context, tail, 3, 'news');
    if (at < 0 || (at > 0 && !isState(context, tail) && isWord(context, tail[0] ?? -1, 'title', 'localBody')))
      return null;
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
    const tail = joinedAfter(context, candidate);
    const at = inTail(context, tail, 2, 'street');
    const first = tail[at];
    if (at < 0 || first === undefined || (at > 0 && isWord(context, tail[0] ?? -1, 'localBody', 'title'))) {
      const numbered =
        hasShape(reading, candidate.from - 1, shape.number) && together(context, candidate.from - 1, candidate.from);
      return numbered && isWord(context, candidate.to, 'street') ? refused : null;
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
    return inTail(context, joinedAfter(context, candidate), 3, 'team') >= 0 ? refused : null;
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
    const { reading } = context;
    const tail = joinedAfter(context, candidate);
    const district = tail.some((i) => /^(?:district|districts|board|department|schools)$/.test(foldedAt(reading, i)));
    if (
      !district &&
      inTail(context, tail, 4, 'school') >= 0 &&
      (isState(context, tail) || !isWord(context, tail[0] ?? -1, 'title'))
    )
      return hinted;
    if (!district && tail.length > 0 && foldedAt(reading, tail[tail.length - 1] ?? -1) === 'school') return hinted;
    return ofInstitution(candidate, context, 'school') ? hinted : null;
  },
  examples: {
    yes: ['Students at Lincoln High School took a bus to [[Omaha]].'],
    no: ['Houston Elementary School and the University of Phoenix closed.'],
  },
};

/** "University of Phoenix", "Bank of Tucson": an institution of the given class, "of" and the candidate. */
function ofInstitution(candidate: Candidate, context: PlaceContext, ...classes: readonly PlaceWord[]): boolean {
  const { reading } = context;
  const { from } = candidate;
  const of = foldedAt(reading, from - 1);
  if ((of !== 'of' && of !== 'at') || !together(context, from - 2, from)) return false;
  return isCapital(reading, from - 2) && isWord(context, from - 2, ...classes);
}

export const facility: PlaceRule = {
  id: 'places.not.facility',
  reads:
    'A place in the name of a building, park, water, company or event is no mention; it only hints at where the story plays.',
  match(candidate, context) {
    const tail = joinedAfter(context, candidate);
    const first = tail[0] ?? -1;
    if (ofInstitution(candidate, context, 'facility')) return hinted;
    if (isWord(context, first, 'localBody', 'title')) return null;
    const local = inHeading(context, candidate) && isWord(context, first, 'local');
    return !local && inTail(context, tail, 4, 'facility') >= 0 ? hinted : null;
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
    const { reading } = context;
    if (inHeading(context, candidate)) return null;
    const before = joinedBefore(context, candidate);
    if (
      before >= 0 &&
      !isWord(context, before, 'direction') &&
      !isCompass(context, before) &&
      !endsPlace(context, before, candidate)
    )
      return refused;
    if (candidate.record.entries.some((entry) => entry.letter === 's' || entry.letter === 'n')) return null;
    const [next] = joinedAfter(context, candidate);
    if (
      next === undefined ||
      isWord(context, next, 'localBody', 'title', 'local', 'government') ||
      stateAt(reading, next)
    )
      return null;
    const dashed = foldedAt(reading, candidate.to) === '-';
    if (dashed && context.candidateAt.has(next)) return null;
    return { take: false, confidence: 0, hint: false };
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
  const previous = context.candidates[(context.candidateAt.get(candidate.from) ?? 0) - 1];
  return foldedAt(context.reading, token + 1) === '-' && previous?.to === token + 1;
}
