// Whether a titled phrase names a public office of the United States, its states or its localities. Knows bodies and words.
import { foldedAt, hasShape, isCapital, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { tells } from './story-words.ts';
import type { TitledPhrase } from './titled-phrases.ts';
import { foreignWords, privateBody, publicBody } from './words.ts';

/** True when the phrase is an office where it stands; `beforeName` when a name follows it at once. */
export function isPublicOffice(reading: Reading, phrase: TitledPhrase, beforeName: boolean): boolean {
  const { title, from, to, tail } = phrase;
  // "Editor-in-Chief", "Secretary-Treasurer": the title is the end of another word.
  if (
    foldedAt(reading, title.from - 1) === '-' &&
    !hasShape(reading, title.from - 1, shape.spaced) &&
    !/^(?:ex|then)$/.test(foldedAt(reading, title.from - 2))
  )
    return false;
  const before = wordsOf(reading, from, title.from);
  const behind = wordsOf(reading, to, tail);
  if (
    before
      .replace(/\bindian (?=affairs|health)/, '')
      .split(' ')
      .some((word) => foreignWords.has(word))
  )
    return false;
  if (phrase.servesOfficial) return true;
  const neighbour = foldedAt(reading, title.from - 1);
  if (ofGroup.test(neighbour) && !/^(?:senior|air|campaign)$/.test(neighbour)) return false;
  if (ofGroup.test(foldedAt(reading, from - 1)) && !hasShape(reading, from - 1, shape.capital)) return false;
  const besideName = phrase.behindName ? wordsOf(reading, ...phrase.behindName) : '';
  const around = `${before} ${behind} ${besideName} ${phrase.bodies.join(' ').toLowerCase()}`.trim();
  if (
    /\b(?:campaign|candidate|army|navy|marines?|air force|nation|tribe|tribal|student|class|homecoming|honorary)\b/.test(
      around,
    )
  )
    return false;
  if (title.office.weak === 'nation') return isPresidency(reading, phrase, before, behind, beforeName);
  // "Justice Smith, 19" may bear the name; "pie judge Ana Ode" sits in no court.
  if (title.office.role === 'judge' && title.office.weak && !tells(reading, ofCourt)) return false;
  if (title.office.role === 'judge' && beforeName && !isCapital(reading, title.to - 1) && isLooseNoun(neighbour))
    return false;
  if (title.office.role === 'judge' && tells(reading, ofContest) && !tells(reading, ofCourt)) return false;
  if (title.office.weak === undefined) return !privateBody.test(before) || /\bpolice\b/.test(before) || beforeName;
  if (privateBody.test(around) && !/\b(?:police|school|schools)\b/.test(around)) return false;
  if (publicBody.test(`${around} ${wordsOf(reading, title.from, title.to)}`)) return true;
  if (title.office.weak === 'body')
    return (
      hasOfficeWord(reading, title.from, title.to) ||
      /\b(?:mayor|governor|sheriff|federal|public|municipal|state|town|village)\b|\b(?:gov|sen|rep)\. /.test(around)
    );
  if (
    title.office.role === 'police-officer' &&
    !tells(
      reading,
      /\b(?:police|sheriff|deput(?:y|ies)|troopers?|detectives?|arrest\w*|jail|coast guard|firefighters?|patrol)\b/i,
    )
  )
    return false;
  if (isPrivatelyOwned(reading, phrase)) return false;
  if (beforeName && /\btrustees?$/.test(wordsOf(reading, title.from, title.to)))
    return isCapital(reading, title.from) || tells(reading, ofTrustees);
  // "Dana Ode, the former chief", where the story tells of which force.
  if (phrase.article !== 'indefinite' && tells(reading, tellsOf[title.office.role] ?? never)) return true;
  if (!beforeName && phrase.article === 'definite' && title.office.role === 'police-chief')
    return tells(reading, /\b(?:police|fire) chief\b/i);
  if (/\b(?:police|fire|school|principal|superintendent)\b/.test(wordsOf(reading, title.from, title.to)) && beforeName)
    return true;
  // "Former chief Dana Ode" in a story of a force.
  if (beforeName && phrase.tenure !== 'current' && title.office.role === 'police-chief')
    return tells(reading, /\b(?:police|fire) (?:chief|department)\b/i);
  return beforeName && isCapital(reading, title.from);
}

/** A lower-case word right before a title that makes it one of a group: "student council president", "ferry captain". */
const ofGroup =
  /^(?:student|class|club|union|company|team|festival|tribal|chapter|ferry|church|tenant|tenants|homeowners|alumni|sorority|fraternity|youth|band|troop|league|hospital|bank|firm|college|university|army|navy|air|chamber|association|society|group|board's|committee's|chaplain|parade|camp|boat|fleet|restaurant|store|hotel|business|sales|deck|contest|senior|campaign)$/;

/** Matches nothing. */
const never = /(?!)/;

/** Boards whose members are trustees. */
const ofTrustees =
  /\b(?:[Tt]ownship|[Vv]illage|[Ss]chool|[Dd]istrict|[Ll]ibrary)(?: [Bb]oard)?(?: of)? (?:[Tt]rustees?|[Bb]oard)\b/;

/** "the club's [treasurer]": a possessive whose owner is a plain word that no government has. */
function isPrivatelyOwned(reading: Reading, { from }: TitledPhrase): boolean {
  if (!/^'s?$/.test(foldedAt(reading, from - 1))) return false;
  const owner = foldedAt(reading, from - 2);
  return (
    !isCapital(reading, from - 2) &&
    !publicBody.test(owner) &&
    !/^(?:board|commonwealth|nation|district|precinct)$/.test(owner)
  );
}

/** Words of a story that make a bare title behind a name an office, by role. */
const tellsOf: Readonly<Record<string, RegExp>> = {
  'school-official': /\b(?:[Ss]chool (?:[Bb]oard|[Cc]ommittee|[Dd]istrict)|[Ss]chools\b|[Bb]oard of [Ee]ducation)/,
  'county-staff':
    /\b[Cc]ounty(?:'s)? (?:[Bb]oard|[Cc]ommission|[Cc]ouncil|[Ss]upervisor|[Aa]dministrator|[Mm]anager|[Ee]xecutive|[Cc]hief)|\b[Bb]oard of (?:[Ss]upervisors|[Cc]ommissioners)|\b(?:[Cc]ity [Cc]ouncil|[Tt]own [Bb]oard|[Tt]own [Mm]anager|[Ss]elect ?[Bb]oard)\b/,
  'county-commissioner':
    /\b[Cc]ounty (?:[Cc]ommission|[Bb]oard|[Ss]upervisor|[Ll]egislat)|\b[Bb]oard of (?:[Ss]upervisors|[Cc]ommissioners)/,
};

/** A noun before a lower-case "judge" that no court has. */
const isLooseNoun = (word: string): boolean =>
  /^\p{Ll}{3,}$/u.test(word) &&
  !/^(?:the|and|former|retired|then|when|that|said|told|but|while|with|county|district|municipal|federal|state|city|town|court|circuit|chief|presiding|senior|appeals|juvenile|family|traffic|probate|superior|trial|magistrate|acting|new|longtime|by|from|before|where|because)$/.test(
    word,
  );

const ofContest = /\b(?:contests?|cook-?offs?|pageants?|county fair|fairgrounds|competitions?|blue ribbons?)\b/i;
const ofCourt =
  /\b(?:courts?|courtroom|courthouse|sentenc\w+|trials?|bail|pleaded|verdict|juries|jurors?|defendants?)\b/i;

/** The presidency of the United States: nothing but tenure before the title, nothing of another body around it. */
function isPresidency(
  reading: Reading,
  { title, bodies }: TitledPhrase,
  before: string,
  behind: string,
  beforeName: boolean,
): boolean {
  if (hasShape(reading, title.from - 1, shape.number)) return false;
  if (bodies.some((name) => privateBody.test(name.toLowerCase()) || publicBody.test(name.toLowerCase()))) return false;
  if (
    !/^(?:(?:former|then|ex|u\.s\.|us|current|late|vice|-|democratic|republican|united|states) ?)*$/.test(
      `${before} `.trimStart(),
    )
  )
    return false;
  if (behind && !/^of the (?:united states|u\.s\.|us)/.test(behind)) return false;
  return beforeName
    ? isCapital(reading, title.from) &&
        isCapital(reading, title.to - 1) &&
        !/^\p{Ll}+$/u.test(lowerNoun(reading, title.from))
    : behind !== '';
}

/** A lower-case noun right before the title, as in "college President"; '' when grammar or a mark stands there. */
function lowerNoun(reading: Reading, titleFrom: number): string {
  const word = reading.text.slice(reading.starts[titleFrom - 1], reading.ends[titleFrom - 1]);
  return /^(?:company|college|university|union|club|board|association|bank|hospital|chamber|school|team|league|council|chapter|society|church|group|firm|committee|class|student|band|division|network)$/.test(
    word,
  )
    ? word
    : '';
}

/** "Public Information Officer", "Chief of Staff": the title says by itself that its body is public or political. */
function hasOfficeWord(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(?:public|border|inspector)$/.test(foldedAt(reading, i))) return true;
  return false;
}

function wordsOf(reading: Reading, from: number, to: number): string {
  const words: string[] = [];
  for (let i = from; i < to; i++) words.push(foldedAt(reading, i));
  return words.join(' ');
}
