// Names of people are no places. Knows titles, given names and the people that an earlier stage found.
import { foldedAt, hasShape, isCapital, wordAt } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { stateAt } from '../../states.ts';
import type { Candidate } from '../candidates.ts';
import type { PlaceContext, PlaceRule } from '../context.ts';
import { placeKey } from '../place-key.ts';
import { isWord, together } from '../surroundings.ts';
import { word } from '../words.ts';

const refused = { take: false, confidence: 0 } as const;

/** Inside the name of a person that the names stage found. */
export const inPersonName: PlaceRule = {
  id: 'places.not.person-name',
  reads: 'A name inside of a person’s name, or one that the story uses as a surname, is no place.',
  match(candidate, context) {
    for (let i = candidate.from; i < candidate.to; i++) if (context.inPerson[i]) return refused;
    return null;
  },
  examples: {
    yes: ['Mr. Houston told neighbors in [[Tucson]] that he would stay.'],
    no: ['Councilwoman Ana Austin and Bob Jackson voted no.'],
  },
};

/** Behind a title, a given name or an initial. */
export const behindTitle: PlaceRule = {
  id: 'places.not.behind-title',
  reads: 'A name behind a personal title, a given name or an initial is a person’s.',
  match(candidate, context) {
    if (!looksLikePerson(candidate, context)) return null;
    context.surnames.add(candidate.record.key);
    return refused;
  },
  examples: {
    yes: ['Sheriff Madison left for [[Denver]] on Monday.'],
    no: ['Mayor Lincoln and Sharon J. Dallas met Mrs. Troy.'],
  },
};

function looksLikePerson(candidate: Candidate, context: PlaceContext): boolean {
  const { reading, gazetteer } = context;
  const { before } = candidate;
  if (before < 0) return startsPersonName(candidate, context);
  if (isWord(context, before, word.personTitle))
    return !isWord(context, before - 1, word.localBody) || candidate.record.isSurname;
  const given = wordAt(reading, before);
  if (given.length < 5 && isCompass(given) && !candidate.record.isSurname) return false;
  if (given.length < 3 && /^\p{Lu}\.?$/u.test(given)) return true;
  return givenNames.has(given.toLowerCase()) || gazetteer.lookup(placeKey(given))?.isGivenName === true;
}

/** "N.", "S.E.": a point of the compass, written short. */
function isCompass(written: string): boolean {
  return /^(?:[NSEW]\.?|[NS]\.?[EW]\.)$/.test(written);
}

/** Behind a name that is a place's, or a longer name's in which a place stands. */
const ofPlace =
  word.localBody | word.title | word.local | word.news | word.street | word.school | word.facility | word.team;

/** "Jackson Smith", "Austin Reed": a given name of the gazetteer with a surname behind it. */
function startsPersonName(candidate: Candidate, context: PlaceContext): boolean {
  const { reading, gazetteer } = context;
  if (candidate.to - candidate.from > 1 || !candidate.record.isGivenName) return false;
  let [next] = candidate.tail;
  if (next === undefined) return false;
  if (/^\p{Lu}\.$/u.test(wordAt(reading, next)) && together(context, next, next + 1) && isCapital(reading, next + 1))
    next++;
  if (stateAt(reading, next)) return false;
  return !isWord(context, next, ofPlace) || gazetteer.lookup(foldedAt(reading, next))?.isSurname === true;
}

const givenNames = new Set(
  'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip johnny mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly emily donna michelle dorothy carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori bob bill jim tom mike dave steve dan chris matt tony don ken ron tim jeff greg ray pat sam ben fred ted ed rick rob jon barack hillary mitt newt rudy arnold craig todd chad brad kurt glenn duane dale dean neil phil leon lee karl ernest howard herbert leonard stanley clarence earl floyd clifford lloyd gordon norman marvin melvin harvey curtis ross marcus travis derek kent clint wes troy kate katie sue beth peggy sally jane jill tina robin jamie tracy stacy kim wendy connie rita rhonda paula sheila carla ellen lois irene rose ida edna marjorie ana carlos luis miguel jesus pedro rosa carmen manuel'.split(
    ' ',
  ),
);

/** A surname of this story, or a weak name in front of a verb of speaking. */
export const knownSurname: PlaceRule = {
  id: 'places.not.surname',
  reads:
    'A name that the story gives to a person stays that person’s, unless a state or a preposition makes it a place.',
  match(candidate, context) {
    const { reading } = context;
    const { record, from, to } = candidate;
    if (to - from > 1) return null;
    const placed = isWord(context, from - 1, word.locative) || stateAt(reading, to + 1) !== null;
    if (placed) return null;
    if (context.surnames.has(record.key)) return refused;
    if (!record.isSurname && !record.isGivenName) return null;
    const speaks =
      isWord(context, to, word.personVerb) ||
      (hasShape(reading, to, shape.mark) && foldedAt(reading, from - 1) === 'said');
    return speaks ? refused : null;
  },
  examples: {
    yes: ['Robert Mason of [[Tucson]] spoke first. Mason was brief.'],
    no: ['“We are ready,” Marshall said.'],
  },
};
