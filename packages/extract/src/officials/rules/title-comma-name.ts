// officials.title-comma-name: the office as a phrase of its own, then the name between commas.
import { foldedAt, isCapital } from '../../reading/reading.ts';
import { isPublicOffice } from '../public-office.ts';
import type { OfficialRule } from './official-rule.ts';

export const titleCommaName: OfficialRule = {
  id: 'officials.title-comma-name',
  reads: 'An office with an article, then a name between commas: "The city’s police chief, Dana Ode, said".',
  match: (phrase, context) => {
    if (phrase.title.plural || phrase.article === null) return [];
    const { reading, mentionFrom } = context;
    let comma = foldedAt(reading, phrase.to) === ',' ? phrase.to : phrase.tail;
    // "The mayor of Salem, Oregon, Dana Ode, said": over the state.
    if (comma > phrase.to && !mentionFrom.has(comma + 1) && isCapital(reading, comma + 1)) {
      let state = comma + 1;
      while (isCapital(reading, state)) state++;
      if (foldedAt(reading, state) === ',') comma = state;
    }
    if (foldedAt(reading, comma) !== ',') return [];
    const mention = mentionFrom.get(comma + 1);
    if (!mention || !/^[,.]$/.test(foldedAt(reading, mention.to))) return [];
    return isPublicOffice(context.document, phrase, false) ? [mention.person] : [];
  },
  examples: {
    yes: [
      'The city’s police chief, [[Dana Whitlow]], said no.',
      'The mayor of Eastport, [[Lee Okafor]], agreed.',
      'The mayor of Salem, Oregon, [[Dana Whitlow]], agreed.',
      'A spokeswoman for Gov. [[Rosa Delgado]], [[Ian Prior]], declined to comment.',
      'Mayor [[Lee Okafor]] left early. [[Okafor]]’s chief of staff, [[Tim Gorski]], stayed.',
    ],
    no: ['The mayor, Lee Okafor and Ana Rojas met on Monday.', 'The union’s president, Lee Okafor, agreed.'],
  },
};
