// officials.title-before-name: the title stands right before the name, or before it and a comma.
import { foldedAt, hasShape, isCapital } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { withPlaceBehind } from '../office-place.ts';
import { isPublicOffice } from '../public-office.ts';
import type { OfficialRule } from './official-rule.ts';

export const titleBeforeName: OfficialRule = {
  id: 'officials.title-before-name',
  reads: 'A title of public office right before a name: "Tulsa Police Chief Dana Ode", "Council Member, Ana Ruiz".',
  match: (phrase, context) => {
    if (phrase.title.plural) return [];
    const { reading, mentionFrom } = context;
    const { to, title } = phrase;
    // "Coroner Dr. Lee Ode": an honorific may stand between.
    const direct =
      mentionFrom.get(to) ??
      (hasShape(reading, to, shape.abbreviation) && /^(?:dr|mr|mrs|ms)\.$/.test(foldedAt(reading, to))
        ? mentionFrom.get(to + 1)
        : undefined);
    if (!direct && !mentionFrom.has(to + 1)) return [];
    // A comma between title and name is a slip of the pen when nothing introduces the title as a phrase of its own.
    const listed =
      foldedAt(reading, to) === ':' && /^[.;,]$/.test(foldedAt(reading, mentionFrom.get(to + 1)?.to ?? -1));
    const slip = (foldedAt(reading, to) === ',' || listed) && isCapital(reading, title.from) && phrase.article === null;
    const mention = direct ?? (slip ? mentionFrom.get(to + 1) : undefined);
    if (!mention || reading.sentenceOf[mention.from] !== reading.sentenceOf[title.from]) return [];
    // "Captain Pepper": a rank and one word, with no force beside it, is as often a stage name.
    const bare = title.office.role === 'police-officer' && phrase.bodies.length === 0 && phrase.from === title.from;
    if (bare && context.document.people[mention.person]?.given === null) return [];
    const whole = title.office.weak ? withPlaceBehind(context, phrase) : phrase;
    return isPublicOffice(context.document, whole, true) ? [mention.person] : [];
  },
  examples: {
    yes: [
      'Eastport Mayor [[Dana Whitlow]] spoke first.',
      'Eastport Council Member, [[Ana Rojas]], who represents District 7, objected.',
      'Harlan County Sheriff’s Office spokesman Capt. [[Lee Okafor]] told reporters.',
      'Former Gov. [[Rosa Delgado]] was there.',
      'Mayor: [[Dana Whitlow]]. City administrator: [[Lee Okafor]].',
      'Spokeswoman [[Crystal Clark]] of the sheriff’s office said no.',
      'The Eastport Police Department called. Spokesman [[Crystal Clark]] said no.',
      'San Bernardino County sheriff’s spokeswoman [[Ana Rojas]] said no.',
      'Then-Mayor [[Dana Whitlow]] and Acting Police Chief [[Lee Okafor]] signed.',
    ],
    no: [
      'Teachers union President Dana Whitlow spoke.',
      'Chamber of Commerce President Dana Whitlow spoke.',
      'Company spokesman Lee Okafor declined to comment.',
      'Attorney Rosa Delgado filed the suit.',
      'They met at Mayor Dana Whitlow Park.',
      'Courier Editor-in-Chief Ben Ode agreed.',
      'Russian President Oleg Petrov called.',
      'The police laughed with Captain Pepper.',
      'In 1921, Mayor Dana Whitlow did nothing.',
      'He quoted President Abraham Lincoln.',
      'Sonora Gov. Rosa Delgado came from Mexico with the council of Sonora.',
      'Student council president Dana Whitlow spoke.',
      'Festival chairman Dana Whitlow spoke to the City Council.',
    ],
  },
};
