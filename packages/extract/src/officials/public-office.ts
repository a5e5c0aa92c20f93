// Whether a titled phrase names a public office of the United States, its states or its localities. Knows bodies and words.
import { foldedAt, hasShape, isCapital, type Reading } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { cue } from './cue-words.ts';
import { rangeText } from './range-text.ts';
import { hasCue, type Story } from './story.ts';
import { tells } from './story-words.ts';
import type { TitledPhrase } from './titled-phrases.ts';
import { foreignWords, privateBody, publicBody } from './words.ts';

/** True when the phrase is an office where it stands; `beforeName` when a name follows it at once. */
export function isPublicOffice(story: Story, phrase: TitledPhrase, beforeName: boolean): boolean {
  const { reading } = story;
  const { title, from, to, tail } = phrase;
  // "Editor-in-Chief", "Secretary-Treasurer": the title is the end of another word.
  if (
    hasCue(story, title.from - 1, cue.hyphen) &&
    !hasShape(reading, title.from - 1, shape.spaced) &&
    !/^(?:ex|then)$/.test(foldedAt(reading, title.from - 2))
  )
    return false;
  const before = rangeText(reading, from, title.from);
  const behind = rangeText(reading, to, tail);
  if (isForeign(story, from, title.from, before)) return false;
  if (phrase.servesOfficial) return true;
  const neighbour = foldedAt(reading, title.from - 1);
  if (hasCue(story, title.from - 1, cue.group) && !/^(?:senior|air|campaign)$/.test(neighbour)) return false;
  if (hasCue(story, from - 1, cue.group) && !hasShape(reading, from - 1, shape.capital)) return false;
  const around = wordsAround(story, phrase, before, behind);
  if (around !== '' && ofAnother.test(around)) return false;
  if (title.office.weak === 'nation') return isPresidency(reading, phrase, before, behind, beforeName);
  // "Justice Smith, 19" may bear the name; "pie judge Ana Ode" sits in no court.
  if (title.office.role === 'judge' && title.office.weak && !tells(story, ofCourt)) return false;
  if (title.office.role === 'judge' && beforeName && !isCapital(reading, title.to - 1) && isLooseNoun(neighbour))
    return false;
  if (title.office.role === 'judge' && tells(story, ofContest) && !tells(story, ofCourt)) return false;
  if (title.office.weak === undefined) return !privateBody.test(before) || /\bpolice\b/.test(before) || beforeName;
  if (privateBody.test(around) && !/\b(?:police|school|schools)\b/.test(around)) return false;
  if (publicBody.test(`${around} ${rangeText(reading, title.from, title.to)}`)) return true;
  if (title.office.weak === 'body')
    return (
      hasOfficeWord(reading, title.from, title.to) ||
      /\b(?:mayor|governor|sheriff|federal|public|municipal|state|town|village)\b|\b(?:gov|sen|rep)\. /.test(around)
    );
  if (
    title.office.role === 'police-officer' &&
    !tells(
      story,
      /\b(?:police|sheriff|deput(?:y|ies)|troopers?|detectives?|arrest\w*|jail|coast guard|firefighters?|patrol)\b/i,
    )
  )
    return false;
  if (isPrivatelyOwned(story, phrase)) return false;
  if (beforeName && /\btrustees?$/.test(rangeText(reading, title.from, title.to)))
    return isCapital(reading, title.from) || tells(story, ofTrustees);
  // "Dana Ode, the former chief", where the story tells of which force.
  const bare = phrase.article === 'indefinite' ? undefined : tellsOf[title.office.role];
  if (bare && tells(story, bare)) return true;
  if (!beforeName && phrase.article === 'definite' && title.office.role === 'police-chief')
    return tells(story, /\b(?:police|fire) chief\b/i);
  if (
    /\b(?:police|fire|school|principal|superintendent)\b/.test(rangeText(reading, title.from, title.to)) &&
    beforeName
  )
    return true;
  // "Former chief Dana Ode" in a story of a force.
  if (beforeName && phrase.tenure !== 'current' && title.office.role === 'police-chief')
    return tells(story, /\b(?:police|fire) (?:chief|department)\b/i);
  return beforeName && isCapital(reading, title.from);
}

/** A nation or its people in the tokens: no office of the United States. Those who deal with Indian affairs and health are. */
function isForeign({ cues }: Story, from: number, to: number, words: string): boolean {
  let seen = 0;
  for (let i = from; i < to; i++) seen |= cues[i] ?? 0;
  if ((seen & cue.foreign) === 0) return false;
  return words
    .replace(/\bindian (?=affairs|health)/, '')
    .split(' ')
    .some((word) => foreignWords.has(word));
}

/** The words before and behind the title and the holder's name, and the bodies. */
function wordsAround({ reading }: Story, { behindName, bodies }: TitledPhrase, before: string, behind: string): string {
  if (before === '' && behind === '' && !behindName && bodies.length === 0) return '';
  const besideName = behindName ? rangeText(reading, ...behindName) : '';
  return `${before} ${behind} ${besideName} ${bodies.join(' ').toLowerCase()}`.trim();
}

const ofAnother =
  /\b(?:campaign|candidate|army|navy|marines?|air force|nation|tribe|tribal|student|class|homecoming|honorary)\b/;

/** Boards whose members are trustees. */
const ofTrustees =
  /\b(?:[Tt]ownship|[Vv]illage|[Ss]chool|[Dd]istrict|[Ll]ibrary)(?: [Bb]oard)?(?: of)? (?:[Tt]rustees?|[Bb]oard)\b/;

/** "the club's [treasurer]": a possessive whose owner is a plain word that no government has. */
function isPrivatelyOwned(story: Story, { from }: TitledPhrase): boolean {
  if (!hasCue(story, from - 1, cue.apostrophe)) return false;
  const { reading } = story;
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
